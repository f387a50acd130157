import type { Locale } from '@zhiyu/contracts/basics';
import type { Slot } from '../engine/engine.types.js';
import { tellsSlot } from '../engine/structure.js';
import type { ReadAnswer } from './answer-text.js';
import { pointsOf, type KeyPoint } from './basis.js';
import { matchPoint } from './match-points.js';
import type { Piece, RubricLevel, ScoreBasis } from './text.types.js';

/** One clause of an anchor: words to find, or a part of a story to tell. */
interface AnchorPoint extends KeyPoint {
  slot: Slot | null;
}

interface Step {
  level: number;
  points: AnchorPoint[];
}

/** A rubric, read once: what each level above the lowest asks for, and what the lowest describes. */
export interface PreparedRubric {
  steps: Step[];
  low: AnchorPoint[];
}

/** What an answer shows of a rubric. */
export interface RubricReading {
  share: number;
  found: { point: string; at: Piece }[];
  /** Where the answer does what the lowest level describes. */
  against: { point: string; at: Piece }[];
}

const marks = /[，,。；;、！!]|并且|而且|并(?=[\p{Script=Han}]{2})|\b(?:and|et)\b|また|、/u;
/** An anchor that says what is missing cannot be found in words. */
const missing =
  /没有|没|不|未|缺|无法|仅|只是|说不清|\b(?:not?|never|without|only|lacks?|pas|sans)\b|ない|ず/u;
const slotWords: [RegExp, Slot][] = [
  [/数字|量化|数据|指标|\b(?:numbers?|figures?|metrics?|chiffres?)\b|数値/u, 'resultNumber'],
  [/总结|反思|复盘|教训|改进|学到|\b(?:reflect\w*|learn\w*|lesson)\b|振り返|学ん/u, 'reflection'],
  [/结果|成效|效果|\b(?:results?|outcome|impact|résultats?)\b|成果/u, 'result'],
  [/自己|本人|主动|\b(?:own|personally|himself|herself)\b|自ら/u, 'ownAction'],
  [/具体(?:的)?(?:事|例)|一件事|实例|\b(?:specific|example|concret\w*)\b|具体例/u, 'situation'],
];

/**
 * Reads the anchors from the lowest level up; a clause counts at the lowest level that names it. An anchor alone says
 * what a full answer shows.
 */
export function prepareRubric({ rubric, question, language }: ScoreBasis): PreparedRubric {
  const levels = [...rubric].sort((a, b) => a.level - b.level);
  const lowest = levels.length > 1 ? levels[0] : undefined;
  const upper = lowest ? levels.slice(1) : levels;
  const steps = upper.map((one) => ({
    level: one.level,
    points: anchorPoints(one, question, language).filter(({ text }) => !missing.test(text)),
  }));
  return { steps, low: lowest ? anchorPoints(lowest, question, language) : [] };
}

function anchorPoints(one: RubricLevel, question: string, language: Locale): AnchorPoint[] {
  const clauses = one.anchor.split(marks).map((text) => text.trim());
  return pointsOf(
    clauses.filter((text) => /[\p{L}\p{N}]/u.test(text)),
    [question],
    { language, broad: true, short: true },
  ).map((point) => ({
    ...point,
    slot: slotWords.find(([pattern]) => pattern.test(point.text))?.[1] ?? null,
  }));
}

/** From this share of its pairs on a clause of an anchor is met, 0-1. */
const met = { from: 0.1, to: 0.45 };
/** A clause of the lowest anchor must be said nearly as it stands to count against. */
const plainlyLow = 0.6;

/**
 * Matches anchors by clause: each level above the lowest adds its share of met clauses. What somebody else did meets
 * nothing that asks for an own part.
 */
export function readRubric(
  rubric: PreparedRubric,
  answer: ReadAnswer,
  language: Locale,
): RubricReading {
  const found = new Map<string, Piece>();
  const shares = rubric.steps.map((step) => {
    const worth = step.points.map((point) => {
      const { share, at } = meets(point, answer, language);
      if (at && share > 0) found.set(point.text, at);
      return share;
    });
    return worth.length === 0 ? null : worth.reduce((sum, x) => sum + x, 0) / worth.length;
  });
  const against = rubric.low
    .map((point) => ({ point, match: matchPoint(point, answer) }))
    .flatMap(({ point, match }) =>
      match.found >= plainlyLow && match.at && !match.contrary && point.units.length >= 4
        ? [{ point: point.text, at: match.at }]
        : [],
    );
  const share = against.length > 0 ? 0 : climbed(shares) * ownPart(answer, language);
  return { share, found: [...found].map(([point, at]) => ({ point, at })), against };
}

/** Mean over the levels; a level that only says what is missing is met as far as the one above it. */
function climbed(shares: (number | null)[]): number {
  const filled = shares.map((share, i) => share ?? shares.slice(i).find((s) => s !== null) ?? 0);
  return filled.length === 0 ? 0 : filled.reduce((sum, x) => sum + x, 0) / filled.length;
}

function meets(
  point: AnchorPoint,
  answer: ReadAnswer,
  language: Locale,
): { share: number; at: Piece | null } {
  const match = matchPoint(point, answer);
  const words = Math.min(1, Math.max(0, (match.found - met.from) / (met.to - met.from)));
  const told = slotPiece(point.slot, answer, language);
  return told && words < 1 ? { share: 1, at: told } : { share: words, at: match.at };
}

function slotPiece(slot: Slot | null, answer: ReadAnswer, language: Locale): Piece | null {
  const spoken = language === 'zh' || language === 'en' ? language : null;
  if (!slot || !spoken) return null;
  const clause = answer.told.find((one, i) => {
    const near = slot === 'resultNumber' ? answer.told.slice(Math.max(0, i - 1), i + 2) : [one];
    return tellsSlot(near, slot, spoken);
  });
  return clause ?? null;
}

const others = /(?:他|她|他们|她们|组长|主管|经理|领导|同事|别人|队友|老板)(?:们)?(?!说|问)/gu;
const own = /我(?!们|没|不|只|主要是在旁|看)|自己/gu;
/** What is left of a score where the deed was somebody else's. */
const othersDeed = 0.4;

/** A deed told of others only is no evidence of one's own; plans without any subject are one's own. */
function ownPart(answer: ReadAnswer, language: Locale): number {
  if (language !== 'zh') return 1;
  const ours = answer.kept.match(own)?.length ?? 0;
  const theirs = answer.kept.match(others)?.length ?? 0;
  const looksOn = /(?:我|自己).{0,6}(?:旁边看|看着|没有?参与|没做|不清楚|没有接触)/u.test(
    answer.kept,
  );
  return looksOn || (ours === 0 && theirs >= 3) ? othersDeed : 1;
}
