import { FEW } from '@zhiyu/contracts/rate';

export interface TrendPoint {
  /** How many were counted. */
  of: number;
  value: number;
}

interface Frame {
  top: number;
  width: number;
  height: number;
}

/** An SVG path through the points that say something; where a part has too few, the line has a gap. */
export function pathOf(
  points: readonly TrendPoint[],
  { top, width, height }: Frame,
): { line: string; last: { x: number; y: number } | null } {
  const step = width / Math.max(1, points.length - 1);
  const round = (n: number) => Math.round(n * 10) / 10;
  const placed = points.map(({ of, value }, n) =>
    of < FEW ? null : { x: round(n * step), y: round(height * (1 - Math.min(1, value / top))) },
  );
  const line = placed
    .map((at, n) => {
      if (at === null) {
        return '';
      }
      // A point between two gaps is a dot as long as the line is wide.
      const alone = !placed[n - 1] && !placed[n + 1] ? 'h.1' : '';
      return `${placed[n - 1] ? 'L' : 'M'}${at.x} ${at.y}${alone}`;
    })
    .join('');
  return { line, last: [...placed].reverse().find((at) => at !== null) ?? null };
}
