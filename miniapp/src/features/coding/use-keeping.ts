import { useEffect, useRef, useState } from 'react';
import { codingRoutes } from '@zhiyu/contracts/routes.coding';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { serverTime } from '../../platform/clock';
import { type Kept, keepLocally, snapshot } from './kept-program';

/** What the page says about the program it has. */
export type Keeping = 'kept' | 'sending' | 'away' | 'over';

/** How often the program is looked at while it is written (ms): a snapshot a second, no more. */
const LOOK = 1_000;
/** How often what is new goes to the server (ms). */
const SEND = 3_000;
/** Snapshots of one call. */
const MOST = 600;

/** One call: the program, and the snapshots that the server does not have. */
async function send(kept: Kept): Promise<void> {
  const { attemptId, language, sources, revision, first } = kept;
  const snapshots = kept.pending.slice(0, MOST);
  const input = { attemptId, language, sources: { ...sources }, revision, first, snapshots };
  const said = await call(codingRoutes.keepProgram, input);
  const known = Math.min(Math.max(0, said.snapshots - first), snapshots.length);
  kept.pending.splice(0, known);
  kept.first = said.snapshots;
  kept.sent = Math.max(kept.sent, revision);
  if (said.full) {
    kept.full = true;
    kept.pending.length = 0;
  }
}

/** Whether an error says that this device writes no more. */
function isOver(error: unknown): boolean {
  const over = ['answerTooLate', 'recordedElsewhere', 'questionNotOpen'];
  return error instanceof ApiError && over.includes(error.code);
}

/** A snapshot a second while something changes, kept on this device. */
function useLooking(note: () => boolean, keep: () => void, out: () => void): void {
  const latest = useRef({ note, keep, out });
  latest.current = { note, keep, out };
  useEffect(() => {
    const leave = () => {
      latest.current.note();
      latest.current.keep();
    };
    const look = setInterval(() => {
      if (latest.current.note()) {
        latest.current.keep();
      }
    }, LOOK);
    const push = setInterval(() => latest.current.out(), SEND);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(look);
      clearInterval(push);
      window.removeEventListener('pagehide', leave);
    };
  }, []);
}

/** Keeps the program on this device every second and at the server every three, for as long as it is written. */
export function useKeeping(
  kept: Kept,
  startedAt: number,
): { keeping: Keeping; sync: () => Promise<void> } {
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const busy = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);
  const note = () => snapshot(kept, serverTime() - startedAt);
  const push = async () => {
    note();
    keepLocally(kept);
    if (stopped.current || (kept.sent >= kept.revision && kept.pending.length === 0)) {
      return;
    }
    setKeeping((before) => (before === 'away' ? before : 'sending'));
    try {
      await send(kept);
      keepLocally(kept);
      setKeeping('kept');
    } catch (error) {
      stopped.current = isOver(error);
      setKeeping(stopped.current ? 'over' : 'away');
    }
  };
  const out = () => {
    busy.current ??= push().finally(() => {
      busy.current = null;
    });
  };
  useLooking(note, () => keepLocally(kept), out);
  const sync = async () => {
    await busy.current;
    await push();
  };
  return { keeping, sync };
}
