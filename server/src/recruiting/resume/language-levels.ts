/** How well somebody knows a language, as a certificate or a level says it. Levels compare on one scale only. */
export interface LanguageLevel {
  scale: string;
  /** Higher is better. */
  value: number;
  /** Place in the text. */
  start: number;
  end: number;
}

interface Scale {
  name: string;
  pattern: RegExp;
  /** From the groups of a match. */
  valueOf: (groups: string[]) => number;
}

const numerals: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 六: 6, 八: 8 };
const numberOf = (text: string): number => numerals[text] ?? Number(text);
const first = (groups: string[]): number => numberOf(groups.find((one) => one !== '') ?? '');
/** Levels of any language: whose they are stands beside them. */
export const ofAnyLanguage = 'cefr';
const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

const scales: readonly Scale[] = [
  {
    name: 'cet',
    pattern:
      /CET\s*-?\s*([46四六])(?!\d)|(?:大学)?英语\s*(?:等级)?(?:四[、/和及]?)?([四六])级|(?:(?<!\p{L})|(?<=通过|考过))(?:四[、/和及]?)?([四六])级/giu,
    valueOf: first,
  },
  {
    name: 'tem',
    pattern:
      /TEM\s*-?\s*([48])(?!\d)|(?:英语)?专业([四八])级|(?<!\p{L})专([四八])(?!川|个|名|家|项|位)/giu,
    valueOf: first,
  },
  { name: 'ielts', pattern: /(?:雅思|IELTS)\D{0,6}?(\d(?:\.\d)?)(?![\d年])/giu, valueOf: first },
  { name: 'toefl', pattern: /(?:托福|TOEFL)\D{0,8}?(\d{2,3})(?![\d年])/giu, valueOf: first },
  { name: 'toeic', pattern: /(?:托业|TOEIC)\D{0,6}?(\d{3})(?![\d年])/giu, valueOf: first },
  // N1 is the best.
  { name: 'jlpt', pattern: /(?<![A-Za-z0-9])N([1-5])(?!\d)/giu, valueOf: (of) => 6 - first(of) },
  { name: 'hsk', pattern: /HSK\s*-?\s*([1-9])(?!\d)/giu, valueOf: first },
  { name: 'topik', pattern: /TOPIK\s*-?\s*([1-6])(?!\d)/giu, valueOf: first },
  {
    name: ofAnyLanguage,
    pattern: /(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])/gu,
    valueOf: ([level = '']) => cefr.indexOf(level),
  },
  {
    name: 'putonghua',
    pattern: /普通话(?:水平(?:测试)?)?\s*([一二三])级([甲乙])?/gu,
    // 一级甲等 is the best; without 甲 or 乙 the lower of both.
    valueOf: ([grade = '', half = '']) => (4 - numberOf(grade)) * 2 + (half === '甲' ? 1 : 0),
  },
];

/** Before or behind it: the certificate is not there, or not yet. */
const notYet = /(?:未|没有?|备考|准备|拟|计划|争取|报考)[^，。；;、,]{0,6}$/u;
const notYetBehind = /^[^，。；;、,]{0,2}(?:未|没有?过|备考|在考)/u;

/** Every level that a text names, but for those that are only aimed at. */
export function levelsIn(text: string): LanguageLevel[] {
  return scales.flatMap(({ name, pattern, valueOf }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, ...groups] = match;
      const start = match.index;
      const end = start + whole.length;
      const before = text.slice(Math.max(0, start - 10), start);
      const aimed = notYet.test(before) || notYetBehind.test(text.slice(end, end + 8));
      const value = valueOf(groups.map((one: string | undefined) => one ?? ''));
      return aimed ? [] : [{ scale: name, value, start, end }];
    }),
  );
}

/** The best of those on the scale of what is wanted; null where nothing stands on it. */
export function bestOn(levels: readonly LanguageLevel[], scale: string): LanguageLevel | null {
  const same = levels.filter((one) => one.scale === scale);
  return same.reduce<LanguageLevel | null>(
    (best, one) => (best === null || one.value > best.value ? one : best),
    null,
  );
}
