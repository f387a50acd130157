import type { Locale, Text } from '@zhiyu/contracts/basics';
import { changedGrounds } from '@zhiyu/contracts/grounds';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import type {
  AnswerReport,
  DimensionScore,
  Evidence,
  Finding,
  Grounds,
  PotentialCondition,
  PotentialMark,
  Report,
} from '@zhiyu/contracts/scoring';
import { describedText } from '../engine/anchor-text.js';
import { Sentences } from './sentences.js';

/** What a report's texts are from. */
export interface TextSources {
  model: CompetencyModel;
  questions: readonly Question[];
}

function textsOf({ model, questions }: TextSources): Text[] {
  const anchored = [...model.dimensions, ...questions].flatMap(({ anchors }) => anchors);
  return [
    ...model.dimensions.map(({ name }) => name),
    ...anchored.flatMap(({ text }) => [text, describedText(text)]),
    ...questions.flatMap(({ text, followUps, indicators }) =>
      [{ text }, ...(followUps ?? []), ...indicators].map((one) => one.text),
    ),
  ];
}

/** A report in a language. */
export interface Worded {
  report: Report;
  potential: PotentialMark | null;
  /** Texts that stand as they are stored. */
  asStored: number;
}

/** Names and evidence in the reader's language. */
class Reader {
  private readonly names: Map<string, Text>;

  constructor(
    readonly sentences: Sentences,
    { dimensions }: CompetencyModel,
    private readonly locale: Locale,
  ) {
    this.names = new Map(dimensions.map(({ code, name }) => [code, name]));
  }

  /** About the total there is no name. */
  private named({ code, name }: { code: string | null; name: string }): string {
    if (name === '') return '';
    const own = this.names.get(code ?? '');
    return own?.[this.locale] ?? this.sentences.text(name);
  }

  dimension(one: DimensionScore): DimensionScore {
    const worded = { name: this.named(one), reason: this.sentences.sentence(one.reason) };
    return one.verdict === 'unknown'
      ? { ...one, ...worded }
      : { ...one, ...worded, evidence: this.grounds(one.evidence) };
  }

  condition(one: PotentialCondition): PotentialCondition {
    const name = this.named(one);
    return one.verdict === 'unknown'
      ? { ...one, name }
      : { ...one, name, evidence: this.grounds(one.evidence) };
  }

  private grounds(grounds: Grounds): Grounds {
    return changedGrounds(grounds, (one) => this.piece(one));
  }

  shown(evidence: Evidence[]): Evidence[] {
    return evidence.map((one) => this.piece(one));
  }

  private piece(one: Evidence): Evidence {
    return { ...one, shows: this.sentences.sentence(one.shows) };
  }

  found(findings: Finding[]): Finding[] {
    return findings.map(({ text, evidence }) => ({
      text: this.sentences.sentence(text),
      evidence: this.grounds(evidence),
    }));
  }

  /** Why a question was asked is a rule's sentence only of follow-ups: else a line of the résumé, or who asked. */
  answer(answer: AnswerReport): AnswerReport {
    const { question, gateReason, kind, reason } = answer;
    const why = kind === 'followUp' &&
      reason !== undefined && { reason: this.sentences.sentence(reason) };
    return {
      ...answer,
      question: this.sentences.question(question),
      gateReason: this.sentences.sentence(gateReason),
      ...why,
    };
  }
}

/**
 * The report with its own sentences in the reader's language. Values, quotes, codes and `locale`, the language of the
 * interview, are those of the stored report.
 */
export function reportIn(
  { report, potential }: { report: Report; potential: PotentialMark | null },
  locale: Locale,
  sources: TextSources,
): Worded {
  const sentences = new Sentences(textsOf(sources), report.locale, locale);
  const sentence = (stored: string) => sentences.sentence(stored);
  const reader = new Reader(sentences, sources.model, locale);
  const { contradictions, askNext } = report;
  const worded: Report = {
    ...report,
    dimensions: report.dimensions.map((one) => reader.dimension(one)),
    highlights: reader.found(report.highlights),
    advice: reader.found(report.advice),
    lookFirst: reader.found(report.lookFirst),
    answers: report.answers.map((one) => reader.answer(one)),
    ...(contradictions && {
      contradictions: contradictions.map((one) => ({
        ...one,
        text: sentence(one.text),
        ask: sentence(one.ask),
      })),
    }),
    ...(askNext && {
      askNext: askNext.map((one) => ({
        ...one,
        text: sentence(one.text),
        why: sentence(one.why),
        evidence: reader.shown(one.evidence),
      })),
    }),
  };
  const mark = potential && {
    ...potential,
    conditions: potential.conditions.map((one) => reader.condition(one)),
  };
  return { report: worded, potential: mark, asStored: sentences.asStored.size };
}
