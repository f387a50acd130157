import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Page } from '../../components/page';
import { Failed, Loading } from '../../components/state';
import { TextField } from '../../components/text-field';
import { Brand } from '../staff-shell/brand';
import { chatInside } from './chat.shared';
import { ChatButtons, ChatFault, ChatGoing } from './chat-ways';
import { firstTry } from './kept';
import { enter, useChatSignIn } from './use-chat-sign-in';
import './sign-in.scss';

/**
 * Mail and password, and a button for every chat that is set up. Within one of them it signs in by itself, once in a
 * window and unless `byPassword`.
 */
export function SignIn({ next, byPassword }: { next: string; byPassword: boolean }) {
  const { t } = useTranslation('staff');
  const ways = useRoute(routes.chatSignInWays, {});
  const { going, failure, begin, stop } = useChatSignIn(next);
  const chats = ways.data?.ways.map(({ chat }) => chat) ?? [];
  const own = chats.find((chat) => chat === chatInside(navigator.userAgent));
  useEffect(() => {
    if (own && !byPassword && firstTry()) {
      begin(own);
    }
  }, [own, byPassword, begin]);
  return (
    <Page title={t('signIn.title')} className="sign-in">
      <div className="sign-in-form">
        <Brand label={t('nav.brand')} />
        <h1 className="h1">{t('signIn.heading')}</h1>
        {going ? (
          <ChatGoing chat={going} onStop={stop} />
        ) : (
          <>
            <PasswordForm next={next} />
            {failure ? <ChatFault {...failure} /> : null}
            {chats.length > 0 ? <ChatButtons chats={chats} onPress={begin} /> : null}
            {ways.isPending ? <Loading lines={1} /> : null}
            {ways.error && !ways.data ? (
              <Failed error={ways.error} onRetry={() => void ways.refetch()} />
            ) : null}
            <p className="cap">{t('signIn.forgotten')}</p>
          </>
        )}
      </div>
    </Page>
  );
}

function PasswordForm({ next }: { next: string }) {
  const { t } = useTranslation('staff');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const login = useAct(routes.login, { onSuccess: (me) => enter(me, next) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!login.isPending && email !== '' && password !== '') {
      login.mutate({ email, password });
    }
  };
  return (
    <form className="sign-in-fields" onSubmit={submit}>
      <TextField
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {login.error ? (
        <p className="fault" role="alert">
          {messageOf(login.error)}
        </p>
      ) : null}
      <button type="submit" className="btn primary big wide" aria-busy={login.isPending}>
        {t(login.isPending ? 'signIn.going' : 'signIn.go')}
      </button>
    </form>
  );
}
