import type { AnswerReport, Report } from '@zhiyu/contracts/scoring';
import { totalOf } from '@zhiyu/contracts/total';
import { askNext } from './ask-next.js';
import { dimensionScore, isMeasured } from './combine.js';
import { confidenceOf, doubtsIn, named } from './confidence.js';
import { contradictionsIn } from './contradictions/contradictions.js';
import { deliveryFacts } from './delivery.js';
import { weigh } from './delivery-weight.js';
import type {
  AnswerLesson,
  AnswerScore,
  AssessedAnswer,
  AssessInput,
  Readers,
  ReadingOrder,
  SecondEngine,
  SecondReader,
} from './engine.types.js';
import { advice, highlights, lookFirst, portraitsIn } from './findings.js';
import { readAnswers } from './joined.js';
import { type LeftOut, leftOutOf } from './left-out.js';
import { candidatesOf, misplacedIn } from './misplaced.js';
import { motivesIn } from './motives/motives.js';
import { repeatedIn } from './repeated.js';
import { ENGINE, rulesOf } from './rules.js';

export { ENGINE } from './rules.js';
export { scoreAnswer } from './answer-score.js';
export { joinTranscript } from './transcript-text.js';
export type { AnswerScore, AssessedAnswer, AssessInput } from './engine.types.js';

/**
 * Assesses one interview from its words alone (and, in the total, from voice and face where an administrator lets them
 * weigh: delivery-weight.ts): no clock, no chance, no network, so the same input
 * gives the same bytes. The method: gates.ts (why an answer has no score), sift.ts (what is taken out),
 * match.ts (indicators by clause), described.ts (levels by their own wording, where no cue is), facts.ts (facts of knowledge told the wrong way round), level.ts (level and standard
 * error of an answer), relevance.ts (how far it is about its question), misplaced.ts (whether another fits it better), combine.ts
 * (dimension and total).
 * @param version of the engine that made a report which is to be rebuilt (rules.ts)
 */
export function assess(input: AssessInput, version = ENGINE.version): Report {
  const rules = rulesOf(version);
  const { locale, model } = input;
  const answers = [...input.answers].sort((a, b) => a.questionIndex - b.questionIndex);
  const scores = readAnswers(answers, model, locale, {
    ...readersOf(input),
    ...{ rules, others: rules.compares ? candidatesOf(answers, input.spare ?? []) : undefined },
  });
  const dimensions = model.dimensions.map((d) => dimensionScore(d, scores, locale));
  const { total: whole, weighed } = weigh(totalOf(dimensions, model), input.delivery, model);
  const { verdict, coverage, ...measured } = whole;
  const total = { ...measured, requirement: model.threshold, verdict, coverage };
  const contradictions = contradictionsIn(answers, input.resume ?? null, locale);
  const doubted = {
    ...{ scores, repeated: repeatedIn(answers, scores, locale) },
    misplaced: misplacedIn(answers, scores, locale),
  };
  const looks = [...doubted.repeated, ...doubted.misplaced];
  const from = { answers, scores, dimensions, doubted: looks, model, locale };
  // A portrait of culture without a weight decides nothing: nobody is asked or advised about it.
  const portraits = portraitsIn(model);
  const weighing = dimensions.filter(({ code, weight }) => weight > 0 || !portraits.has(code));
  return {
    interviewId: input.interviewId,
    locale,
    total,
    dimensions,
    highlights: highlights(from),
    advice: advice({ ...from, dimensions: weighing }),
    lookFirst: lookFirst(from),
    contradictions,
    ...(rules.seeks ? { motives: motivesIn(answers, scores, locale) } : {}),
    askNext: askNext({
      ...{ contradictions, scores, locale },
      dimensions: weighing,
      spare: input.spare ?? [],
    }),
    answers: answers.map((answer, i) => answerReport(answer, scores[i])),
    delivery: deliveryFacts(answers, scores, locale),
    confidence: confidenceOf({ total, dimensions, ...doubted }),
    ...(rules.names ? named(doubtsIn(doubted)) : {}),
    wordsFrom: wordsFrom(answers),
    engine: engineOf(input, { version: rules.version, answers, scores }),
    modelVersion: input.modelVersion,
    ...(weighed ? { weighed } : {}),
  };
}

/** What the total would be without each planned question in turn. */
export function leavingOut(input: AssessInput): LeftOut {
  const answers = [...input.answers].sort((a, b) => a.questionIndex - b.questionIndex);
  return leftOutOf({ ...input, answers }, readersOf(input));
}

/** Every question to a second engine that this interview asks. */
export function ordersOf({ answers, model, locale }: AssessInput): ReadingOrder[] {
  const orders: ReadingOrder[] = [];
  const second: SecondReader = (order) => {
    orders.push(order);
    return null;
  };
  readAnswers(answers, model, locale, { second });
  return orders;
}

/** What calibration can learn from: every story with what the engine alone reads in it, by dimension. */
export function lessonsOf(input: AssessInput): AnswerLesson[] {
  const scores = readAnswers(input.answers, input.model, input.locale);
  return ordersOf(input).flatMap(({ answerId, question, text }) => {
    const score = scores.find((one) => one.answerId === answerId);
    return (score?.dimensions ?? [])
      .filter(isMeasured)
      .flatMap(({ code, value, features }) =>
        features
          ? [{ answerId, question, dimension: code, text, share: value / 100, features }]
          : [],
      );
  });
}

/** All that read this interview. */
function engineOf(
  { speechEngine: speech, second }: AssessInput,
  by: { version: string; answers: AssessedAnswer[]; scores: AnswerScore[] },
): Report['engine'] {
  const { version, answers, scores } = by;
  const others = { ...judgeOf(answers), ...modelOf(second), ...calibratedOf(scores) };
  return { ...ENGINE, version, speech, ...others };
}

/** Which answers were read by people's grades; nothing where none was. */
function calibratedOf(scores: AnswerScore[]): Pick<Report['engine'], 'calibrated'> {
  const calibrated = scores.flatMap(({ questionIndex, dimensions }) =>
    dimensions
      .filter(isMeasured)
      .flatMap((one) =>
        one.calibrated ? [{ questionIndex, dimension: one.code, ...one.calibrated }] : [],
      ),
  );
  return calibrated.length > 0 ? { calibrated } : {};
}

function readersOf({ second, learned }: AssessInput): Readers {
  return { second: second && readingsOf(second), learned };
}

function readingsOf({ readings }: SecondEngine): SecondReader {
  return (order) => readings[order.answerId] ?? null;
}

/** What the language model did; nothing where there is none. */
function modelOf(second: SecondEngine | undefined): Pick<Report['engine'], 'model'> {
  if (!second) return {};
  const all = Object.values(second.readings);
  const failures = all.flatMap((one) => ('failed' in one ? [one.failed] : []));
  const { name } = second;
  return {
    model: {
      name,
      read: all.length - failures.length,
      failed: [...new Set(failures)],
      asked: all.length,
    },
  };
}

function answerReport(answer: AssessedAnswer, score: AnswerScore | undefined): AnswerReport {
  return {
    answerId: answer.answerId,
    questionIndex: answer.questionIndex,
    question: answer.questionText,
    mode: answer.mode,
    attemptId: answer.attemptId,
    seconds: answer.seconds,
    hasMedia: answer.hasMedia,
    transcript: answer.transcript,
    gate: score?.gate ?? null,
    gateReason: score?.gateReason ?? '',
    kind: answer.kind ?? 'planned',
    reason: answer.reason ?? '',
    ...(answer.program ? { coding: answer.program.result } : {}),
  };
}

/** What ran the programs; nothing where there were none. */
function judgeOf(answers: AssessedAnswer[]): { judge?: string } {
  const boxes = answers.flatMap(({ program }) => program?.result.sandbox ?? []);
  return boxes.length > 0 ? { judge: `judge (${[...new Set(boxes)].join(', ')})` } : {};
}

function wordsFrom(answers: AssessedAnswer[]): Report['wordsFrom'] {
  const spoken = answers.flatMap(({ transcript, question }) =>
    question.kind !== 'coding' && transcript && transcript.segments.length > 0
      ? [transcript.origin]
      : [],
  );
  if (spoken.length === 0) return 'none';
  if (spoken.every((origin) => origin === 'engine')) return 'recognised';
  return spoken.includes('engine') ? 'mixed' : 'typed';
}
