import type { Locale } from '@zhiyu/contracts/basics';
import type { Gate, Transcript } from '@zhiyu/contracts/scoring';
import type { AssessedAnswer } from './engine.types.js';
import { addsFigure, hasFormula } from './figures.js';
import { isNonsense } from './nonsense.js';
import { normalise, unitsOf } from './normalise.js';
import { gatePhrases, notes, say } from './phrases.js';
import { isReadOut } from './read-out.js';
import { now, type Rules } from './rules.js';
import { questionBigrams, sharedWith, type Sifted } from './sift.js';
import { meanConfidence } from './transcript-text.js';
import { glueShare, latinWords } from './words.js';

/** A gate and its sentence. */
export interface Gated {
  gate: Gate;
  gateReason: string;
}

/** Mean confidence of the recogniser under which nobody should be scored by its words, 0-1. */
const confidenceLimit = 0.6;
/** Fewer units (characters or words) than this show nothing; knowledge can be said shorter. */
const fewestUnits = { zh: 12, other: 8, knowledgeZh: 5, knowledgeOther: 3 };

/** Fewer characters or words than this do not show a language. */
const fewestForLanguage = 3;

function gated(gate: Gate, locale: Locale, values: Record<string, string> = {}): Gated {
  return { gate, gateReason: say(gatePhrases[gate], locale, values) };
}

/** Gates that need no reading of the words: nothing there, or too uncertain. */
export function gateBefore(answer: AssessedAnswer, text: string, locale: Locale): Gated | null {
  const { transcript } = answer;
  if (!transcript && answer.nobodySpoke) {
    return { gate: 'empty', gateReason: say(notes.silent, locale) };
  }
  if (!transcript) return gated(answer.hasMedia ? 'noTranscript' : 'empty', locale);
  if (!/[\p{L}\p{N}]/u.test(text)) return gated(/\S/.test(text) ? 'nonsense' : 'empty', locale);
  return uncertain(transcript, locale);
}

function uncertain(transcript: Transcript, locale: Locale): Gated | null {
  const confidence = meanConfidence(transcript);
  if (confidence === null || confidence >= confidenceLimit) return null;
  return gated('uncertainTranscript', locale, { percent: String(Math.floor(confidence * 100)) });
}

/**
 * Gates on the words that are left after sifting, in this order: echo, nonsense, wrong language,
 * too short. What was taken out cannot close a gate, so nobody loses a real answer by it.
 */
export function gateAfter(
  answer: AssessedAnswer,
  sifted: Sifted,
  locale: Locale,
  rules: Rules = now,
): Gated | null {
  const text = sifted.kept.map((clause) => clause.text).join(locale === 'zh' ? '，' : ', ');
  const short = isShort(answer, text, locale);
  const echoes = isEcho(answer, sifted, text, short) || saysQuestion(answer, sifted, locale, rules);
  if (echoes) return gated('echo', locale);
  if (isNonsense(text) || (short && holdsOrders(sifted))) return gated('nonsense', locale);
  if (isOtherLanguage(text, locale)) return gated('wrongLanguage', locale);
  return short ? gated('tooShort', locale) : null;
}

function holdsOrders({ ignored }: Sifted): boolean {
  return ignored.some(({ kind }) => kind === 'instruction' || kind === 'list');
}

function isShort(answer: AssessedAnswer, text: string, locale: Locale): boolean {
  const formula = isKnowledge(answer) && hasFormula(text);
  return unitsOf(text) < shortest(answer, locale) && !formula;
}

function shortest(answer: AssessedAnswer, locale: Locale): number {
  const dense = locale === 'zh' || locale === 'ja';
  if (answer.question.kind === 'knowledge') {
    return dense ? fewestUnits.knowledgeZh : fewestUnits.knowledgeOther;
  }
  return dense ? fewestUnits.zh : fewestUnits.other;
}

function isKnowledge({ question }: AssessedAnswer): boolean {
  return question.kind === 'knowledge';
}

function isEcho(answer: AssessedAnswer, sifted: Sifted, text: string, short: boolean): boolean {
  if (isKnowledge(answer) && addsFigure(answer, text)) return false;
  if (short && sifted.ignored.some((part) => part.kind === 'echo')) return true;
  const question = new Set(questionBigrams(answer));
  return unitsOf(text) >= 6 && sharedWith(question, normalise(text)) >= 0.8;
}

/** A story question read out with words around it; of knowledge the question's own words may be the answer. */
function saysQuestion(
  answer: AssessedAnswer,
  { kept, ignored }: Sifted,
  locale: Locale,
  rules: Rules,
): boolean {
  if (!rules.frames || isKnowledge(answer)) return false;
  const echoed = ignored.filter(({ kind }) => kind === 'echo');
  const parts = [...kept, ...echoed].sort((one, other) => one.start - other.start);
  const said = parts.map((part) => ('text' in part ? part.text : part.quote)).join(' ');
  const { text, hint } = answer.question;
  const asked = [
    answer.questionText,
    text[locale] ?? '',
    `${text[locale] ?? ''}${hint?.[locale] ?? ''}`,
  ];
  return asked.some((one) => isReadOut(said, one, locale));
}

/**
 * Kana for Japanese, characters for Chinese, little words to tell English from French. Formulas and
 * single letters have no language.
 */
export function isOtherLanguage(text: string, locale: Locale): boolean {
  const words = latinWords(text).filter((word) => word.length > 1);
  const counts = {
    han: count(text, /\p{Script=Han}/gu),
    kana: count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    latin: words.length,
    other: count(text, otherScript),
  };
  const all = counts.han + counts.kana + counts.latin + counts.other;
  if (all < fewestForLanguage) return false;
  if (locale === 'zh') return counts.kana > all * 0.1 || counts.han < all * 0.3;
  if (locale === 'ja') return counts.kana < all * 0.1;
  return counts.latin < all * 0.5 || isOtherLatin(words, locale);
}

const otherScript =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}])\p{L}){2,}/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isOtherLatin(words: string[], locale: 'en' | 'fr'): boolean {
  const other = locale === 'en' ? 'fr' : 'en';
  const own = glueShare(words, locale);
  return words.length >= 8 && glueShare(words, other) > Math.max(0.15, own * 2);
}
