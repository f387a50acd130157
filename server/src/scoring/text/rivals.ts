import { isLittle, readingOf, type Reader } from './language/reading.js';

/**
 * Things that a question tells apart (栈 and 队列), each as its units with spaces between and around, so that a name
 * is found whole. Empty where nothing is told apart.
 */
export type Rivals = readonly string[];

const joiners =
  /和|与|跟|及|还是|、|\/|\bvs\.?(?=\s)|\b(?:and|or|et|ou|versus)\b|(?<=[\p{Script=Katakana}\p{Script=Han}])[とや]/giu;
const clauseMarks = /[。！？!?；;，,\n]/u;
const places = /在(.{1,12}?)(?:中|里|内)/gu;
/** A name is no longer, in characters or words. */
const longestName = 10;

function spaced(units: readonly string[]): string {
  return ` ${units.join(' ')} `;
}

/** Units that a name may have: 冷藏的食品 is 冷藏食品. */
function namingUnits(text: string, { language, broad }: Reader): string[] {
  return readingOf(text, language, broad).units.filter((unit) => !isLittle(unit));
}

/** Names at the end (or the beginning) of some units that the reference has too, the longest first. */
function namesIn(units: readonly string[], reference: string, from: 'begin' | 'end'): string[] {
  return Array.from({ length: Math.min(longestName, units.length) }, (_, i) => i + 1)
    .reverse()
    .map((n) => spaced(from === 'end' ? units.slice(-n) : units.slice(0, n)))
    .filter((name) => reference.includes(name));
}

function endsLike(a: string, b: string): boolean {
  return a.trim().split(' ').at(-1) === b.trim().split(' ').at(-1);
}

/** Two names: neither is a part of the other, but 聚簇索引 and 非聚簇索引 are two. */
function areNames(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !long.includes(short) || long === ` 非${short}`;
}

/** Names on both sides of a joining word of the question. */
function asked(question: string, reference: string, reader: Reader): [string, string][] {
  return [...question.matchAll(joiners)].flatMap(({ 0: word, index }) => {
    const left = question.slice(0, index).split(clauseMarks).at(-1) ?? '';
    const right = question.slice(index + word.length).split(clauseMarks)[0] ?? '';
    const [a] = namesIn(namingUnits(left, reader), reference, 'end');
    const ends = namesIn(namingUnits(right, reader), reference, 'begin');
    // 顺序表和链表存储方式: the second name ends where it ends like the first.
    const b = ends.find((name) => a && endsLike(a, name)) ?? ends[0];
    return a && b && areNames(a, b) ? [[a, b]] : [];
  });
}

/** 在 A 中 … 在 B 中 …: places that the reference itself tells apart. */
function placed(text: string, reference: string, reader: Reader): [string, string][] {
  const names = [...text.matchAll(places)]
    .map(([, name = '']) => spaced(namingUnits(name, reader)))
    .filter((name) => name.trim().includes(' ') && reference.includes(name));
  const [first, second] = [...new Set(names)];
  const alike = first && second && endsLike(first, second) && areNames(first, second);
  return alike ? [[first, second]] : [];
}

/**
 * Names that are told apart by a question and its reference: each stands in the reference without the other, and
 * nowhere is one thing said of both.
 */
export function rivalsOf(question: string, texts: readonly string[], reader: Reader): Rivals {
  const clauses = texts.flatMap((text) =>
    text.split(clauseMarks).map((clause) => spaced(namingUnits(clause, reader))),
  );
  const whole = clauses.join('|');
  const pairs = [
    ...asked(question, whole, reader),
    ...texts.flatMap((text) => placed(text, whole, reader)),
  ];
  const told = pairs.filter(([a, b]) => {
    const named = clauses.map((clause) => rivalsIn(clause.trim().split(' '), [a, b]));
    const alone = (name: string): boolean => named.some((one) => one.size === 1 && one.has(name));
    return alone(a) && alone(b) && named.filter(({ size }) => size > 1).length * 3 <= named.length;
  });
  return [...new Set(told.flat())];
}

/** The rivals that some units name; a longer name hides a shorter one in it. */
export function rivalsIn(units: readonly string[], rivals: Rivals): Set<string> {
  const found = new Set<string>();
  if (rivals.length === 0) return found;
  let rest = spaced(units.filter((unit) => !isLittle(unit)));
  for (const name of [...rivals].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    if (!rest.includes(name)) continue;
    found.add(name);
    rest = rest.replaceAll(name, ' | ');
  }
  return found;
}

/** A clause of a text, and which sentence it stands in. */
export interface Told {
  units: readonly string[];
  sentence: number;
}

/** A clause or a key point with what it is about. */
export interface OfSubject extends Told {
  subjects: ReadonlySet<string>;
  /** It names its subject itself. */
  names: boolean;
}

/**
 * What each clause is about: what it names itself, else what was named last in its sentence, else next in it, else
 * what the sentence before was about.
 */
export function subjectsOf<T extends Told>(
  clauses: readonly T[],
  rivals: Rivals,
): (T & OfSubject)[] {
  const named = clauses.map(({ units }) => rivalsIn(units, rivals));
  let last: ReadonlySet<string> = new Set();
  return clauses.map((clause, i) => {
    const { sentence } = clause;
    const begins = sentence !== clauses[i - 1]?.sentence;
    const own = named[i];
    const names = own !== undefined && own.size > 0;
    if (names) last = own;
    else if (begins) {
      const next = named.find(
        (one, j) => j > i && one.size > 0 && clauses[j]?.sentence === sentence,
      );
      last = next ?? last;
    }
    return { ...clause, subjects: last, names };
  });
}
