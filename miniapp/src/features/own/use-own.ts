import type { OwnPage } from '@zhiyu/contracts/requests';
import { routes } from '@zhiyu/contracts/routes';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';

/** Own requests, consents and what can be asked for. */
export function useOwn() {
  const query = useRoute(routes.ownPage, {});
  useLive([routes.ownPage]);
  return query;
}

/** Shows what an act answered, without asking again. */
export function putOwn(own: OwnPage): void {
  queryClient.setQueryData(keyOf(routes.ownPage, {}), own);
}
