import type { OwnPage } from '@zhiyu/contracts/requests';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';

/** Own requests, consents and what can be asked for. */
export function useOwn() {
  const query = useRoute(requestRoutes.ownPage, {});
  useLive([requestRoutes.ownPage]);
  return query;
}

/** Shows what an act answered, without asking again. */
export function putOwn(own: OwnPage): void {
  queryClient.setQueryData(keyOf(requestRoutes.ownPage, {}), own);
}
