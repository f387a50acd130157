import { QueryClient, useMutation, useQuery, type QueryKey } from '@tanstack/react-query';
import type { InputOf, OutputOf, Route } from '@zhiyu/contracts/route';
import { call } from './client';
import { isAway } from '../platform/network';
import { ApiError } from './error';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      // Whether there is a network the call itself finds out, and says: nothing waits in silence for it.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (count, error) =>
        error instanceof ApiError &&
        (error.code === 'offline' ? count < 1 && !isAway() : count < 2 && error.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Asks again for everything the page shows that failed: one press is enough when the server is back. */
export function retryFailed(): void {
  void queryClient.refetchQueries({
    type: 'active',
    predicate: ({ state }) => state.status === 'error',
  });
}

/** The key under which the answer of a route is kept: its path, then the input. */
export function keyOf(
  route: Route<never, unknown> | Route<unknown, unknown>,
  input?: unknown,
): QueryKey {
  return input === undefined ? [route.path] : [route.path, input];
}

/** Server data of a GET route. */
export function useRoute<R extends Route<never, unknown> | Route<unknown, unknown>>(
  route: R,
  input: InputOf<R>,
  options: { enabled?: boolean; refetchInterval?: number | false } = {},
) {
  return useQuery({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => call(route as Route<InputOf<R>, OutputOf<R>>, input, { signal }),
    ...options,
  });
}

/** An act: `mutate(input)` calls the route; then everything under the given routes is asked again. */
export function useAct<R extends Route<never, unknown> | Route<unknown, unknown>>(
  route: R,
  options: {
    refresh?: readonly { path: string }[];
    onSuccess?: (output: OutputOf<R>, input: InputOf<R>) => void;
  } = {},
) {
  return useMutation<OutputOf<R>, unknown, InputOf<R>>({
    mutationFn: (input) => call(route as Route<InputOf<R>, OutputOf<R>>, input),
    onSuccess: async (output, input) => {
      options.onSuccess?.(output, input);
      await Promise.all(
        (options.refresh ?? []).map(({ path }) =>
          queryClient.invalidateQueries({ queryKey: [path] }),
        ),
      );
    },
  });
}
