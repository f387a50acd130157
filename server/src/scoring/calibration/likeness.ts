/** A text as weighted words and pairs of length 1. */
export type TextVector = ReadonlyMap<string, number>;

/** How rare each word or pair is among the graded answers. */
export interface Rarity {
  of: ReadonlyMap<string, number>;
  /** For what no graded answer has. */
  unknown: number;
}

/** Rarity among some answers: ln(1 + (N + 1) / (n + 0.5)), as in BM25's weight without its negative part. */
export function rarityOf(bags: readonly ReadonlyMap<string, number>[]): Rarity {
  const counts = new Map<string, number>();
  for (const bag of bags) {
    for (const thing of bag.keys()) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const weight = (n: number): number => Math.log(1 + (bags.length + 1) / (n + 0.5));
  const of = new Map([...counts].map(([thing, n]) => [thing, weight(n)] as const));
  return { of, unknown: weight(0) };
}

/** Length 1, (1 + ln n) times rarity each. */
export function vectorOf(bag: ReadonlyMap<string, number>, rarity: Rarity): TextVector {
  const weighted = [...bag].map(
    ([thing, n]) => [thing, (1 + Math.log(n)) * (rarity.of.get(thing) ?? rarity.unknown)] as const,
  );
  const length = Math.sqrt(weighted.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
  return new Map(weighted.map(([thing, w]) => [thing, w / length] as const));
}

/** Cosine of two vectors, 0-1. */
export function likeness(a: TextVector, b: TextVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [thing, weight] of small) sum += weight * (large.get(thing) ?? 0);
  return sum;
}
