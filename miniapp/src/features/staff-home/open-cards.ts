import type { Card, Inbox } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useMay } from '../staff-shell/use-me';

/** Cards of this kind say that something is wrong. */
const wrong: readonly Card['kind'][] = ['alert', 'promiseDue'];

interface OpenCards {
  alerts: Card[];
  asks: Card[];
  /** Where they come from: without it nobody knows that there are none. */
  inbox: { data: Inbox | undefined; error: unknown; refetch: () => unknown };
}

/** Open cards of the reader, newest first: alerts, or what waits for an answer. */
export function useOpenCards(): OpenCards {
  const may = useMay();
  const inbox = useRoute(routes.inbox, {}, { enabled: may('inbox.use') });
  const open = (inbox.data?.items ?? [])
    .map(({ card }) => card)
    .filter(({ state }) => state === 'open');
  const newest = open.reverse();
  return {
    inbox,
    alerts: newest.filter(({ kind }) => wrong.includes(kind)),
    asks: newest.filter(({ kind, buttons }) => !wrong.includes(kind) && buttons.length > 0),
  };
}
