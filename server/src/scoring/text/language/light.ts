import { placedPieces } from '../../engine/normalise.js';

/**
 * Words that lend a fact its form and are none: manner and degree, verbs that only carry a noun, joining words. Who
 * leaves them out has said the fact. Chinese; as they stand after synonyms.
 */
const words = (
  '立即 及时 密切 仔细 认真 积极 切实 严格 一定 进行 给予 提供 予以 加以 做好 开展 协助 ' +
  '必须 应当 应该 需要 可以 能够 从而 因此 所以 由于 因为 如果 并且 以及 或者 ' +
  '一种 一个 相关 有关 各种 各类 主要 一般 通常 比较 较为 非常 经常 时候 情况 方面 等等 ' +
  '其他 其它 之间 对于 关于 根据 按照 通过 为了 以便 使得'
).split(' ');
const pattern = new RegExp(
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|') +
    '|[后再先时会将使让令向把被要应需可能所者较更最很]',
  'gu',
);

/** What a light word's characters weigh beside one, 0-1. */
const lightness = 0.3;

/** The weight of each unit of a normalised Chinese text, in order. */
function weightsOf(norm: string): number[] {
  const light = [...norm.matchAll(pattern)].map(({ 0: word, index }) => [
    index,
    index + word.length,
  ]);
  return placedPieces(norm).map(({ start, end }) =>
    light.some(([from = 0, to = 0]) => start < to && end > from) ? lightness : 1,
  );
}

/** Weight of each pair of neighbouring units: light where both are, half way where one is. Pairs as in a reading. */
export function pairWeights({
  norm,
  units,
}: {
  norm: string;
  units: string[];
}): Map<string, number> {
  const each = weightsOf(norm);
  const weights = new Map<string, number>();
  units.slice(1).forEach((unit, i) => {
    const pair = `${units[i] ?? ''} ${unit}`;
    const weight = ((each[i] ?? 1) + (each[i + 1] ?? 1)) / 2;
    weights.set(pair, Math.max(weights.get(pair) ?? 0, weight));
  });
  return weights;
}
