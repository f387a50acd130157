import {
  awayAfter,
  type LivePhase,
  type LineTrouble,
  slowUnder,
  stalledAfter,
} from '@zhiyu/contracts/live';
import type { Arrangement } from '../../interviews/entities/arrangement.entity.js';
import type { AttemptRow, Interview } from '../../interviews/entities/interview.entity.js';
import { type AnswerParts, isOpen } from '../../interviews/interview-view.js';

const minuteMs = 60_000;

/** Where a candidate is: the question, what runs, until when. */
export interface Whereabouts {
  index: number | null;
  phase: LivePhase;
  endsAt: number | null;
  running: AttemptRow | undefined;
  lastAt: number;
}

/** The pause that lasts at this moment; null: none. */
function pauseOf(row: Arrangement | null, now: number) {
  const { pausedAt, pauseEndsAt, heldBy } = row ?? { pausedAt: null, pauseEndsAt: null };
  return pausedAt !== null && pauseEndsAt !== null && pauseEndsAt > now
    ? { phase: heldBy ? ('held' as const) : ('paused' as const), endsAt: pauseEndsAt }
    : null;
}

function stepOf(open: AnswerParts, running: AttemptRow | undefined) {
  const { state, thinkingEndsAt } = open.answer;
  return state === 'thinking'
    ? { phase: 'thinking' as const, endsAt: thinkingEndsAt }
    : running
      ? { phase: 'answering' as const, endsAt: running.endsAt }
      : { phase: 'reviewing' as const, endsAt: null };
}

/** From the rows alone: pure. */
export function whereabouts(
  interview: Interview,
  parts: AnswerParts[],
  of: { arranged: Arrangement | null; now: number },
): Whereabouts {
  const { arranged, now } = of;
  const open = parts.find(isOpen);
  const running = open?.attempts.findLast(({ state }) => state === 'recording');
  const left = parts.some(({ answer }) => answer.state === 'waiting');
  const between = { phase: left ? ('between' as const) : ('handingIn' as const), endsAt: null };
  const paused = pauseOf(arranged, now);
  // An answer that runs is finished before a pause begins for its candidate.
  const step = open ? stepOf(open, running) : between;
  return {
    index: open?.question.position ?? null,
    ...(paused && step.phase !== 'answering' ? paused : step),
    running,
    lastAt: lastOf(interview, parts),
  };
}

function lastOf(interview: Interview, parts: AnswerParts[]): number {
  const moments = parts.flatMap(({ answer, attempts, question }) => [
    answer.chosenAt,
    question.askedAt,
    ...attempts.flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt]),
  ]);
  return moments.reduce<number>((last, at) => Math.max(last, at ?? 0), interview.startedAt ?? 0);
}

/** What kbit/s the device check found; null: it was not measured. */
export function kbpsOf({ device }: Pick<Interview, 'device'>): number | null {
  const { kbps } = (device ?? {}) as { kbps?: number };
  return kbps === undefined || kbps === 0 ? null : kbps;
}

/** What is wrong with the line, most pressing first. */
export function troublesOf(of: {
  kbps: number | null;
  quietSeconds: number | null;
  where: Pick<Whereabouts, 'phase' | 'lastAt' | 'endsAt'>;
  now: number;
}): LineTrouble[] {
  const { kbps, quietSeconds, where, now } = of;
  const since = Math.max(where.lastAt, where.endsAt ?? 0);
  const waits = where.phase !== 'held' && where.phase !== 'paused';
  return [
    ...((quietSeconds ?? 0) >= stalledAfter ? (['stalled'] as const) : []),
    ...(waits && now - since > awayAfter * minuteMs ? (['away'] as const) : []),
    ...(kbps !== null && kbps < slowUnder ? (['slow'] as const) : []),
  ];
}
