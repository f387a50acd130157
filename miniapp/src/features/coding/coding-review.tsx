import { useTranslation } from 'react-i18next';
import { codingRoutes } from '@zhiyu/contracts/routes.coding';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Numbering, Progress } from '../interview/progress';
import type { ReviewProps } from '../interview/review';
import { useReview } from '../interview/use-review';
import { SubmissionList } from './verdicts';
import './words';
import './coding.scss';

/** How often to ask while a submission is judged (ms). */
const ASK_EVERY = 1_000;

/** After the program: it is kept, what the tests say comes in, and nothing is chosen by itself. */
export default function CodingReview(props: ReviewProps) {
  const { interview, question, attempt, answer, onLast } = props;
  const { t } = useTranslation('coding');
  const { answerId } = question;
  const review = useReview(interview, question, attempt, answer.run.goOn);
  const query = useRoute(codingRoutes.codingTask, { answerId }, { refetchInterval: ASK_EVERY });
  const submissions = query.data?.submissions ?? [];
  const nothing = query.data !== undefined && submissions.length === 0;
  const footer = (
    <>
      {review.problem === null ? null : (
        <p className="interview-problem" role="alert">
          {review.problem}
        </p>
      )}
      <Button
        look="primary"
        size="big"
        wide
        busy={review.sending ? t('candidate:sending') : undefined}
        onPress={() => void review.use(onLast)}
      >
        {t(review.last ? 'review.useLast' : 'review.use')}
      </Button>
    </>
  );
  return (
    <Page
      title={t('candidate:interview.titleOf', { company: interview.companyName })}
      footer={footer}
    >
      <Progress interview={interview} />
      <p className="interview-meta">
        <Numbering interview={interview} question={question} />
      </p>
      <header className="interview-lead">
        <h1 className="h1">{t(nothing ? 'review.none' : 'review.title')}</h1>
        <p>{nothing ? null : t('review.lead')}</p>
      </header>
      <div className="coding-review">
        <SubmissionList submissions={submissions} />
      </div>
    </Page>
  );
}
