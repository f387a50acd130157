import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Loading } from '../../components/state';
import { useGuideSeen } from './use-guide-seen';

/** Its drawings and words are a chunk of their own. */
const GuidePage = lazy(() => import('./guide/guide'));

/** The guide before the first decision, once on this device, and again whenever asked for. */
export function GuideGate({
  interview,
  children,
}: {
  interview: CandidateInterview;
  children: (again: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('candidate');
  const guide = useGuideSeen(interview.interviewId);
  if (guide.seen) {
    const again = (
      <Button look="plain" className="touch" onPress={guide.again}>
        {t('guideAgain')}
      </Button>
    );
    return <>{children(again)}</>;
  }
  const waiting = (
    <Page title={t('interview.title')}>
      <Loading />
    </Page>
  );
  return (
    <Suspense fallback={waiting}>
      <GuidePage interview={interview} onDone={guide.done} />
    </Suspense>
  );
}
