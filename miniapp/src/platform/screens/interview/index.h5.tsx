import { Interview } from '../../../features/interview/interview';
import { WithSession } from '../../../features/session/with-session';

/** The candidate's interview in a browser. */
export function InterviewScreen({ token }: { token: string }) {
  return (
    <WithSession token={token} here="interview">
      <Interview />
    </WithSession>
  );
}
