import { useTranslation } from 'react-i18next';
import type { ChatName } from '@zhiyu/contracts/directory';
import { ApiError, messageOf } from '../../api/error';
import { Button } from '../../components/button';

/** It is under way: what is being done, and the way back to the password. */
export function ChatGoing({ chat, onStop }: { chat: ChatName; onStop: () => void }) {
  const { t } = useTranslation('staff');
  return (
    <div className="sign-in-going">
      <p className="t16 mid" role="status">
        {t('signIn.chatGoing', { chat: t(`signIn.chatName.${chat}`) })}
      </p>
      <Button look="quiet" className="touch" onPress={onStop}>
        {t('signIn.byPassword')}
      </Button>
    </div>
  );
}

/** What a chat did not do, in the server's own sentence where there is one. */
export function ChatFault({ chat, error }: { chat: ChatName; error: unknown }) {
  const { t } = useTranslation('staff');
  const said = error instanceof ApiError;
  return (
    <p className="fault" role="alert">
      {said ? messageOf(error) : t('signIn.chatSilent', { chat: t(`signIn.chatName.${chat}`) })}
    </p>
  );
}

/** A button for each chat that is set up. */
export function ChatButtons({
  chats,
  onPress,
}: {
  chats: ChatName[];
  onPress: (chat: ChatName) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <div className="sign-in-chats" role="group" aria-label={t('signIn.chats')}>
      {chats.map((chat) => (
        <Button key={chat} size="big" wide onPress={() => onPress(chat)}>
          {t('signIn.byChat', { chat: t(`signIn.chatName.${chat}`) })}
        </Button>
      ))}
    </div>
  );
}
