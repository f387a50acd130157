import { CandidateInbox } from '../../../features/candidate-inbox/candidate-inbox';
import { WithSession } from '../../../features/session/with-session';

/** The candidate’s cards in a browser. */
export function InboxScreen({ token, named }: { token: string; named: string }) {
  return (
    <WithSession token={token} here="inbox">
      <CandidateInbox named={named} />
    </WithSession>
  );
}
