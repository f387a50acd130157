import { type Locale, textIn } from '@zhiyu/contracts/basics';
import type { FollowUpPart } from '@zhiyu/contracts/follow-up';
import type { Dimension, Question } from '@zhiyu/contracts/position';
import type { DimensionScore } from '@zhiyu/contracts/scoring';
import type { Story } from '../scoring/engine/story.js';
import { dimensionReason, partReasons } from '../interviews/asked-words.js';
import { caseQuestions, dimensionQuestion, partQuestions } from './next-question.words.js';

/** An answer that was just given, and where the interview stands. */
export interface Given {
  locale: Locale;
  /** Its words. */
  answer: string;
  question: Question;
  story: Story;
  /** Follow-ups that may still be asked in this interview. */
  left: number;
  /** Seconds of the interview's time that the rest of the plan does not need. */
  secondsLeft: number;
  /** Dimensions of this question over all answers so far. */
  dimensions: DimensionScore[];
  /** Codes of dimensions that a question still to come measures, or that had their one more question. */
  settled: string[];
  model: Dimension[];
  /** Questions of the position that are not part of this interview. */
  spare: Question[];
}

export interface FollowUpQuestion {
  content: Question;
  reason: string;
  said: string;
  /** Its answer is read together with the one it follows. */
  joins: boolean;
}

const followUpSeconds = { thinkingSeconds: 30, answerSeconds: 60 };

/** What is asked for first. A figure belongs to a result; the task is nearly always in the question itself. */
const order: FollowUpPart[] = [
  'ownPart',
  'action',
  'result',
  'situation',
  'numbers',
  'learned',
  'task',
];

/** Parts that an answer to a kind of question has without the question saying so; a case has no result yet. */
const partsOf: Partial<Record<string, FollowUpPart[]>> = {
  behavioural: order,
  situational: ['ownPart', 'action'],
};
/** Nothing is told here. */
const untold = ['coding'];

/** Codes of added questions: for what they were asked. */
export const dimensionCode = (code: string) => `more-${code}`;

/**
 * The question after an answer that is not in the plan; null: the plan goes on. A missing part of the story comes first,
 * never one that was told; then a dimension that is low or uncertain and that nothing else will measure. Only within the
 * number of follow-ups and the minutes of the interview, and never about an answer that cannot be read.
 */
export function nextQuestion(given: Given): FollowUpQuestion | null {
  const { thinkingSeconds, answerSeconds } = followUpSeconds;
  const fits = given.secondsLeft >= thinkingSeconds + answerSeconds;
  if (given.left <= 0 || !fits || given.story.gate !== null) {
    return null;
  }
  return askPart(given) ?? askDimension(given);
}

function askPart({ question, story, locale }: Given): FollowUpQuestion | null {
  const worded = untold.includes(question.kind) ? [] : (question.followUps ?? []);
  const fitting = [...(partsOf[question.kind] ?? []), ...worded.map(({ part }) => part)];
  const { missing } = story;
  const part = order.find(
    (one) =>
      fitting.includes(one) &&
      missing.includes(one) &&
      (one !== 'numbers' || !missing.includes('result')),
  );
  if (!part) {
    return null;
  }
  const own = worded.find((one) => one.part === part);
  const generic = question.kind === 'situational' ? caseQuestions[part] : undefined;
  const text = own?.text[locale] ? own.text : (generic ?? partQuestions[part]);
  const { code, kind, dimensions, anchors, indicators } = question;
  const times = followUpSeconds;
  return {
    content: {
      code: `${code}-${part}`.slice(0, 60),
      kind,
      dimensions,
      text,
      ...times,
      anchors,
      indicators,
    },
    reason: partReasons[part][locale],
    said: story.quotes[part],
    joins: true,
  };
}

/** Under what the position asks for, or not measured: an interval that only reaches below it is enough known. */
function isWeak({ verdict, value, requirement }: DimensionScore): boolean {
  return verdict !== 'meets' && (value === null || value < requirement);
}

function askDimension(given: Given): FollowUpQuestion | null {
  const { locale, question, secondsLeft } = given;
  const weak = given.dimensions.find((one) => isWeak(one) && !given.settled.includes(one.code));
  const dimension = given.model.find((one) => one.code === weak?.code);
  // A language without cues measures nothing, however often it asks.
  const readable = locale === 'zh' || locale === 'en';
  if (!dimension || !readable || untold.includes(question.kind) || question.kind === 'knowledge') {
    return null;
  }
  const name = textIn(dimension.name, locale);
  const reason = dimensionReason[locale].replace('{name}', name);
  const spare = given.spare.find(
    (one) =>
      one.dimensions.includes(dimension.code) &&
      one.text[locale] !== undefined &&
      one.thinkingSeconds + one.answerSeconds <= secondsLeft,
  );
  if (spare) {
    return { content: spare, reason, said: '', joins: false };
  }
  const inLanguage = (language: Locale) =>
    dimensionQuestion[language].replace('{name}', textIn(dimension.name, language));
  const { kind, anchors, indicators } = question;
  const text = {
    zh: inLanguage('zh'),
    en: inLanguage('en'),
    ja: inLanguage('ja'),
    fr: inLanguage('fr'),
  };
  const code = dimensionCode(dimension.code).slice(0, 60);
  const dimensions = [dimension.code];
  const content = { code, kind, dimensions, text, ...followUpSeconds, anchors, indicators };
  return { content, reason, said: '', joins: true };
}
