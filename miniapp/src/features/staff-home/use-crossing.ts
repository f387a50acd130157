import type { ApplicationRow } from '@zhiyu/contracts/application';
import { crossingAtMost } from '@zhiyu/contracts/crossing';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useMe } from '../staff-shell/use-me';

/** Names of the dimensions on the line, by application; nothing for those who may not open reports. */
export function useCrossing(rows: readonly ApplicationRow[]): ReadonlyMap<string, string[]> {
  const me = useMe();
  const ids = rows.filter(({ total }) => total !== null).map(({ id }) => id);
  const { data } = useRoute(
    routes.crossing,
    { ids: ids.slice(0, crossingAtMost).join(',') },
    { enabled: ids.length > 0 && (me.data?.may.includes('report.view') ?? false) },
  );
  return new Map(data?.rows.map((one) => [one.applicationId, one.dimensions]));
}
