import { PocketInterview } from '../../../features/pocket/interview';
import { Pocket } from '../../../features/pocket/pocket';

/** The candidate's interview in a mini-program. */
export function InterviewScreen({ token }: { token: string }) {
  return (
    <Pocket token={token}>
      <PocketInterview />
    </Pocket>
  );
}
