import { normalise } from '../engine/normalise.js';
import { areOpposite } from './opposites.js';

interface Relation {
  kind: 'time' | 'size' | 'cause' | 'to';
  pattern: RegExp;
  /** The one on the right comes first, or is the cause. */
  backwards?: boolean;
}

const mustFirst = '(?:要|应|应该|必须|需要|得|都)*先';
const because = '(?:是)?(?:因为|由于|缘于|源于|起因于|取决于)';

/** Ways to say that one thing stands before, above or behind another; what stands on each side matters. */
const relations: Relation[] = [
  {
    kind: 'time',
    pattern:
      /先(?<left>[^，,。；;]{2,30})[，,、]?(?:再|后|然后|最后|接着)(?<right>[^，,。；;]{2,30})/gu,
  },
  {
    kind: 'time',
    pattern:
      /(?<left>[^，,。；;]{2,20})(?:之后|以后|后)[，,]?(?:再|才|方可)(?<right>[^，,。；;]{2,30})/gu,
  },
  {
    kind: 'time',
    pattern: new RegExp(
      `(?<left>[^，,。；;]{2,20})(?:之前|以前|前)[，,]?${mustFirst}(?<right>[^，,。；;]{2,30})`,
      'gu',
    ),
    backwards: true,
  },
  { kind: 'time', pattern: /(?<left>[^，,。；;]{2,20})先于(?<right>[^，,。；;]{2,20})/gu },
  {
    kind: 'size',
    pattern:
      /(?<left>[^，,。；;]{2,20})(?<how>[大小高低多少快慢早晚优劣强弱重轻长短])于(?<right>[^，,。；;]{2,20})/gu,
  },
  {
    kind: 'size',
    pattern:
      /(?<left>[^，,。；;]{2,20})比(?<right>[^，,。；;]{2,12}?)(?:更|要|还)*(?<how>[大小高低多少快慢早晚好差强弱重轻长短难易])/gu,
  },
  {
    kind: 'cause',
    pattern:
      /(?<left>[^，,。；;]{2,20}?)(?:会|将|就|而)?(?:导致|造成|引起|致使|使得|引发|带来|决定)(?:了)?(?<right>[^，,。；;]{2,20})/gu,
  },
  {
    kind: 'cause',
    pattern:
      /(?:因为|由于)(?<left>[^，,。；;]{2,20})[，,]?(?:所以|因此|因而|就|导致|造成)(?<right>[^，,。；;]{2,20})/gu,
  },
  {
    kind: 'cause',
    pattern: new RegExp(
      `(?<left>[^，,。；;]{2,20}?)[，,]?${because}(?<right>[^，,。；;]{2,20})`,
      'gu',
    ),
    backwards: true,
  },
];

interface Order {
  kind: Relation['kind'];
  first: Set<string>;
  second: Set<string>;
  how: string;
}

function ordersIn(norm: string): Order[] {
  return relations.flatMap(({ kind, pattern, backwards }) =>
    [...norm.matchAll(pattern)].flatMap(({ groups }) => {
      const { left, right, how = '' } = groups ?? {};
      if (!left || !right) return [];
      const [first, second] = backwards ? [right, left] : [left, right];
      return [{ kind, first: new Set(first), second: new Set(second), how }];
    }),
  );
}

/** What only one side has: 毛利率 and 净利率 differ by one character. */
function without(a: Set<string>, b: Set<string>): Set<string> {
  return new Set([...a].filter((char) => !b.has(char)));
}

function shared(a: Set<string>, b: Set<string>): number {
  const same = [...a].filter((char) => b.has(char)).length;
  return same / Math.max(1, Math.min(a.size, b.size));
}

/** Of each side at least so much must be shared, 0-1. */
const eachSide = 0.6;

/** How well both sides of an order are found, 0-2; 0 where one of them is not. */
function fits(first: number, second: number): number {
  return Math.min(first, second) < eachSide ? 0 : first + second;
}

/** True: the same way round; false: the other; null: of other things, or it cannot be said. */
function sameWay(wanted: Order, said: Order): boolean | null {
  if (wanted.kind !== said.kind) return null;
  const first = without(wanted.first, wanted.second);
  const second = without(wanted.second, wanted.first);
  const common = without(wanted.first, first);
  const [one, other] = [without(said.first, common), without(said.second, common)];
  const straight = fits(shared(first, one), shared(second, other));
  const crossed = fits(shared(first, other), shared(second, one));
  if (straight === crossed) return null;
  if (wanted.how === said.how) return straight > crossed;
  return areOpposite(wanted.how, said.how) ? straight < crossed : null;
}

/**
 * How an answer orders what a point puts in an order (先 A 再 B, A 比 B 大, A 导致 B, A 向 B 汇报), whatever words it takes for that
 * (B 比 A 小, B 是因为 A): 'same', 'other', or null where the point or the answer has no such order.
 * @param said the answer, normalised
 */
export function orderOf(point: string, said: string): 'same' | 'other' | null {
  const [wanted] = ordersIn(normalise(point));
  if (!wanted) return null;
  const ways = ordersIn(said).map((order) => sameWay(wanted, order));
  if (ways.includes(true)) return 'same';
  return ways.includes(false) ? 'other' : null;
}
