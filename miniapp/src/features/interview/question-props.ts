import type { AnswerMode, CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import type { AnswerHandle } from './use-answer';
import type { DeviceHandle } from './use-devices';

/** What every screen of an open question is given. */
export interface QuestionProps {
  interview: CandidateInterview;
  question: CurrentQuestion;
  mode: AnswerMode;
  /** Another app records and this page gets the file. */
  byFile: boolean;
  devices: DeviceHandle;
  answer: AnswerHandle;
  onMode: (mode: AnswerMode, byFile?: boolean) => void;
}

/** One step of the interview, whether a question is open or not. */
export interface StepProps {
  interview: CandidateInterview;
  mode: AnswerMode | null;
  byFile: boolean;
  choose: (mode: AnswerMode, byFile?: boolean) => void;
  handle: DeviceHandle;
  answer: AnswerHandle;
}
