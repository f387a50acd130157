import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { Loading } from '../../components/state';
import type { QuestionProps } from './question-props';
import type { ReviewProps } from './review';

/** Programming questions bring an editor: only who has one loads it. */
const Coding = lazy(() => import('../coding/coding'));
const CodingReview = lazy(() => import('../coding/coding-review'));

/** Until the part of the page that is loaded later is here. */
function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('candidate');
  const page = (
    <Page title={t('interview.title')}>
      <Loading />
    </Page>
  );
  return <Suspense fallback={page}>{children}</Suspense>;
}

export function CodingStep(props: QuestionProps & { attemptId: string }) {
  return (
    <Waiting>
      <Coding {...props} />
    </Waiting>
  );
}

export function CodingReviewStep(props: ReviewProps) {
  return (
    <Waiting>
      <CodingReview {...props} />
    </Waiting>
  );
}
