import { PocketCards } from '../../../features/pocket/cards';
import { Pocket } from '../../../features/pocket/pocket';

/** The candidate’s cards in a mini-program. */
export function InboxScreen({ token }: { token: string; named: string }) {
  return (
    <Pocket token={token}>
      <PocketCards />
    </Pocket>
  );
}
