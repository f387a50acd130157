import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recruitingRoutes } from '@zhiyu/contracts/routes.recruiting';
import { useRoute } from '../../api/query';
import { Empty } from '../../components/state';
import { Chat } from '../chat/chat';
import type { InboxItem } from '../chat/chat.shared';
import { Shell } from './shell';
import { ToldCard } from './told-card';
import { useMay } from './use-me';
import './staff-chat.scss';

/** Something can still be pressed on it: it waits for somebody. */
const asks = ({ card }: InboxItem) =>
  card.state === 'open' && card.buttons.some(({ href }) => href === undefined);

const shows = { all: () => true, asks } as const;
type Shown = keyof typeof shows;

/** Everything, or what still asks for a press. */
function Which({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const inbox = useRoute(recruitingRoutes.inbox, {}, { enabled: may('inbox.use') });
  const items = inbox.data?.items ?? [];
  return (
    <div className="seg" role="group" aria-label={t('chat.which')}>
      {(['all', 'asks'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === shown} onClick={() => onShown(one)}>
          {t(`chat.${one}`)}{' '}
          <span className="num">{t('chat.cards', { n: items.filter(shows[one]).length })}</span>
        </button>
      ))}
    </div>
  );
}

/**
 * The web inbox: cards with their buttons, as a chat would show them; what is settled in a line.
 * @param named the card whose link was pressed in the company's chat; empty where none was
 */
export function StaffChat({ named }: { named: string }) {
  const { t } = useTranslation('staff');
  const [shown, setShown] = useState<Shown>('all');
  return (
    <Shell
      title={t('chat.title')}
      current="chat"
      act="inbox.use"
      bare
      crumb={<h1>{t('chat.title')}</h1>}
      tools={<Which shown={shown} onShown={setShown} />}
    >
      <div className="staff-chat">
        {shown === 'asks' ? <p className="cap chat-counts">{t('chat.counts')}</p> : null}
        <Chat
          key={shown}
          side="staff"
          from={t('chat.from')}
          only={shows[shown]}
          named={named}
          none={
            shown === 'asks' ? (
              <Empty title={t('chat.none')}>{t('chat.noneMore')}</Empty>
            ) : undefined
          }
          Told={ToldCard}
        />
      </div>
    </Shell>
  );
}
