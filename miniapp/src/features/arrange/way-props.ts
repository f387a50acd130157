import type { CandidateInterview } from '@zhiyu/contracts/interview';

/** A sheet over the interview. */
export interface WayProps {
  interview: CandidateInterview;
  onClose: () => void;
}
