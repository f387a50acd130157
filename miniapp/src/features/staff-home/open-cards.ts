import type { Card } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useMay } from '../staff-shell/use-me';

/** Cards of this kind say that something is wrong. */
const wrong: readonly Card['kind'][] = ['alert', 'promiseDue'];

/** Open cards of the reader, newest first: alerts, or what waits for an answer. */
export function useOpenCards(): { alerts: Card[]; asks: Card[] } {
  const may = useMay();
  const { data } = useRoute(routes.inbox, {}, { enabled: may('inbox.use') });
  const open = (data?.items ?? []).map(({ card }) => card).filter(({ state }) => state === 'open');
  const newest = open.reverse();
  return {
    alerts: newest.filter(({ kind }) => wrong.includes(kind)),
    asks: newest.filter(({ kind, buttons }) => !wrong.includes(kind) && buttons.length > 0),
  };
}
