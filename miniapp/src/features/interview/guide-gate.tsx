import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Loading } from '../../components/state';
import { read, write } from '../../platform/kept';

/** Its drawings and words are a chunk of their own. */
const GuidePage = lazy(() => import('./guide/guide'));

const keyOf = (interviewId: string) => `zhiyu.guide.${interviewId}`;

/** The guide before the first decision, once on this device, and again whenever asked for. */
export function GuideGate({
  interview,
  children,
}: {
  interview: CandidateInterview;
  children: (again: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('candidate');
  const [seen, setSeen] = useState(() => read('device', keyOf(interview.interviewId)) !== null);
  if (seen) {
    const again = (
      <Button look="plain" className="touch" onPress={() => setSeen(false)}>
        {t('guideAgain')}
      </Button>
    );
    return <>{children(again)}</>;
  }
  const done = () => {
    write('device', keyOf(interview.interviewId), '1');
    setSeen(true);
  };
  const waiting = (
    <Page title={t('interview.title')}>
      <Loading />
    </Page>
  );
  return (
    <Suspense fallback={waiting}>
      <GuidePage interview={interview} onDone={done} />
    </Suspense>
  );
}
