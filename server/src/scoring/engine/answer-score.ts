import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import type { Evidence } from '@zhiyu/contracts/scoring';
import { withCalibration } from './calibrated.js';
import { splitClauses } from './clauses.js';
import { cueGroups, type CueLanguage } from './cues.js';
import type {
  AnswerScore,
  AssessedAnswer,
  Clause,
  DimensionReading,
  Readers,
  SecondReader,
} from './engine.types.js';
import { withTurnedFacts } from './facts.js';
import { featuresOf } from './features.js';
import { gateAfter, gateBefore, type Gated } from './gates.js';
import { floorLevel, levelOf } from './level.js';
import { matchIndicators, type Match } from './match.js';
import { notes, reasons, say } from './phrases.js';
import { cueLanguage, sift, type Sifted } from './sift.js';
import { scoreProgram } from './program-score.js';
import { countingText, withSecond } from './second-reading.js';
import { believed, relevanceOf } from './relevance.js';
import { readStructure, type Structure } from './structure.js';
import { mostOnTopic } from './topic.js';
import {
  joinTranscript,
  meanConfidence,
  secondsAt,
  type JoinedTranscript,
} from './transcript-text.js';

/** Evidence kept per answer and dimension, different points first: enough to judge by, few enough to read. */
const mostFor = 4;
const mostAgainst = 2;

interface Reading {
  answer: AssessedAnswer;
  joined: JoinedTranscript;
  kept: Clause[];
  matches: Match[];
  structure: Structure;
  /** How far it speaks of what was asked, 0-1. */
  relevance: number;
  confidence: number | null;
  language: CueLanguage;
  locale: Locale;
}

/**
 * Reads one answer as it comes: gates first, then every dimension of its question that the model
 * has. A gated answer has no level; a dimension without words about it is unknown, never zero.
 */
export function scoreAnswer(
  answer: AssessedAnswer,
  model: CompetencyModel,
  locale: Locale,
  readers: Readers = {},
): AnswerScore {
  if (answer.question.kind === 'coding') return scoreProgram(answer, model, locale);
  const codes = model.dimensions
    .map((dimension) => dimension.code)
    .filter((code) => answer.question.dimensions.includes(code));
  const joined = joinTranscript(answer.transcript ?? { ...nothing, locale });
  const before = gateBefore(answer, joined.text, locale);
  if (before) return unread(answer, codes, before, []);
  const sifted = sift(answer, joined, locale);
  const after = gateAfter(answer, sifted, locale);
  if (after) return unread(answer, codes, after, sifted.ignored);
  const { second, learned } = readers;
  const plain = read(answer, codes, { joined, sifted, locale });
  const score = calibratedScore(plain, learned);
  return second ? readAgain(score, second, { answer, joined, locale, model }) : score;
}

/** Each dimension as people's grades teach it, where they do. */
function calibratedScore(score: AnswerScore, learned: Readers['learned']): AnswerScore {
  const { answerId, recogniserConfidence: confidence } = score;
  const dimensions = score.dimensions.map((own) =>
    withCalibration(own, learned, { answerId, confidence }),
  );
  return { ...score, dimensions };
}

/** What a second engine reads in the same words joins each dimension. */
function readAgain(
  score: AnswerScore,
  second: SecondReader,
  from: {
    answer: AssessedAnswer;
    joined: JoinedTranscript;
    locale: Locale;
    model: CompetencyModel;
  },
): AnswerScore {
  const { answer, joined, locale, model } = from;
  const codes = score.dimensions.map(({ code }) => code);
  const reading = second({
    answerId: answer.answerId,
    question: answer.question,
    questionText: answer.questionText,
    text: countingText(joined, score.ignored),
    dimensions: model.dimensions
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name, definition }) => ({ code, name, definition })),
    locale,
  });
  if (!reading || 'failed' in reading) return score;
  const dimensions = score.dimensions.map((own) =>
    withSecond(
      own,
      reading.dimensions.find(({ code }) => code === own.code),
      from,
    ),
  );
  return { ...score, dimensions, anchor: score.anchor ?? anchorOf(dimensions) };
}

const nothing = { origin: 'candidate', engine: null, segments: [] } as const satisfies {
  origin: 'candidate';
  engine: null;
  segments: never[];
};

function unread(
  answer: AssessedAnswer,
  codes: string[],
  gated: Gated,
  ignored: Sifted['ignored'],
): AnswerScore {
  return {
    ...identity(answer),
    ...gated,
    ignored,
    dimensions: codes.map((code) => unknown(code, gated.gateReason)),
    missing: [],
    anchor: null,
  };
}

function identity(
  answer: AssessedAnswer,
): Pick<AnswerScore, 'answerId' | 'questionIndex' | 'recogniserConfidence'> {
  return {
    answerId: answer.answerId,
    questionIndex: answer.questionIndex,
    recogniserConfidence: answer.transcript ? meanConfidence(answer.transcript) : null,
  };
}

function unknown(code: string, reason: string): DimensionReading {
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

function read(
  answer: AssessedAnswer,
  codes: string[],
  { joined, sifted, locale }: { joined: JoinedTranscript; sifted: Sifted; locale: Locale },
): AnswerScore {
  const { kept, ignored } = sifted;
  const base = { ...identity(answer), gate: null, gateReason: noteOf(sifted, locale), ignored };
  const language = cueLanguage(locale);
  if (!language) {
    const dimensions = codes.map((code) => unknown(code, say(reasons.noCues, locale)));
    return { ...base, dimensions, missing: [], anchor: null };
  }
  const { question } = answer;
  const matches = matchesIn(question, { joined, sifted, language });
  const aside = ignored.filter(({ kind }) => kind === 'instruction');
  const relevance = relevanceOf(splitClauses(joined, aside), question, language);
  const structure = readStructure(kept, matches, question, language);
  const confidence = base.recogniserConfidence;
  const read = { matches, structure, relevance, confidence };
  const reading = { answer, joined, kept, ...read, language, locale };
  const dimensions = codes.map((code) => readDimension(reading, code));
  const anchor = anchorOf(dimensions);
  const lowered = matches.length > 0 && relevance < 1;
  const gateReason = lowered
    ? `${base.gateReason} ${say(notes.elsewhere, locale)}`.trim()
    : base.gateReason;
  const missing = anchor ? structure.missing : [];
  return { ...base, gateReason, dimensions, missing, anchor };
}

/** The indicators in the words; of knowledge also the facts told the wrong way round. */
function matchesIn(
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

function noteOf({ ignored }: Sifted, locale: Locale): string {
  const found = (['instruction', 'list'] as const).filter((kind) =>
    ignored.some((part) => part.kind === kind),
  );
  return found.map((kind) => say(notes[kind], locale)).join(' ');
}

function readDimension(reading: Reading, code: string): DimensionReading {
  const { answer, language, locale, structure, confidence } = reading;
  const indicators = answer.question.indicators.filter((i) => i.dimension === code);
  if (indicators.length === 0) return unknown(code, say(reasons.noIndicator, locale));
  if (indicators.every((i) => cueGroups(i, language) === null)) {
    return unknown(code, say(reasons.noCues, locale));
  }
  const matches = reading.matches.filter((match) => match.indicator.dimension === code);
  if (matches.length > 0) {
    const own = levelOf(matches, structure.share, confidence);
    const levelled = believed(own, reading.relevance, answer.question);
    const features = featuresOf(levelled.value / 100, matches, structure);
    const evidence = evidenceOf(reading, matches);
    return { code, ...levelled, reason: '', evidence, floor: false, features };
  }
  const clause = mostOnTopic(reading.kept, answer.question, code, { language, locale });
  if (!clause) return unknown(code, say(reasons.offTopic, locale));
  const shows = say(reasons.onTopicOnly, locale);
  const evidence = [quote(reading, clause, { stance: 'against', anchorLevel: 1, shows })];
  const floored = floorLevel(structure.share, confidence);
  const features = featuresOf(floored.value / 100, [], structure);
  return { code, ...floored, reason: '', evidence, floor: true, features };
}

function evidenceOf(reading: Reading, matches: Match[]): Evidence[] {
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

function quote(
  { answer, joined }: Reading,
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

/** The last clause that counted: what is missing was to come after it. */
function anchorOf(dimensions: DimensionReading[]): Evidence | null {
  const all = dimensions.flatMap((dimension) => dimension.evidence);
  const counted = all.filter((evidence) => evidence.stance === 'for');
  const pool = counted.length > 0 ? counted : all;
  return pool.reduce<Evidence | null>((last, e) => (!last || e.end > last.end ? e : last), null);
}
