import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { Page } from '../../components/page';
import { Failed, Loading } from '../../components/state';
import { useSession } from './use-session';

/** Few come with a second device: only they load its page. */
const SecondDevice = lazy(async () => ({
  default: (await import('../second-device/second-device')).SecondDevice,
}));

/** Shows its children once this browser has the candidate's session. */
export function WithSession({
  token,
  here,
  children,
}: {
  token: string;
  here: 'interview' | 'status' | 'inbox' | 'test' | 'meeting' | 'offer';
  children: ReactNode;
}) {
  const { t } = useTranslation('candidate');
  const { session, setSession, retry } = useSession(token);
  const away = session.state === 'open' && session.next === 'status' && here === 'interview';
  useEffect(() => {
    if (away) {
      void Taro.redirectTo({ url: '/pages/status/index' });
    }
  }, [away]);
  if (session.state === 'open' && !away) {
    return <>{children}</>;
  }
  if (session.state === 'code') {
    return (
      <Suspense fallback={<Loading />}>
        <SecondDevice
          challenge={session.challenge}
          triesLeft={session.triesLeft}
          onOpen={setSession}
        />
      </Suspense>
    );
  }
  return (
    <Page title={t('interview.title')}>
      {session.state === 'failed' ? <Failed error={session.error} onRetry={retry} /> : <Loading />}
    </Page>
  );
}
