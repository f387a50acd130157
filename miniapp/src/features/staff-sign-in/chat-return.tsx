import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useAct } from '../../api/query';
import { Page } from '../../components/page';
import { Empty, Failed } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { isChat } from './chat.shared';
import { takeNext } from './kept';
import { enter } from './use-chat-sign-in';
import './sign-in.scss';

interface Returned {
  chat: string;
  code: string;
  state: string;
}

/** Hands in what the chat gave. Code and state leave the address before anything else happens. */
export function ChatReturn({ chat, code, state }: Returned) {
  const { t } = useTranslation('staff');
  const begun = useRef(false);
  const known = isChat(chat) && code !== '' && state !== '' ? chat : null;
  const finish = useAct(routes.chatSignInFinish, { onSuccess: (me) => enter(me, takeNext()) });
  const { mutate } = finish;
  useEffect(() => {
    if (begun.current) {
      return;
    }
    begun.current = true;
    window.history.replaceState(window.history.state, '', '#/pages/chat-sign-in/index');
    if (known) {
      mutate({ chat: known, code, state });
    }
  }, [known, code, state, mutate]);
  const again = (
    <a className="btn touch" href={hrefOf('sign-in', { by: 'password' })}>
      {t('chatReturn.again')}
    </a>
  );
  if (finish.error) {
    return (
      <Page title={t('signIn.title')} className="sign-in">
        <h1 className="sr">{t('signIn.title')}</h1>
        <Failed error={finish.error} />
        <p className="pad">{again}</p>
      </Page>
    );
  }
  return (
    <Page title={t('signIn.title')} className="sign-in">
      <h1 className="sr">{t('signIn.title')}</h1>
      {known ? (
        <p className="pad t16 mid" role="status">
          {t('signIn.chatGoing', { chat: t(`signIn.chatName.${known}`) })}
        </p>
      ) : (
        <Empty title={t('chatReturn.none')} action={again}>
          {t('chatReturn.noneMore')}
        </Empty>
      )}
    </Page>
  );
}
