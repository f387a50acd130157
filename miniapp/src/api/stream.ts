import { useEffect, useRef } from 'react';
import { rawPaths } from '@zhiyu/contracts/raw-paths';
import { streamRoutes } from '@zhiyu/contracts/routes.stream';
import type { StreamItem } from '@zhiyu/contracts/stream';
import { call } from './client';
import { queryClient } from './query';

/** How often to ask where there is no EventSource (ms). */
const POLL_EVERY = 5_000;
/** Failed connections in a row before asking instead of listening. */
const PATIENCE = 3;

/** A fact; null: some may have happened before the line was there. */
type Listener = (item: StreamItem | null) => void;
type LiveSide = 'staff' | 'candidate';

/** One connection per side for all listeners of the page: a browser may hold a session of each. */
class LiveLine {
  private readonly listeners = new Set<Listener>();
  private stop: (() => void) | null = null;
  private last = 0;

  constructor(private readonly side: LiveSide) {}

  /** Hears of every fact from now on until the returned function is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= typeof EventSource === 'undefined' ? this.poll() : this.hear();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.stop?.();
        this.stop = null;
      }
    };
  }

  /** The browser itself resumes by Last-Event-ID, which the server gives at once. */
  private hear(): () => void {
    const source = new EventSource(`${rawPaths.stream}?side=${this.side}`);
    let failures = 0;
    let opened = false;
    let stopPolling: (() => void) | null = null;
    source.onopen = () => {
      failures = 0;
      if (!opened) this.missed();
      opened = true;
    };
    source.onmessage = (event: MessageEvent<string>) => {
      this.tell(JSON.parse(event.data) as StreamItem);
    };
    source.onerror = () => {
      failures += 1;
      if (failures >= PATIENCE || source.readyState === EventSource.CLOSED) {
        source.close();
        stopPolling ??= this.poll();
      }
    };
    return () => {
      source.close();
      stopPolling?.();
    };
  }

  /** Asks again and again, from the last sequence seen. */
  private poll(): () => void {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const first = this.last === 0;
        const { items, last } = await call(streamRoutes.poll, { after: this.last });
        items.forEach((item) => this.tell(item));
        // The first answer has no items: it says from where on to ask.
        this.last = Math.max(this.last, last);
        if (first) this.missed();
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

  /** What the page asked for may have been answered before the line was there, and have changed in between. */
  private missed(): void {
    this.listeners.forEach((listener) => listener(null));
  }

  private tell(item: StreamItem): void {
    if (item.sequence > this.last) {
      this.last = item.sequence;
      this.listeners.forEach((listener) => listener(item));
    }
  }
}

const lines: Record<LiveSide, LiveLine> = {
  staff: new LiveLine('staff'),
  candidate: new LiveLine('candidate'),
};

/** While the page is there: a fact makes these routes be asked again (at most twice a second). */
export function useLive(
  refresh: readonly { path: string; side: string }[],
  when: (item: StreamItem) => boolean = () => true,
): void {
  const latest = useRef({ refresh, when });
  latest.current = { refresh, when };
  const side = refresh[0]?.side === 'candidate' ? 'candidate' : 'staff';
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopListening = lines[side].listen((item) => {
      if (timer !== undefined || (item !== null && !latest.current.when(item))) {
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
  }, [side]);
}
