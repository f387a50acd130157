import type { Locale } from '@zhiyu/contracts/basics';
import type { ReadAnswer, ReadPiece } from './answer-text.js';
import type { PreparedReference } from './basis.js';
import { isLittle } from './language/reading.js';
import type { PointMatch } from './match-points.js';
import { isSame, quantitiesOf, withDigits, type Quantity } from './quantities.js';

const asksAmount =
  /多少|几|多[大高长久重远快深宽]|何时|哪年|哪一年|什么时候|比例|百分比|年龄|期限|\b(?:how (?:many|much|long|old|far|often|high|big)|when)\b|combien|いくつ|いくら|何[年月日時分度人個歳]/iu;
/** A reference of no more units is a number with its measure, whatever the question asks. */
const bareReference = 8;
const roughly =
  /约|左右|上下|大概|平均|近|\b(?:about|around|roughly|approximately|environ)\b|およそ/iu;
const denied = /(?:不是|并非|不为|不等于|没有|不到|非)$/u;

/** A point whose fact is an amount: 男不得早于22周岁 beside 女不得早于20周岁 is 男 and 22. */
interface Amount {
  quantity: Quantity;
  /** What tells it from the other points. */
  names: string[];
  /** The reference says about how much. */
  roughly: boolean;
}

/** Points that are one amount each; null where any is not. */
function amountsOf({ points, language }: PreparedReference, question: string): Amount[] | null {
  const read = points.map(({ text, units }) => ({
    text,
    units,
    said: quantitiesOf(withDigits(text, language)),
  }));
  const amounts = read.map(({ text, units, said }) => {
    const [quantity, second] = said;
    if (!quantity || second) return null;
    const names = [...new Set(units)].filter(
      (unit) =>
        !/^\d/u.test(unit) &&
        !isLittle(unit) &&
        !question.includes(unit) &&
        !read.every((one) => read.length > 1 && one.units.includes(unit)),
    );
    return { quantity, names: read.length > 1 ? names : [], roughly: roughly.test(text) };
  });
  return amounts.some((one) => one === null) ? null : amounts.filter((one) => one !== null);
}

/** An amount in an answer with what was said since the one before. */
interface SaidAmount {
  quantity: Quantity;
  before: string;
}

function saidAmounts(plain: string): SaidAmount[] {
  let from = 0;
  return quantitiesOf(plain).map((quantity) => {
    const before = plain.slice(from, quantity.start);
    from = quantity.end;
    return { quantity, before };
  });
}

/**
 * Where a question asks for amounts and each point is one, the amount is the fact: 22 behind 男 says it in any words,
 * and another number there is wrong. Other matches are left as they are.
 */
export function withAmounts(
  question: string,
  reference: PreparedReference,
  answer: ReadAnswer,
  matches: PointMatch[],
): PointMatch[] {
  const { formulas, units, language } = reference;
  const asks = asksAmount.test(question) || units.of.size <= bareReference;
  const amounts = asks && formulas.size === 0 ? amountsOf(reference, question) : null;
  const said = amounts ? saidAmounts(withDigits(answer.kept, language)) : [];
  if (!amounts || said.length === 0) return matches;
  return matches.map((match, i) => {
    const amount = amounts[i];
    if (!amount) return match;
    const others = amounts.filter((one) => one !== amount);
    const verdict = judged(amount, others, said);
    if (verdict === null) return match;
    const at = match.at ?? placeOf(amount, answer, language);
    return { ...match, at, found: verdict ? 1 : 0, contrary: !verdict };
  });
}

/** True: said; false: said otherwise; null: not said. */
function judged(
  { quantity, names, roughly: near }: Amount,
  others: Amount[],
  said: SaidAmount[],
): boolean | null {
  const named = (before: string, of: string[]): boolean => of.some((name) => before.includes(name));
  const isOwn = ({ before }: SaidAmount): boolean => named(before, names);
  const isOthers = (one: SaidAmount): boolean =>
    !isOwn(one) && others.some((other) => named(one.before, other.names));
  const mine = said.filter((one) => !isOthers(one));
  const right = mine.filter((one) => isSame(quantity, one.quantity, near));
  if (right.length > 0) return right.some(({ before }) => !denied.test(before.trim()));
  const about = names.length === 0 ? said : said.filter(isOwn);
  const kind = about.filter(({ quantity: { of } }) => of === quantity.of || of === '');
  return kind.length > 0 ? false : null;
}

function placeOf(
  { quantity, roughly: near }: Amount,
  { pieces }: ReadAnswer,
  language: Locale,
): ReadPiece | null {
  const says = ({ text }: ReadPiece): boolean =>
    quantitiesOf(withDigits(text, language)).some((one) => isSame(quantity, one, near));
  return pieces.find(says) ?? pieces[0] ?? null;
}
