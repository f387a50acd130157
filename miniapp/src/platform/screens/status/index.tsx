import { PocketStatus } from '../../../features/pocket/status';
import { Pocket } from '../../../features/pocket/pocket';

/** The candidate’s own page in a mini-program. */
export function StatusScreen({ token }: { token: string }) {
  return (
    <Pocket token={token}>
      <PocketStatus />
    </Pocket>
  );
}
