import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { Page } from '../../components/page';
import { Failed, Loading } from '../../components/state';
import { SecondDevice } from '../second-device/second-device';
import { useSession } from './use-session';

/** Shows its children once this browser has the candidate's session. */
export function WithSession({
  token,
  here,
  children,
}: {
  token: string;
  here: 'interview' | 'status' | 'inbox';
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
      <SecondDevice
        challenge={session.challenge}
        triesLeft={session.triesLeft}
        onOpen={setSession}
      />
    );
  }
  return (
    <Page title={t('interview.title')}>
      {session.state === 'failed' ? <Failed error={session.error} onRetry={retry} /> : <Loading />}
    </Page>
  );
}
