import { textIn, type Locale } from '@zhiyu/contracts/basics';
import { groundsOf } from '@zhiyu/contracts/grounds';
import type { Question } from '@zhiyu/contracts/position';
import type { Evidence } from '@zhiyu/contracts/scoring';
import { cueGroups, type CueLanguage } from './cues.js';
import type { AssessedAnswer, DimensionReading, UnknownReading } from './engine.types.js';
import { withTurnedFacts } from './facts.js';
import { featuresOf } from './features.js';
import { floorLevel, levelOf } from './level.js';
import { matchIndicators, type Match } from './match.js';
import { reasons, say } from './phrases.js';
import { believed } from './relevance.js';
import { countingText } from './second-reading.js';
import type { Sifted } from './sift.js';
import type { Structure } from './structure.js';
import { mostOnTopic } from './topic.js';
import { secondsAt, type JoinedTranscript } from './transcript-text.js';

/** Evidence kept per answer and dimension, different points first: enough to judge by, few enough to read. */
const mostFor = 4;
const mostAgainst = 2;

/** One answer as it is read by one question. */
export interface Reading {
  answer: AssessedAnswer;
  joined: JoinedTranscript;
  sifted: Sifted;
  matches: Match[];
  structure: Structure;
  /** How far it speaks of what was asked, 0-1. */
  relevance: number;
  confidence: number | null;
  language: CueLanguage;
  locale: Locale;
}

/** Whose words are quoted, and in which language they are explained. */
type Quoted = Pick<Reading, 'answer' | 'joined' | 'locale'>;

/** A dimension that was not measured, and why. */
export function unknown(code: string, reason: string): UnknownReading {
  return {
    code,
    level: null,
    value: null,
    standardError: null,
    reason,
    evidence: [],
    conflict: false,
    floor: false,
  };
}

/** The indicators in the words; of knowledge also the facts told the wrong way round. */
export function matchesIn(
  question: Question,
  from: { joined: JoinedTranscript; sifted: Sifted; language: CueLanguage },
): Match[] {
  const { kept, ignored } = from.sifted;
  const { language } = from;
  const found = matchIndicators(kept, ignored, question.indicators, language);
  if (question.kind !== 'knowledge') return found;
  const text = countingText(from.joined, ignored);
  return withTurnedFacts(found, { question, text, kept, language });
}

/** What an answer says about one dimension of its question. */
export function readDimension(reading: Reading, code: string): DimensionReading {
  const { answer, language, locale, structure, confidence } = reading;
  const indicators = answer.question.indicators.filter((i) => i.dimension === code);
  if (indicators.length === 0) return unknown(code, say(reasons.noIndicator, locale));
  if (indicators.every((i) => cueGroups(i, language) === null)) {
    return unknown(code, say(reasons.noCues, locale));
  }
  const matches = reading.matches.filter((match) => match.indicator.dimension === code);
  const evidence = groundsOf(evidenceOf(reading, matches));
  if (evidence) {
    const own = levelOf(matches, structure.share, confidence);
    const levelled = believed(own, reading.relevance, answer.question);
    const features = featuresOf(levelled.value / 100, matches, structure);
    return { code, ...levelled, reason: '', evidence, floor: false, features };
  }
  const clause = mostOnTopic(reading.sifted.kept, answer.question, code, { language, locale });
  if (!clause) return unknown(code, say(reasons.offTopic, locale));
  const shows = say(reasons.onTopicOnly, locale);
  const onTopic = quote(reading, clause, { stance: 'against', anchorLevel: 1, shows });
  const floored = floorLevel(structure.share, confidence);
  const features = featuresOf(floored.value / 100, [], structure);
  return { code, ...floored, reason: '', evidence: [onTopic], floor: true, features };
}

/** The words that matches rest on, strongest first, different points first. */
export function evidenceOf(reading: Quoted, matches: Match[]): Evidence[] {
  const strength = (match: Match): number => Math.abs(match.level - 3) * 2 + Number(!match.denied);
  const sorted = [...matches].sort((a, b) => strength(b) - strength(a) || a.start - b.start);
  const firsts = sorted.filter(
    (m, i) => sorted.findIndex((o) => o.indicator === m.indicator) === i,
  );
  const ordered = [...firsts, ...sorted.filter((match) => !firsts.includes(match))];
  const chosen = [
    ...ordered.filter((match) => match.stance === 'for').slice(0, mostFor),
    ...ordered.filter((match) => match.stance === 'against').slice(0, mostAgainst),
  ];
  return chosen.map((match) => {
    const point = textIn(match.indicator.text, reading.locale);
    const shows = match.denied ? say(reasons.denied, reading.locale, { point }) : point;
    return quote(reading, match, { stance: match.stance, anchorLevel: match.level, shows });
  });
}

/** Words of the answer as evidence. */
export function quote(
  { answer, joined }: Quoted,
  { start, end }: { start: number; end: number },
  says: Pick<Evidence, 'stance' | 'anchorLevel' | 'shows'>,
): Evidence {
  return {
    answerId: answer.answerId,
    questionIndex: answer.questionIndex,
    quote: joined.text.slice(start, end),
    start,
    end,
    seconds: secondsAt(joined, start),
    ...says,
  };
}
