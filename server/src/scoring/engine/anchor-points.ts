import type { Locale } from '@zhiyu/contracts/basics';
import type { Anchor, CompetencyModel, Indicator, Question } from '@zhiyu/contracts/position';
import { pointsOf, type KeyPoint, type Weighted } from '../text/basis.js';
import { describedText } from './anchor-text.js';
import { tellingWords } from './telling-words.js';

/** One clause of a described level: what the text scorer finds of it, and its words. */
export interface DescribedPoint extends KeyPoint {
  words: Weighted;
}

/** A level as somebody described it without cues: an indicator's own text, or an anchor with its example. */
export interface Described {
  indicator: Indicator;
  points: DescribedPoint[];
  /** The text of an indicator is the fact itself; an anchor only sounds like an answer. */
  isFact: boolean;
}

/** Between two things that a text says; an example in quotation marks is said by itself. */
const borders =
  /[，,。；;、！!？?：:“”"«»「」『』\n…]|\.(?=\s|$)|并且|而且|\b(?:and|then)\b|(?<!\p{L})(?:et|puis)(?!\p{L})/u;
/** A description of what is missing is met by nothing that somebody says. */
const missing =
  /没有|没|不|未|缺|无法|仅|只是|说不清|(?<!\p{L})(?:not?|never|without|only|lacks?|pas|sans|aucune?|jamais)(?!\p{L})|ない|ず$/u;
const lowest = 2;
/** Points of fewer telling words are met by chance. */
const fewestWords = 2;
/** How much a word of the question's own counts beside one that only a description has. */
const askedWeight = 0.2;

/** An anchor as an indicator of its level: each level counts once, however many texts describe it. */
function asIndicator({ level, text }: Anchor, dimension: string): Indicator {
  return {
    ...{ code: `anchor-${String(level)}`, dimension, level },
    text: describedText(text),
    cues: { zh: [] },
  };
}

/** What is written about a dimension of a question in a language and is no cue. */
function textsOf(
  question: Question,
  { dimensions }: CompetencyModel,
  asked: { code: string; locale: Locale },
): Omit<Described & { text: string }, 'points'>[] {
  const { code, locale } = asked;
  const own = dimensions.find((one) => one.code === code)?.anchors ?? [];
  // Anchors of a question speak of all that it asks about: of one dimension only where it has no other.
  const anchors = question.dimensions.length === 1 ? [...question.anchors, ...own] : own;
  const facts = question.indicators
    .filter((one) => one.dimension === code && !hasCues(one, locale))
    .map((indicator) => ({ indicator, text: indicator.text[locale], isFact: true }));
  const described = anchors.map((anchor) => ({
    ...{ indicator: asIndicator(anchor, code), text: anchor.text[locale], isFact: false },
  }));
  return [...facts, ...described].flatMap(({ text, ...one }) => (text ? [{ ...one, text }] : []));
}

/** Whether a dimension of a question has no cue at all in a language. */
export function isCueless(
  { indicators }: Question,
  { code, locale }: { code: string; locale: Locale },
): boolean {
  return !indicators.some((one) => one.dimension === code && hasCues(one, locale));
}

function hasCues({ cues }: Indicator, locale: Locale): boolean {
  return (locale === 'zh' || locale === 'en') && (cues[locale]?.length ?? 0) > 0;
}

/** Words of all that a question and a dimension say in a language: an answer without any is about something else. */
export function topicWords(
  question: Question,
  { dimensions }: CompetencyModel,
  { code, locale }: { code: string; locale: Locale },
): Set<string> {
  const own = dimensions.filter((one) => one.code === code);
  const texts = [
    ...[question.text, question.hint, ...question.anchors.map(({ text }) => text)],
    ...own.flatMap(({ name, definition, anchors }) => [
      ...[name, definition],
      ...anchors.map(({ text }) => text),
    ]),
  ];
  return new Set(texts.flatMap((text) => tellingWords(text?.[locale] ?? '', locale)));
}

const known = new WeakMap<Question, Map<string, Described[]>>();

/**
 * What a question's texts describe of a dimension, clause by clause, in the language of the answer. A word that several
 * levels share, or the question itself, tells little. Empty where nothing is written in this language.
 */
export function describedOf(
  question: Question,
  model: CompetencyModel,
  asked: { code: string; locale: Locale },
): Described[] {
  const key = `${asked.locale} ${asked.code}`;
  const before = known.get(question);
  const found = before?.get(key);
  if (found) return found;
  const made = read(question, model, asked);
  if (before) before.set(key, made);
  else known.set(question, new Map([[key, made]]));
  return made;
}

function read(
  question: Question,
  model: CompetencyModel,
  asked: { code: string; locale: Locale },
): Described[] {
  const { locale } = asked;
  const heads = [question.text[locale] ?? question.text.zh];
  const common = new Set(heads.flatMap((head) => tellingWords(head, locale)));
  const cut = textsOf(question, model, asked).map(({ text, ...one }) => ({
    ...one,
    clauses: clausesOf(text, one.indicator.level),
  }));
  const weight = weightsIn(
    cut.flatMap(({ clauses }) => clauses),
    common,
    locale,
  );
  return cut.map(({ clauses, ...one }) => ({
    ...one,
    points: pointsOf(clauses, heads, { language: locale, broad: false })
      .map((point) => ({ ...point, words: weight(point.text) }))
      .filter(({ words }) => words.of.size >= fewestWords),
  }));
}

function clausesOf(text: string, level: number): string[] {
  const clauses = text.split(borders).map((one) => one.trim());
  return [...new Set(clauses)].filter(
    (one) => /\p{L}/u.test(one) && (level <= lowest || !missing.test(one)),
  );
}

/** A word counts by the clauses it stands in; one of the question's own counts little. */
function weightsIn(
  clauses: string[],
  common: ReadonlySet<string>,
  locale: Locale,
): (clause: string) => Weighted {
  const counts = new Map<string, number>();
  for (const word of clauses.flatMap((one) => [...new Set(tellingWords(one, locale))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (clause) => {
    const words = new Set(tellingWords(clause, locale));
    const of = new Map(
      [...words].map((word) => [
        word,
        (common.has(word) ? askedWeight : 1) / (counts.get(word) ?? 1),
      ]),
    );
    return { of, total: [...of.values()].reduce((sum, one) => sum + one, 0) };
  };
}
