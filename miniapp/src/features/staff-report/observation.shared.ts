import type { Expression, FaceSecond, FaceTrack } from '@zhiyu/contracts/observation';

/** A head turned further than this to the side looks elsewhere (degrees). */
const TURNED = 25;

type Cell = 'none' | 'face' | 'more';

/** What a second shows on the track. */
function cellOf({ presence, faces }: FaceSecond): Cell {
  if (faces > 1) {
    return 'more';
  }
  return presence > 0 ? 'face' : 'none';
}

interface Stretch {
  cell: Cell;
  from: number;
  length: number;
}

/** Neighbouring seconds of one kind as one stretch; seconds that were not looked at are gaps. */
export function stretchesOf({ seconds }: FaceTrack): Stretch[] {
  const stretches: Stretch[] = [];
  for (const second of seconds) {
    const cell = cellOf(second);
    const last = stretches.at(-1);
    if (last?.cell === cell && last.from + last.length === second.t) {
      last.length += 1;
    } else {
      stretches.push({ cell, from: second.t, length: 1 });
    }
  }
  return stretches;
}

interface FaceSummary {
  /** Shares of the observed seconds, 0-1. */
  presence: number;
  turned: number;
  most: number;
  /** The expression with the highest sum of scores; null without a face. */
  expression: Expression | null;
}

function mostly(seconds: FaceSecond[]): Expression | null {
  const sums = new Map<string, number>();
  for (const { expression } of seconds) {
    for (const [name, score] of Object.entries(expression ?? {})) {
      sums.set(name, (sums.get(name) ?? 0) + score);
    }
  }
  const [best] = [...sums].sort(([, one], [, other]) => other - one);
  return (best?.[0] as Expression | undefined) ?? null;
}

/** A track in four figures; it says what was seen, not what it means. */
export function summaryOf({ seconds }: FaceTrack): FaceSummary {
  const count = Math.max(1, seconds.length);
  const turned = seconds.filter(({ yaw }) => yaw !== null && Math.abs(yaw) > TURNED).length;
  return {
    presence: seconds.reduce((sum, { presence }) => sum + presence, 0) / count,
    turned: turned / count,
    most: Math.max(0, ...seconds.map(({ faces }) => faces)),
    expression: mostly(seconds),
  };
}
