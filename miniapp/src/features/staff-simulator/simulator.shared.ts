import type { CompetencyModel } from '@zhiyu/contracts/position';
import { type AskSimulation, type Simulation, weightsText } from '@zhiyu/contracts/simulation';

/** What is asked about a model; null where no weight is left to ask about. */
export function askOf(id: string, model: CompetencyModel): AskSimulation | null {
  const { dimensions, threshold, greyZone = 0 } = model;
  return dimensions.some(({ weight }) => weight > 0)
    ? { id, weights: weightsText(dimensions), threshold, greyZone }
    : null;
}

export type Column = Simulation['columns'][number];

/** Most dots above one another: above that one dot is several people. */
const mostDots = 14;

/** The part of 0-100 that the picture shows, whole tens around everybody and both lines, and people per dot. */
export function frameOf(columns: Column[], lines: number[]) {
  const all = [...columns.map(({ at }) => at), ...lines];
  const from = Math.max(0, Math.floor((Math.min(...all) - 1) / 10) * 10);
  const until = Math.min(100, Math.ceil((Math.max(...all) + 2) / 10) * 10);
  const highest = Math.max(
    1,
    ...columns.map(({ meets, crosses, below }) => meets + crosses + below),
  );
  return { from, until, perDot: Math.ceil(highest / mostDots) };
}

export const dotKinds = ['meets', 'crosses', 'below'] as const;
export type DotKind = (typeof dotKinds)[number];

/** One column of dots from the ground up: passed lowest, so that the eye finds them; rings where results change. */
export function dotsOf(column: Column, perDot: number): { kind: DotKind; changed: boolean }[] {
  const dots = dotKinds.flatMap((kind) =>
    Array.from({ length: Math.ceil(column[kind] / perDot) }, () => ({ kind, changed: false })),
  );
  const rings = Math.min(dots.length, Math.ceil(column.changed / perDot));
  return dots.map((dot, i) => ({ ...dot, changed: i >= dots.length - rings }));
}

/** Went up: closer to passing than before. */
export function isBetter(was: string, is: string): boolean {
  const order = ['below', 'crosses', 'meets'];
  return order.indexOf(is) > order.indexOf(was);
}
