import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { queryClient, useAct } from '../../api/query';
import { Page } from '../../components/page';
import { Empty, Failed, Loading } from '../../components/state';
import { goTo } from '../staff-shell/address';
import { hrefOf, pagePath, safeNext } from '../staff-shell/address.shared';

/** Trades a one-time link for a session. The token leaves the address before anything else happens. */
export function SignInByLink({ token }: { token: string }) {
  const { t } = useTranslation('staff');
  const begun = useRef(false);
  const use = useAct(routes.useLink, {
    onSuccess: ({ needsPassword, next }) => {
      queryClient.clear();
      goTo(needsPassword ? pagePath('password') : safeNext(next));
    },
  });
  const { mutate } = use;
  useEffect(() => {
    if (begun.current || token === '') {
      return;
    }
    begun.current = true;
    window.history.replaceState(window.history.state, '', '#/pages/link/index');
    mutate({ token });
  }, [token, mutate]);
  const signIn = (
    <a className="btn touch" href={hrefOf('sign-in')}>
      {t('link.signIn')}
    </a>
  );
  return (
    <Page title={t('link.title')}>
      <h1 className="sr">{t('link.title')}</h1>
      {use.error ? (
        <>
          <Failed error={use.error} />
          <p className="pad">{signIn}</p>
        </>
      ) : token === '' ? (
        <Empty title={t('link.none')} action={signIn}>
          {t('link.noneMore')}
        </Empty>
      ) : (
        <Loading />
      )}
    </Page>
  );
}
