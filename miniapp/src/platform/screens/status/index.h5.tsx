import { Status } from '../../../features/status/status';
import { WithSession } from '../../../features/session/with-session';

/** The candidate’s own page in a browser. */
export function StatusScreen({ token }: { token: string }) {
  return (
    <WithSession token={token} here="status">
      <Status />
    </WithSession>
  );
}
