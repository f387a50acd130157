import { useEffect, useRef } from 'react';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { StreamItem } from '@zhiyu/contracts/stream';
import { call } from './client';
import { queryClient } from './query';

/** How often to ask where there is no EventSource (ms). */
const POLL_EVERY = 5_000;
/** Failed connections in a row before asking instead of listening. */
const PATIENCE = 3;

type Listener = (item: StreamItem) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;
let last = 0;

function tell(item: StreamItem): void {
  if (item.sequence <= last) {
    return;
  }
  last = item.sequence;
  for (const listener of listeners) {
    listener(item);
  }
}

/** Asks again and again, from the last sequence seen; the first answer only says where the log stands. */
function startPolling(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    try {
      const first = last === 0;
      const after = first ? Number.MAX_SAFE_INTEGER : last;
      const result = await call(routes.poll, { after });
      result.items.forEach(tell);
      if (first && result.last < Number.MAX_SAFE_INTEGER) {
        last = result.last;
      }
    } catch {
      // The page keeps what it has; the next turn asks again.
    }
    if (!stopped) {
      timer = setTimeout(() => void ask(), POLL_EVERY);
    }
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Listens; the browser itself resumes by Last-Event-ID. */
function startListening(): () => void {
  if (typeof EventSource === 'undefined') {
    return startPolling();
  }
  const source = new EventSource(rawPaths.stream);
  let failures = 0;
  let stopPolling: (() => void) | null = null;
  source.onopen = () => {
    failures = 0;
  };
  source.onmessage = (event: MessageEvent<string>) => {
    tell(JSON.parse(event.data) as StreamItem);
  };
  source.onerror = () => {
    failures += 1;
    if (failures >= PATIENCE || source.readyState === EventSource.CLOSED) {
      source.close();
      stopPolling ??= startPolling();
    }
  };
  return () => {
    source.close();
    stopPolling?.();
  };
}

/** Hears of every fact from now on until the returned function is called. One connection for all. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= startListening();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.();
      stop = null;
    }
  };
}

/** While the page is there: a fact makes these routes be asked again (at most twice a second). */
export function useLive(
  refresh: readonly { path: string }[],
  when: (item: StreamItem) => boolean = () => true,
): void {
  const latest = useRef({ refresh, when });
  latest.current = { refresh, when };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopListening = listen((item) => {
      if (!latest.current.when(item) || timer !== undefined) {
        return;
      }
      timer = setTimeout(() => {
        timer = undefined;
        for (const { path } of latest.current.refresh) {
          void queryClient.invalidateQueries({ queryKey: [path] });
        }
      }, 500);
    });
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, []);
}
