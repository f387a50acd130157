import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { serverTime } from '../../platform/clock';
import { groupsOf } from '../staff-home/home.shared';
import { goTo } from '../staff-shell/address';
import { hrefOf, pagePath } from '../staff-shell/address.shared';
import { isFreeKey } from './free-key';
import { isHeldHere } from './held-here';
import { nextWaiting } from './next-person.shared';

/** As many as the home page shows. */
const MANY = 50;

/** Whoever waits after this one, in the order of the home page: a link, and the key N. */
export function NextPerson({ id }: { id: string }) {
  const { t } = useTranslation('file');
  const list = useRoute(routes.listApplications, { waiting: 'true', order: 'look', limit: MANY });
  const waiting = (list.data?.applications ?? []).filter(
    (row) => row.id === id || !isHeldHere(row.id, serverTime()),
  );
  const { judge, nod } = groupsOf(waiting, serverTime());
  const rows = [...judge, ...nod];
  const order = useRef<readonly string[]>([]);
  if (rows.some((row) => row.id === id)) {
    order.current = rows.map((row) => row.id);
  }
  const next = nextWaiting(rows, id, order.current);
  const latest = useRef(next);
  latest.current = next;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'n' && latest.current && isFreeKey(event)) {
        event.preventDefault();
        goTo(pagePath('file', { id: latest.current.id }));
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return next === null ? null : (
    <a className="btn small touch" href={hrefOf('file', { id: next.id })}>
      {t('nextPerson', { name: next.candidateName })}
    </a>
  );
}
