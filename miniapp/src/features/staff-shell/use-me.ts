import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { goTo } from './address';
import { pagePath } from './address.shared';
import { forgetDrafts } from './drafts';

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

/** After a refusal: where nobody is signed in any more, the page asks who is, and so leads to signing in. */
export function noticeSignedOut(error: unknown): void {
  if (isSignedOut(error)) {
    void queryClient.invalidateQueries({ queryKey: keyOf(routes.me) });
  }
}

/** Ends the session here and on the server; the kept answers go too. */
export async function signOut(): Promise<void> {
  await call(routes.logout, {});
  forgetDrafts();
  queryClient.clear();
  goTo(pagePath('sign-in'));
}
