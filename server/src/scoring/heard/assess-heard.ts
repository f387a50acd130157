import type { Locale } from '@zhiyu/contracts/basics';
import type { AnswerReport, DimensionScore, Finding, Report } from '@zhiyu/contracts/scoring';
import { assess, type AssessInput, ENGINE } from '../engine/assess.js';
import { findingFrom } from '../engine/finding.js';
import { say } from '../engine/phrases.js';
import { rulesOf } from '../engine/rules.js';
import { heardPhrases } from './phrases.js';
import { type Resting, restingOnUnsure, withoutResting } from './resting.js';
import { onlySureQuotes } from './second-engine.js';

/**
 * Assesses an interview so that no level rests on words that were not heard for sure: such a level is not given, the report
 * says so with the words, and a person listens. Where no engine gave words figures it is the engine's report, byte for byte.
 * @param version of the engine that made a report which is to be rebuilt (rules.ts)
 */
export function assessHeard(input: AssessInput, version = ENGINE.version): Report {
  const measured = input.answers.some(({ transcript }) =>
    transcript?.segments.some(({ words }) => words !== undefined),
  );
  if (!measured) {
    return assess(input, version);
  }
  const rules = rulesOf(version);
  const resting = restingOnUnsure(input, rules);
  const { second } = input;
  const report = assess(
    {
      ...input,
      answers: withoutResting(input.answers, resting),
      ...(second ? { second: onlySureQuotes(second, input.answers, rules) } : {}),
    },
    version,
  );
  return resting.length === 0 ? report : told(report, input, resting);
}

/** The report with what was left out, and why. A person decides: its confidence is low. */
function told(report: Report, input: AssessInput, resting: Resting[]): Report {
  const { locale } = report;
  const codes = new Set(resting.map(({ code }) => code));
  return {
    ...report,
    dimensions: report.dimensions.map((one) => (codes.has(one.code) ? doubted(one, locale) : one)),
    lookFirst: [...looksAt(resting, locale), ...report.lookFirst],
    answers: report.answers.map((one) => answerOf(one, input, resting)),
    confidence: 'low',
  };
}

/** Measured by other answers it keeps its level and says what is missing. */
function doubted(one: DimensionScore, locale: Locale): DimensionScore {
  const reason = say(heardPhrases.reason, locale);
  return { ...one, reason: one.value === null ? reason : `${one.reason} ${reason}`.trim() };
}

/** What to listen to first: one line an answer, each passage once. */
function looksAt(resting: Resting[], locale: Locale): Finding[] {
  const answers = [...new Set(resting.map(({ answerId }) => answerId))];
  return answers.flatMap((answerId) => {
    const all = resting.flatMap((one) => (one.answerId === answerId ? one.evidence : []));
    const passages = all.filter(
      (one, i) =>
        all.findIndex(({ start, answerId: of }) => start === one.start && of === one.answerId) ===
        i,
    );
    return findingFrom(say(heardPhrases.look, locale), passages);
  });
}

function answerOf(answer: AnswerReport, input: AssessInput, resting: Resting[]): AnswerReport {
  const { answerId, gate, gateReason } = answer;
  const unsure = resting.flatMap((one) => (one.answerId === answerId ? [one.code] : []));
  if (unsure.length === 0 || gate !== null) {
    return answer;
  }
  const asked = input.answers.find((one) => one.answerId === answerId)?.question.dimensions ?? [];
  const known = input.model.dimensions.filter(({ code }) => asked.includes(code));
  return known.every(({ code }) => unsure.includes(code))
    ? {
        ...answer,
        gate: 'uncertainTranscript',
        gateReason: say(heardPhrases.gate, input.locale),
        unsure,
      }
    : {
        ...answer,
        gateReason: `${gateReason} ${say(heardPhrases.note, input.locale)}`.trim(),
        unsure,
      };
}
