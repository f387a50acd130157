import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { fieldMessage, messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Page } from '../../components/page';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { goTo } from '../staff-shell/address';
import { hrefOf, pagePath } from '../staff-shell/address.shared';
import { isSignedOut, useMe } from '../staff-shell/use-me';
import './sign-in.scss';

/** The shortest password the server takes (characters). */
const SHORTEST = 10;

/** The own password, set for the first time or again. */
export function OwnPassword() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const say = useToast();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAct(routes.setPassword, {
    onSuccess: () => {
      say(t('password.done'));
      goTo(pagePath('home'));
    },
  });
  const short = password.length < SHORTEST ? t('password.short', { n: SHORTEST }) : undefined;
  const different = password === again ? undefined : t('password.different');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short && !different && !save.isPending) {
      save.mutate({ password });
    }
  };
  const form = (name: string) => (
    <form className="sign-in-form" onSubmit={submit}>
      <h1 className="h1">{t('password.heading', { name })}</h1>
      <TextField
        label={t('password.new')}
        type="password"
        autoComplete="new-password"
        hint={t('password.hint', { n: SHORTEST })}
        error={tried ? (short ?? fieldMessage(save.error, 'password')) : undefined}
        value={password}
        onChange={setPassword}
      />
      <TextField
        label={t('password.again')}
        type="password"
        autoComplete="new-password"
        error={tried ? different : undefined}
        value={again}
        onChange={setAgain}
      />
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <button type="submit" className="btn primary big wide" aria-busy={save.isPending}>
        {t(save.isPending ? 'password.saving' : 'password.save')}
      </button>
    </form>
  );
  return (
    <Page title={t('password.title')} className="sign-in">
      <Awaited query={me}>{({ name }) => form(name)}</Awaited>
      {isSignedOut(me.error) ? (
        <p className="pad">
          <a className="btn touch" href={hrefOf('sign-in')}>
            {t('link.signIn')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
