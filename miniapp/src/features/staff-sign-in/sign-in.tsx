import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { Page } from '../../components/page';
import { TextField } from '../../components/text-field';
import { goTo } from '../staff-shell/address';
import { safeNext } from '../staff-shell/address.shared';
import { Brand } from '../staff-shell/brand';
import './sign-in.scss';

/** Mail and password. */
export function SignIn({ next }: { next: string }) {
  const { t } = useTranslation('staff');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const login = useAct(routes.login, {
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(keyOf(routes.me, {}), me);
      goTo(safeNext(next));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!login.isPending && email !== '' && password !== '') {
      login.mutate({ email, password });
    }
  };
  return (
    <Page title={t('signIn.title')} className="sign-in">
      <form className="sign-in-form" onSubmit={submit}>
        <Brand label={t('nav.brand')} />
        <h1 className="h1">{t('signIn.heading')}</h1>
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
        <p className="cap">{t('signIn.forgotten')}</p>
      </form>
    </Page>
  );
}
