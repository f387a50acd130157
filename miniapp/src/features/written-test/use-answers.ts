import { useCallback, useEffect, useRef, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { OwnTest, TestAnswer } from '@zhiyu/contracts/written-tests';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { ticks } from '../../platform/clock';
import { forget } from '../../platform/kept';
import { onBack } from '../../platform/network';
import { answersOf, keepOnDevice, type KeptAnswers, noAnswer } from './kept-answers';

export type Keeping = 'kept' | 'sending' | 'away';

/** A pause of typing after which an answer is sent (ms). */
const PAUSE = 800;
/** How long a device without a network waits before it tries again (ms). */
const AGAIN = 5_000;

const fresh = (answers: KeptAnswers) =>
  Object.entries(answers).filter(([, one]) => one.revision > one.sent);

/** Answers of a running test: on this device at once, at the server after a moment, one by one. */
export function useAnswers(test: OwnTest, onOver: () => void) {
  const [answers, setAnswers] = useState(() => answersOf(test));
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const now = useRef(answers);
  const busy = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shownAt = useRef(ticks());

  const put = useCallback(
    (next: KeptAnswers) => {
      now.current = next;
      setAnswers(next);
      keepOnDevice(test.id, next);
    },
    [test.id],
  );

  const push = useCallback(async (): Promise<void> => {
    for (let next = fresh(now.current)[0]; next; next = fresh(now.current)[0]) {
      const [item, { answer, revision, seconds }] = next;
      setKeeping((before) => (before === 'away' ? before : 'sending'));
      const said = await call(routes.keepTestAnswer, {
        ...{ id: test.id, item, answer, revision, seconds },
      });
      const kept = now.current[item];
      if (kept) {
        // A device with an older state than another one goes on from the newer number.
        const sent = Math.max(said.revision, revision);
        put({ ...now.current, [item]: { ...kept, sent } });
      }
    }
    setKeeping('kept');
  }, [put, test.id]);

  /** Everything that is new reaches the server; false where there is no network. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    busy.current ??= push().finally(() => {
      busy.current = null;
    });
    try {
      await busy.current;
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'testOver') {
        onOver();
        return true;
      }
      setKeeping('away');
      timer.current = setTimeout(() => void flush(), AGAIN);
      return false;
    }
  }, [push, onOver]);

  useEffect(() => {
    void flush();
    const end = onBack(() => void flush());
    return () => {
      end();
      clearTimeout(timer.current);
    };
  }, [flush]);

  const answer = (item: string, next: TestAnswer, at: 'now' | 'later') => {
    const before = now.current[item];
    const revision = Math.max(before?.revision ?? 0, before?.sent ?? 0) + 1;
    const seconds = before?.seconds ?? 0;
    put({ ...now.current, [item]: { answer: next, revision, sent: before?.sent ?? 0, seconds } });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), at === 'now' ? 0 : PAUSE);
  };

  /** Time on the screen counts for the item that is left. */
  const leave = (item: string) => {
    const kept = now.current[item];
    const seconds = (kept?.seconds ?? 0) + (ticks() - shownAt.current) / 1000;
    shownAt.current = ticks();
    const base = kept ?? { answer: noAnswer, revision: 0, sent: 0 };
    // Sent again with the time it took, where there is an answer.
    const revision = base.revision === 0 ? 0 : Math.max(base.revision, base.sent) + 1;
    put({ ...now.current, [item]: { ...base, revision, seconds } });
    void flush();
  };

  const clear = () => forget('device', `test-${test.id}`);
  return { answers, keeping, answer, leave, flush, clear };
}
