import type { Locale } from '@zhiyu/contracts/basics';
import { isOtherLanguage } from '../engine/gates.js';
import { isNonsense } from '../engine/nonsense.js';
import { glueShare, hasGlue, latinWords } from '../engine/words.js';
import type { ReadAnswer } from './answer-text.js';
import type { Compared } from './features.js';
import { readingOf, unitWeight } from './language/reading.js';
import { chineseWords } from './language/terms.js';
import type { ScoreBasis, TextGate } from './text.types.js';
import { isWordSalad } from './word-salad.js';

/** All that a gate may look at. */
export interface GateView {
  basis: ScoreBasis;
  answer: ReadAnswer;
  compared: readonly Compared[];
  /** Pairs of the question, read once. */
  asked: ReadonlySet<string>;
}

/** A signed judgement is an answer too. */
const says = /[\p{L}\p{N}√✓×✗]/u;
const echo = { share: 0.85, units: 6 };
/** Answers of so many words with so few different ones, and no little word between them, only name things. */
const pile = { words: 12, different: 0.5 };
/** Over this share of a reference in it, an answer is no nonsense, whatever it looks like, 0-1. */
const real = 0.3;
/** And over this share of its own pairs from question and references, 0-1. */
const onTopic = 0.2;

/**
 * Why an answer gets the lowest score without being read; null for a real answer. Short is never a reason, and words
 * that were taken out (orders to the grader) close no gate as long as an answer is left.
 */
export function gateOf(view: GateView): TextGate | null {
  const { answer } = view;
  if (!says.test(answer.kept)) return answer.ignored.length > 0 ? 'instructions' : 'blank';
  if (isEcho(view) || isFramedEcho(view)) return 'echo';
  if (isPile(view) || isRubricList(view)) return 'keywords';
  if (isShuffled(view) || isWordSalad(view.basis, view.answer)) return 'nonsense';
  return isReal(view) ? null : unreal(view);
}

/** Nothing of question or references is in it: is it language at all, and the right one? */
function unreal({ answer, basis }: GateView): TextGate | null {
  if (isNonsense(answer.kept) || isMash(answer.kept)) return 'nonsense';
  return isForeign(answer.kept, basis.language) ? 'wrongLanguage' : null;
}

/** Something of a reference is in it: by pairs, or a formula. */
function isReal({ compared, answer, asked }: GateView): boolean {
  const { pairs } = answer.reading;
  const topical = pairs.filter(
    (pair) => asked.has(pair) || compared.some(({ reference }) => reference.pairs.of.has(pair)),
  );
  if (topical.length > 0 && topical.length >= pairs.length * onTopic) return true;
  return compared.some(
    ({ features }) =>
      features.pairs >= real || features.points >= real || (features.formulas ?? 0) > 0,
  );
}

/** The question said again, with nothing in it that only a reference has. */
function isEcho(view: GateView): boolean {
  const { answer, asked, compared } = view;
  const { pairs, units } = answer.reading;
  if (units.length < echo.units || asked.size < echo.units) return false;
  const shared = pairs.filter((pair) => asked.has(pair)).length / pairs.length;
  if (shared < echo.share || addsFigure(view)) return false;
  return compared.every(
    ({ features, reference }) =>
      features.verdict === 0 &&
      ![...reference.pairs.of].some(([pair, worth]) => worth === 1 && answer.pairs.has(pair)),
  );
}

/** A clause with so much of the question in it, or that is so much of it, says the question, 0-1. */
const framed = { ofQuestion: 0.6, ofClause: 0.85 };
/** Words around a question that is read out: 老师问的是…, 关于…这个问题. */
const framing =
  /请问|老师|考官|面试官|题目|问题|这道题|这个|关于|我来|来|回答|谈谈|说说|一下|问|答|道|题|是|就|您|你|我|的|呢|啊|吧/gu;

/** The question said again with words around it that answer nothing. */
function isFramedEcho({ answer, asked, basis }: GateView): boolean {
  const { language, references, keyPoints } = basis;
  if (asked.size < echo.units || references.length + keyPoints.length > 0) return false;
  const echoes = answer.clauses.filter(({ pairs, reading }) => {
    const shared = reading.pairs.filter((pair) => asked.has(pair)).length;
    const said = [...asked].filter((pair) => pairs.has(pair)).length;
    return (
      said >= asked.size * framed.ofQuestion || shared > reading.pairs.length * framed.ofClause
    );
  });
  const said = new Set(echoes.flatMap(({ reading }) => reading.pairs));
  if ([...asked].filter((pair) => said.has(pair)).length < asked.size * framed.ofQuestion) {
    return false;
  }
  const given = new Set(readingOf(basis.question, language, answer.broad).units);
  const rest = answer.plain.replace(framing, '');
  return (
    readingOf(rest, language, answer.broad).units.filter((unit) => !given.has(unit)).length <= 2
  );
}

/** A number or a name that the question does not have is an answer, right or wrong. */
function addsFigure({ answer, basis }: GateView): boolean {
  const given = new Set(readingOf(basis.question, basis.language, answer.broad).units);
  return answer.reading.units.some((unit) => /^\d/u.test(unit) && !given.has(unit));
}

/** The same few words over and over. */
function isPile({ answer }: GateView): boolean {
  const words = answer.reading.words.filter((word) => unitWeight(word) === 1 && !/^\d/.test(word));
  if (words.length < pile.words || isCode(answer.kept)) return false;
  return new Set(words).size < words.length * pile.different && !hasGlue(answer.reading.norm);
}

/** Programs repeat their names. */
function isCode(text: string): boolean {
  return (text.match(/[{}]|\w\s*\(|==|&&|\breturn\b|[-=]>/gu)?.length ?? 0) >= 3;
}

/** A story question answered with the rubric's own words in a row. */
function isRubricList({ basis, answer }: GateView): boolean {
  const { rubric, references, keyPoints, language } = basis;
  if (rubric.length === 0 || references.length + keyPoints.length > 0) return false;
  if (answer.pieces.length < 4) return false;
  const anchors = rubric.map(({ anchor }) => readingOf(anchor, language, answer.broad));
  const named = new Set(anchors.flatMap(({ words }) => words));
  const rest = answer.reading.words.filter((word) => !named.has(word)).join('，');
  if (hasGlue(rest)) return false;
  const known = new Set(anchors.flatMap(({ pairs }) => pairs));
  const { pairs } = answer.reading;
  return pairs.filter((pair) => known.has(pair)).length >= pairs.length * 0.5;
}

/** Under this share of characters in words a long text is no language, 0-1 (people's: over 0.45). */
const inWords = { share: 0.4, characters: 20 };
const singles = new Set(
  '的了是在和与或及而则就也都还又很为有个一这那其此并且但若如从对把被将于以之等不要会能可我你他先再后时中上下',
);

/** Characters in an order that no sentence has. A pair that comes back is what the answer is about. */
function isShuffled({ answer, basis }: GateView): boolean {
  if (basis.language !== 'zh') return false;
  const words = chineseWords(answer.reading.norm, false).filter((w) => /\p{Script=Han}/u.test(w));
  const all = words.reduce((sum, word) => sum + word.length, 0);
  if (all < inWords.characters) return false;
  const pairs = new Map<string, number>();
  for (const pair of answer.reading.pairs) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  const comesBack = (a: string, b: string): boolean => (pairs.get(`${a} ${b}`) ?? 0) >= 3;
  const fine = words.filter((word, i) => {
    const [before = '', after = ''] = [words[i - 1], words[i + 1]];
    if (word.length > 1 || comesBack(before, word) || comesBack(word, after)) return true;
    return singles.has(word) && (before.length > 1 || after.length > 1);
  });
  return fine.reduce((sum, word) => sum + word.length, 0) / all < inWords.share;
}

/** Letters without words: mixed with digits, or no vowel for long. */
function isMash(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 10 || /\p{Script=Han}|[\u3040-\u30ff]/u.test(letters)) return false;
  const runs = text.match(/[a-z0-9]{8,}/giu) ?? [];
  const odd = runs.filter((run) => /\d/.test(run) && /[a-z]/i.test(run));
  return odd.join('').length > letters.length * 0.5;
}

/** Sentences of another language; formulas, code and single terms have none. */
function isForeign(text: string, language: Locale): boolean {
  if (!isOtherLanguage(text, language)) return false;
  if (language !== 'zh' && language !== 'ja') return true;
  const words = latinWords(text).filter((word) => word.length > 1);
  const other = /[\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}]/u.test(
    text,
  );
  const kana = /[\u3040-\u30ff]{2,}/u.test(text);
  const glue = Math.max(glueShare(words, 'en'), glueShare(words, 'fr'));
  return (
    other || (language === 'zh' && kana) || (words.length >= 5 && glue >= 0.15) || language === 'ja'
  );
}
