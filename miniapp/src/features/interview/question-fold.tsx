import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { Icon } from '../../components/icon';
import { Numbering } from './progress';

/** The question in two lines; a tap opens it. */
export function QuestionFold({
  interview,
  question,
}: {
  interview: CandidateInterview;
  question: CurrentQuestion;
}) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  return (
    <div className={`question-fold ${open ? 'open' : ''}`}>
      <div>
        <small>
          <Numbering interview={interview} question={question} />
        </small>
        <h1>{question.text}</h1>
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-label={t(open ? 'foldQuestion' : 'unfoldQuestion')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}
