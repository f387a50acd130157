import { CandidateInbox } from '../../../features/candidate-inbox/candidate-inbox';
import { WithSession } from '../../../features/session/with-session';

/** The candidate’s cards in a browser. */
export function InboxScreen({ token }: { token: string }) {
  return (
    <WithSession token={token} here="inbox">
      <CandidateInbox />
    </WithSession>
  );
}
