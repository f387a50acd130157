import { useTranslation } from 'react-i18next';
import { Chat } from '../chat/chat';
import { Shell } from './shell';
import './staff-chat.scss';

/** The web inbox: cards with their buttons, as a chat would show them. */
export function StaffChat() {
  const { t } = useTranslation('staff');
  return (
    <Shell
      title={t('chat.title')}
      current="chat"
      act="inbox.use"
      bare
      crumb={<h1>{t('chat.title')}</h1>}
    >
      <div className="staff-chat">
        <Chat side="staff" from={t('chat.from')} />
      </div>
    </Shell>
  );
}
