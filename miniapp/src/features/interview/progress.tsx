import { useTranslation } from 'react-i18next';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { minutesLeft } from './step.shared';

/** One segment per question. */
export function Progress({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const { questionCount, answered } = interview;
  return (
    <div
      className="interview-progress"
      role="progressbar"
      aria-label={t('progress')}
      aria-valuemin={0}
      aria-valuemax={questionCount}
      aria-valuenow={answered}
    >
      {Array.from({ length: questionCount }, (_, i) => (
        <i key={i} className={i < answered ? 'on' : i === answered ? 'now' : ''} />
      ))}
    </div>
  );
}

/** 第 3 题，共 6 题 */
export function Numbering({
  interview,
  question,
}: {
  interview: CandidateInterview;
  question: CurrentQuestion;
}) {
  const { t } = useTranslation('candidate');
  return <>{t('numbering', { n: question.index + 1, of: interview.questionCount })}</>;
}

export function StillToGo({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  return <>{t('stillToGo', { count: minutesLeft(interview) })}</>;
}

/** Why this question: from the résumé, a follow-up, or added by HR. */
export function Because({ question }: { question: CurrentQuestion }) {
  const { t } = useTranslation('candidate');
  const word = question.kind === 'planned' ? '' : t(`kind.${question.kind}`);
  const text = [word, question.reason].filter(Boolean).join(t('colon'));
  return text === '' ? null : <p className="interview-because">{text}</p>;
}
