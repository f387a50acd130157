import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { Evidence } from '@zhiyu/contracts/scoring';
import { withCalibration } from './calibrated.js';
import { splitClauses } from './clauses.js';
import type {
  AnswerScore,
  AssessedAnswer,
  BetterFit,
  DimensionReading,
  Readers,
  SecondReader,
} from './engine.types.js';
import { isOnlyDescribed, readDescribed } from './described.js';
import { gateAfter, gateBefore, type Gated } from './gates.js';
import { withoutDeed } from './hollow.js';
import { betterFit, withWiderErrors } from './misplaced.js';
import { notes, reasons, say } from './phrases.js';
import { matchesIn, readDimension, type Reading, unknown } from './read-dimension.js';
import { now, type Rules } from './rules.js';
import { cueLanguage, sift, type Sifted } from './sift.js';
import { scoreProgram } from './program-score.js';
import { countingText, withSecond } from './second-reading.js';
import { relevanceOf } from './relevance.js';
import { isRetold, withRetold } from './retold.js';
import { readStructure, wholeStructure } from './structure.js';
import { joinTranscript, meanConfidence, type JoinedTranscript } from './transcript-text.js';

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
  const { second, learned, others, rules = now } = readers;
  const sifted = sift(answer, joined, locale, rules);
  const after = gateAfter(answer, sifted, locale, rules);
  if (after) return unread(answer, codes, after, sifted.ignored);
  const plain = read(answer, codes, { joined, sifted, locale, others, model, rules });
  const score = calibratedScore(plain, learned);
  const both = second ? readAgain(score, second, { answer, joined, locale, model }) : score;
  return withWiderErrors(both);
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

/** What is read, and the questions it may have been meant for. */
interface Readable {
  joined: JoinedTranscript;
  sifted: Sifted;
  locale: Locale;
  others: Readers['others'];
  model: CompetencyModel;
  rules: Rules;
}

function read(answer: AssessedAnswer, codes: string[], from: Readable): AnswerScore {
  const { joined, sifted, locale } = from;
  const { kept, ignored } = sifted;
  const base = { ...identity(answer), gate: null, gateReason: noteOf(sifted, locale), ignored };
  const language = cueLanguage(locale);
  if (!language) return { ...base, ...readUncued(answer, codes, from) };
  const { question } = answer;
  const matches = matchesIn(question, { joined, sifted, language });
  const aside = ignored.filter(({ kind }) => kind === 'instruction');
  const relevance = relevanceOf(splitClauses(joined, aside), question, language);
  const structure = readStructure(kept, matches, question, language);
  const confidence = base.recogniserConfidence;
  const read = { matches, structure, relevance, confidence };
  const reading = { answer, joined, sifted, ...read, language, locale };
  const { dimensions, fits, whole } = readCued(reading, codes, from);
  const anchor = anchorOf(dimensions);
  const lowered = matches.length > 0 && relevance < 1;
  const gateReason = lowered
    ? `${base.gateReason} ${say(notes.elsewhere, locale)}`.trim()
    : base.gateReason;
  const { missing } = whole ? wholeStructure(kept, question, language) : structure;
  return {
    ...{ ...base, gateReason, dimensions, missing: anchor ? missing : [], anchor },
    ...(fits ? { fits } : {}),
  };
}

/** Each dimension by its cues; without any, or where a whole story met none, by what was written about the levels. */
function readCued(
  reading: Reading,
  codes: string[],
  { model, rules, others = [] }: Readable,
): { dimensions: DimensionReading[]; fits: BetterFit | null; whole: boolean } {
  const told = { ...reading, model };
  const bare = rules.describes ? codes.filter((code) => isOnlyDescribed(told, code)) : [];
  const described = readDescribed(told, bare).dimensions;
  const byCues = (code: string) => {
    const read = readDimension(reading, code);
    return rules.deeds ? withoutDeed(reading, read) : read;
  };
  const cued = codes.map((code) => described.find((one) => one.code === code) ?? byCues(code));
  const fits = betterFit(reading, cued, others);
  const retold = rules.retells && !fits && isRetold(reading, others);
  return {
    dimensions: retold ? withRetold(cued, told) : cued,
    fits,
    whole: retold || bare.length === codes.length,
  };
}

/** In a language without cues, by what was written about the levels. */
function readUncued(
  answer: AssessedAnswer,
  codes: string[],
  { joined, sifted, locale, model, rules }: Readable,
): Pick<AnswerScore, 'dimensions' | 'missing' | 'anchor'> {
  if (!rules.describes) {
    const dimensions = codes.map((code) => unknown(code, say(reasons.noCues, locale)));
    return { dimensions, missing: [], anchor: null };
  }
  const confidence = answer.transcript ? meanConfidence(answer.transcript) : null;
  const from = { answer, joined, sifted, relevance: 1, confidence, locale, model };
  const { dimensions, structure } = readDescribed(from, codes);
  const anchor = anchorOf(dimensions);
  return { dimensions, missing: anchor ? structure.missing : [], anchor };
}

function noteOf({ ignored }: Sifted, locale: Locale): string {
  const found = (['instruction', 'list', 'repeat', 'foreign'] as const).filter((kind) =>
    ignored.some((part) => part.kind === kind),
  );
  return found.map((kind) => say(notes[kind], locale)).join(' ');
}

/** The last clause that counted: what is missing was to come after it. */
function anchorOf(dimensions: DimensionReading[]): Evidence | null {
  const all = dimensions.flatMap(({ evidence }) => [...evidence]);
  const counted = all.filter((evidence) => evidence.stance === 'for');
  const pool = counted.length > 0 ? counted : all;
  return pool.reduce<Evidence | null>((last, e) => (!last || e.end > last.end ? e : last), null);
}
