import type { Scorecard } from '@zhiyu/contracts/review';

/** From so many levels between the highest and the lowest on, people should talk before anybody decides. */
const farApart = 2;

/** Dimensions on which these scorecards are two levels or more apart. */
export function apartOn(cards: readonly Pick<Scorecard, 'ratings'>[]): string[] {
  const levels = new Map<string, number[]>();
  for (const { dimension, level } of cards.flatMap(({ ratings }) => ratings)) {
    if (level !== null) {
      levels.set(dimension, [...(levels.get(dimension) ?? []), level]);
    }
  }
  return [...levels]
    .filter(([, given]) => Math.max(...given) - Math.min(...given) >= farApart)
    .map(([dimension]) => dimension);
}
