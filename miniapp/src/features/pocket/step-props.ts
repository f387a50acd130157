import type { AnswerMode, CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import type { AnswerHandle } from '../interview/use-answer';
import type { DeviceHandle } from '../interview/use-devices';

/** What every step of a question is given. */
export interface StepProps {
  interview: CandidateInterview;
  mode: AnswerMode;
  handle: DeviceHandle;
  answer: AnswerHandle;
  choose: (mode: AnswerMode) => void;
}

export interface QuestionProps extends StepProps {
  question: CurrentQuestion;
}
