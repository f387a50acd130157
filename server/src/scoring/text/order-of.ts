import { normalise } from '../engine/normalise.js';

/** Ways to say that one thing stands before another; what stands on each side matters. */
const relations = [
  /先(?<left>[^，,。；;]{2,30})[，,、]?(?:再|后|然后|最后|接着)(?<right>[^，,。；;]{2,30})/u,
  /(?<left>[^，,。；;]{2,20})(?:大于|小于|高于|低于|多于|少于|快于|慢于|早于|晚于|优于|先于)(?<right>[^，,。；;]{2,20})/u,
  /(?<left>[^，,。；;]{2,20})比(?<right>[^，,。；;]{2,12})(?:更|要)?[大小高低多少快慢早晚好差]/u,
];

interface Sides {
  left: Set<string>;
  right: Set<string>;
}

function sidesOf(norm: string, relation: RegExp): Sides[] {
  return [...norm.matchAll(new RegExp(relation, 'gu'))].flatMap(({ groups }) => {
    const left = groups?.['left'];
    const right = groups?.['right'];
    return left && right ? [{ left: new Set(left), right: new Set(right) }] : [];
  });
}

function shared(a: Set<string>, b: Set<string>): number {
  const same = [...a].filter((char) => b.has(char)).length;
  return same / Math.max(1, Math.min(a.size, b.size));
}

/** Of both sides at least so much must be shared crosswise, 0-2. */
const crosswise = 1.2;

/**
 * True where a point puts two things in an order (先 A 再 B, A 比 B 大) and the answer, with the same kind of words,
 * puts them the other way round.
 */
export function saysInOtherOrder(point: string, said: string): boolean {
  const norm = normalise(point);
  return relations.some((relation) => {
    const [wanted] = sidesOf(norm, relation);
    if (!wanted) return false;
    const orders = sidesOf(said, relation).map(({ left, right }) => ({
      straight: shared(wanted.left, left) + shared(wanted.right, right),
      crossed: shared(wanted.left, right) + shared(wanted.right, left),
    }));
    const straight = orders.some((order) => order.straight >= order.crossed && order.straight > 1);
    return !straight && orders.some(({ crossed }) => crossed >= crosswise);
  });
}
