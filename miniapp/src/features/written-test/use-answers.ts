import { useCallback, useEffect, useRef, useState } from 'react';
import { testRoutes } from '@zhiyu/contracts/routes.tests';
import type { OwnTest, TestAnswer } from '@zhiyu/contracts/written-tests';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { ticks } from '../../platform/clock';
import { onBack } from '../../platform/network';
import {
  answersOf,
  forgetOnDevice,
  keepOnDevice,
  type KeptAnswers,
  noAnswer,
} from './kept-answers';

export type Keeping = 'kept' | 'sending' | 'away';

/** A pause of typing after which an answer is sent (ms). */
const PAUSE = 800;
/** How long a device without a network waits before it tries again (ms). */
const AGAIN = 5_000;

interface Answers {
  id: string;
  now: { current: KeptAnswers };
  put: (answers: KeptAnswers) => void;
}

const fresh = (answers: KeptAnswers) =>
  Object.entries(answers).find(([, one]) => one.revision > one.sent);

/** Sends what is new, one item after the other. */
async function sendAll({ id, now, put }: Answers): Promise<void> {
  for (let next = fresh(now.current); next; next = fresh(now.current)) {
    const [item, { answer, revision, seconds }] = next;
    const said = await call(testRoutes.keepTestAnswer, { id, item, answer, revision, seconds });
    const kept = now.current[item];
    if (kept) {
      // Another device may have written since: this one goes on from the newer number.
      put({ ...now.current, [item]: { ...kept, sent: Math.max(said.revision, revision) } });
    }
  }
}

/** Brings answers to the server after a moment, and again when the network is back. */
function useSending(answers: Answers, onOver: () => void) {
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const busy = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ answers, onOver });
  latest.current = { answers, onOver };

  /** Everything that is new reaches the server; false where there is no network. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    setKeeping((before) => (before === 'away' ? before : 'sending'));
    busy.current ??= sendAll(latest.current.answers).finally(() => {
      busy.current = null;
    });
    try {
      await busy.current;
      setKeeping('kept');
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'testOver') {
        latest.current.onOver();
        return true;
      }
      setKeeping('away');
      timer.current = setTimeout(() => void flush(), AGAIN);
      return false;
    }
  }, []);

  const soon = useCallback(
    (wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), wait);
    },
    [flush],
  );

  useEffect(() => {
    void flush();
    const end = onBack(() => void flush());
    return () => {
      end();
      clearTimeout(timer.current);
    };
  }, [flush]);
  return { keeping, flush, soon };
}

const nextRevision = (known: { revision: number; sent: number } | undefined): number =>
  Math.max(known?.revision ?? 0, known?.sent ?? 0) + 1;

/** Answers of a running test: on this device at once, at the server after a moment, one by one. */
export function useAnswers(test: OwnTest, onOver: () => void) {
  const { id } = test;
  const [answers, setAnswers] = useState(() => answersOf(test));
  const now = useRef(answers);
  const shownAt = useRef(ticks());
  const put = useCallback(
    (next: KeptAnswers) => {
      now.current = next;
      setAnswers(next);
      keepOnDevice(id, next);
    },
    [id],
  );
  const { keeping, flush, soon } = useSending({ id, now, put }, onOver);

  const answer = (item: string, next: TestAnswer, at: 'now' | 'later') => {
    const { sent = 0, seconds = 0 } = now.current[item] ?? {};
    const revision = nextRevision(now.current[item]);
    put({ ...now.current, [item]: { answer: next, revision, sent, seconds } });
    soon(at === 'now' ? 0 : PAUSE);
  };

  /** Time on the screen counts for the item that is left; an answer is sent again with it. */
  const leave = (item: string) => {
    const known = now.current[item] ?? { answer: noAnswer, revision: 0, sent: 0, seconds: 0 };
    const seconds = known.seconds + (ticks() - shownAt.current) / 1000;
    const revision = known.revision === 0 ? 0 : nextRevision(known);
    shownAt.current = ticks();
    put({ ...now.current, [item]: { ...known, revision, seconds } });
    soon(0);
  };

  const clear = useCallback(() => forgetOnDevice(id), [id]);
  return { answers, keeping, answer, leave, flush, clear };
}
