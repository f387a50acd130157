import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { queryClient, useRoute } from '../../api/query';
import { goTo } from './address';
import { pagePath } from './address.shared';

/** Who is signed in. */
export function useMe() {
  return useRoute(routes.me, {});
}

/** Whether the signed-in person may do an act somewhere: decides what is shown; the server guards. */
export function useMay(): (act: string) => boolean {
  const { data } = useMe();
  return (act) => data?.may.includes(act) ?? false;
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'notSignedIn';
}

/** Ends the session here and on the server; the kept answers go too. */
export async function signOut(): Promise<void> {
  await call(routes.logout, {});
  queryClient.clear();
  goTo(pagePath('sign-in'));
}
