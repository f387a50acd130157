import type { BlindAnswer, Lesson } from '@zhiyu/contracts/calibration';

/** How a person likes to grade; both are kept as 0-100. */
export type Scale = 'levels' | 'points';

export const levels = [1, 2, 3, 4, 5] as const;
export const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function valueOf(step: number, scale: Scale): number {
  return scale === 'levels' ? (step - 1) * 25 : step * 10;
}

/** The step that shows a kept value: the nearest one. */
export function stepOf(value: number | null, scale: Scale): number | null {
  if (value === null) {
    return null;
  }
  return scale === 'levels' ? Math.round(value / 25) + 1 : Math.round(value / 10);
}

/** What a key means on this scale. */
export function stepOfKey(key: string, scale: Scale): number | null {
  if (scale === 'points' && (key === '+' || key === '=')) {
    return 10;
  }
  const step = /^[0-9]$/.test(key) ? Number(key) : NaN;
  const known: readonly number[] = scale === 'levels' ? levels : points;
  return known.includes(step) ? step : null;
}

/** Where to go on: the first answer nobody has decided here, from a place on and then from the start. */
export function nextOpen(answers: readonly BlindAnswer[], from: number): number | null {
  const after = answers.findIndex(({ state }, at) => at >= from && state === 'open');
  const any = after >= 0 ? after : answers.findIndex(({ state }) => state === 'open');
  return any >= 0 ? any : null;
}

/** How many answers stand in each cell of people's level (1-5) by the machine's. */
export function cellsOf(lesson: Lesson, side: 'before' | 'after'): Map<string, number> {
  const found = new Map<string, number>();
  for (const cell of lesson.cells) {
    const key = `${cell.given} ${cell[side]}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** How many are the same, one level and more apart. */
export function apartCounts(lesson: Lesson, side: 'before' | 'after') {
  const distances = lesson.cells.map((cell) => Math.abs(cell.given - cell[side]));
  const count = (fits: (distance: number) => boolean) => distances.filter(fits).length;
  return { same: count((d) => d === 0), one: count((d) => d === 1), two: count((d) => d > 1) };
}

/** Two places; nothing is rounded to a number that was not measured. */
export function twoPlaces(value: number): string {
  return value.toFixed(2).replace(/^-0\.00$/, '0.00');
}
