import type { Locale } from '@zhiyu/contracts/basics';
import type { JudgedGroup } from '@zhiyu/contracts/coding';
import { groundsOf } from '@zhiyu/contracts/grounds';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { Evidence, Gate, Transcript } from '@zhiyu/contracts/scoring';
import type {
  AnswerScore,
  AssessedAnswer,
  AssessedProgram,
  MeasuredReading,
} from './engine.types.js';
import { round } from './level.js';
import { gatePhrases, say } from './phrases.js';
import { unknown } from './read-dimension.js';
import { programPhrases, verdictWords } from './program-phrases.js';

/**
 * Standard error of one judged program, in points on 0-100. The judge is exact about this program; how far one problem
 * speaks for the skill is judgement, as the constants of level.ts are.
 */
const oneProblem = 10;

interface Line {
  text: string;
  group: JudgedGroup | null;
}

function linesOf({ result }: AssessedProgram, locale: Locale): Line[] {
  const { title, language } = result;
  const points = String(result.points ?? 0);
  const head = say(programPhrases.head, locale, { title, language, points });
  const groups = result.groups.map((group) => {
    const phrase = group.earned > 0 ? programPhrases.passed : programPhrases.missed;
    return { text: say(phrase, locale, wordsOf(group, locale)), group };
  });
  return [{ text: head, group: null }, ...groups];
}

function wordsOf(group: JudgedGroup, locale: Locale): Record<string, string> {
  const { name, tests, passed, points, earned, verdict } = group;
  const numbers = { tests, passed, points, earned };
  const shown = Object.entries(numbers).map(([key, value]) => [key, String(value)]);
  const word = say(verdictWords[verdict], locale);
  return { name, verdict: word, ...(Object.fromEntries(shown) as Record<string, string>) };
}

/**
 * The answer in words: a line for each group of hidden tests, then the program. Evidence quotes these lines, so a score
 * rests on what the judge wrote, and anybody can read it beside the code.
 */
export function programTranscript(program: AssessedProgram, locale: Locale): Transcript {
  const record = linesOf(program, locale).map(({ text }) => text);
  const text = [...record, '', program.source].join('\n');
  const segments = [{ text, from: null, to: null, confidence: null }];
  return { origin: 'candidate', engine: 'judge', locale, segments };
}

/** Points of the hidden tests as a level: value = points, level = value / 25 + 1, as everywhere. */
export function scoreProgram(
  answer: AssessedAnswer,
  model: CompetencyModel,
  locale: Locale,
): AnswerScore {
  const codes = model.dimensions
    .map(({ code }) => code)
    .filter((code) => answer.question.dimensions.includes(code));
  const { program } = answer;
  const points = program?.result.points ?? null;
  const closed: Gate | null = !program ? 'empty' : points === null ? 'notJudged' : null;
  const gateReason = closed ? say(gatePhrases[closed], locale) : '';
  const read = program && points !== null ? readingOf(program, answer, locale) : null;
  const reason = gateReason === '' ? say(gatePhrases.notJudged, locale) : gateReason;
  return {
    answerId: answer.answerId,
    questionIndex: answer.questionIndex,
    gate: closed,
    gateReason,
    ignored: [],
    dimensions: codes.map((code) => (read ? { ...read, code } : unknown(code, reason))),
    missing: [],
    anchor: null,
    recogniserConfidence: null,
  };
}

/** The points, with what the judge wrote of each group; null where it wrote nothing. */
function readingOf(
  program: AssessedProgram,
  answer: AssessedAnswer,
  locale: Locale,
): Omit<MeasuredReading, 'code'> | null {
  const value = program.result.points ?? 0;
  const evidence = groundsOf(evidenceOf(program, answer, locale));
  return (
    evidence && {
      level: levelAt(value),
      value,
      standardError: oneProblem,
      reason: '',
      evidence,
      conflict: false,
      floor: false,
    }
  );
}

function levelAt(points: number): number {
  return round(points / 25 + 1, 2);
}

/** A passed group speaks for the level that the points up to it reach, a missed one for the level they stop at. */
function evidenceOf(program: AssessedProgram, answer: AssessedAnswer, locale: Locale): Evidence[] {
  const all = program.result.groups.reduce((sum, { points }) => sum + points, 0);
  const reached = levelAt(program.result.points ?? 0);
  const evidence: Evidence[] = [];
  let start = 0;
  let earned = 0;
  for (const { text, group } of linesOf(program, locale)) {
    if (group) {
      const passed = group.earned > 0;
      earned += group.earned;
      const phrase = passed ? programPhrases.showsPassed : programPhrases.showsMissed;
      evidence.push({
        answerId: answer.answerId,
        questionIndex: answer.questionIndex,
        quote: text,
        start,
        end: start + text.length,
        seconds: null,
        stance: passed ? 'for' : 'against',
        anchorLevel: Math.round(passed ? levelAt((earned / all) * 100) : Math.min(4, reached)),
        shows: say(phrase, locale, wordsOf(group, locale)),
      });
    }
    start += text.length + 1;
  }
  return evidence;
}
