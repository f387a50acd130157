import type { Locale } from '@zhiyu/contracts/basics';
import type { ReportReader } from '@zhiyu/contracts/report-print';
import type { SoundSummary } from '@zhiyu/contracts/signals';
import type { AnswerReport, Finding, Report, Verdict } from '@zhiyu/contracts/scoring';
import { joinTranscript } from '../engine/transcript-text.js';
import { shown } from '../engine/phrases.js';
import { soundRows } from './sound-words.js';
import { printWords, type PrintWords } from './words.js';

/** Everything on the paper, in order and in words: drawing decides nothing. */
export interface Printed {
  locale: Locale;
  title: string;
  subtitle: string;
  /** Right of the name of the product. */
  head: string[];
  facts: { label: string; value: string; note: string }[];
  columns: PrintWords['columns'];
  dimensions: PrintedDimension[];
  sections: { title: string; points: PrintedPoint[] }[];
  /** Facts of delivery and sound, weight 0. */
  rows: { title: string; note: string; rows: { label: string; value: string }[] }[];
  answers: { title: string; items: { title: string; note: string; words: string }[] } | null;
  method: { title: string; lines: string[] };
  foot: string[];
}

export interface PrintedDimension {
  name: string;
  weight: string;
  /** 0-10; null = not measured. */
  value: number | null;
  error: number;
  score: string;
  /** 0-10; null where this reader sees none. */
  requirement: number | null;
  verdict: Verdict | null;
  reading: string;
}

interface PrintedPoint {
  /** m:ss in its recording; empty where nothing timed it. */
  time: string;
  text: string;
  quotes: string[];
  /** Why it stands here; empty where the text says it. */
  note: string;
}

export interface PrintOrder {
  report: Report;
  /** Facts of the sound as they stand now; null where nothing was measured. */
  sound: SoundSummary | null;
  reader: ReportReader;
  candidateName: string;
  positionName: string;
  companyName: string;
  /** As it is to be read, e.g. 2026-11-22. */
  madeOn: string;
}

/** What a reader gets of a report. The candidate sees no requirement and no reading against it. */
export function printed(order: PrintOrder): Printed {
  const { report, reader } = order;
  const words = printWords[report.locale];
  const own = reader === 'candidate';
  const { highlights, lookFirst, advice } = report;
  const { sections } = words;
  return {
    locale: report.locale,
    title: order.candidateName,
    subtitle: order.positionName,
    head: [words.for[reader], `${order.companyName}\u3000${order.madeOn}`],
    facts: factsOf(report, own, words),
    columns: words.columns,
    dimensions: report.dimensions.map((one) => dimensionOf(one, own, words)),
    sections: [
      section(sections.highlights, highlights),
      ...(own ? [] : [section(sections.lookFirst, lookFirst)]),
      section(sections.advice, advice),
      ...(own ? [] : [apartOf(report, words), asksOf(report, words)]),
    ].filter(({ points }) => points.length > 0),
    rows: reader === 'hr' ? [deliveryOf(report, words), ...soundOf(order, words)] : [],
    answers: reader === 'manager' ? null : answersOf(report, words),
    method: { title: sections.method, lines: [...words.method, ...(own ? [words.rights] : [])] },
    foot: [
      own ? (words.method.at(-1) ?? '') : words.legend,
      words.engine(engineOf(report), report.modelVersion),
    ],
  };
}

/** Name and version; behind it the calibrations that readings rest on: v2 (n = 20). */
function engineOf({ engine }: Report): string {
  const calibrated = [...new Set((engine.calibrated ?? []).map(calibrationName))];
  return [`${engine.name} ${engine.version}`, ...calibrated].join(' + ');
}

function calibrationName(of: NonNullable<Report['engine']['calibrated']>[number]): string {
  return `${of.dimension} v${String(of.version)} (n = ${String(of.graded)})`;
}

function factsOf(report: Report, own: boolean, words: PrintWords): Printed['facts'] {
  const { total, answers, confidence } = report;
  const label = own ? words.totalPlain : words.total(shown(total.requirement));
  const value = total.value === null ? words.notMeasured : shown(total.value);
  const error = total.standardError === null ? '' : ` ±${shown(total.standardError)}`;
  const scored = answers.filter(({ gate }) => gate === null).length;
  return [
    { label, value: value + error, note: words.measured(Math.round(total.coverage * 100)) },
    { label: words.questions, value: words.answeredOf(scored, answers.length), note: '' },
    { label: words.confidence, value: words.sure[confidence], note: '' },
  ];
}

function dimensionOf(
  one: Report['dimensions'][number],
  own: boolean,
  words: PrintWords,
): PrintedDimension {
  const { value, standardError } = one;
  const score =
    value === null
      ? '—'
      : `${shown(value)}${standardError === null ? '' : ` ±${shown(standardError)}`}`;
  return {
    name: one.name,
    weight: `${Math.round(one.weight * 100)}%`,
    value: value === null ? null : value / 10,
    error: (standardError ?? 0) / 10,
    score,
    requirement: own ? null : one.requirement / 10,
    verdict: own ? null : one.verdict,
    reading: own && value !== null ? '' : words.verdicts[own ? 'unknown' : one.verdict],
  };
}

function section(title: string, findings: Finding[]): Printed['sections'][number] {
  const points = findings.map(({ text, evidence }) => ({
    time: clock(evidence[0]?.seconds ?? null),
    text,
    quotes: evidence.map(({ quote }) => quote),
    note: '',
  }));
  return { title, points };
}

/** Both passages under each other; what may have a plain reason is never on the candidate's paper. */
function apartOf({ contradictions = [] }: Report, words: PrintWords): Printed['sections'][number] {
  const points = contradictions.map(({ one, other, text }) => ({
    time: clock(one.from === 'answer' ? one.seconds : null),
    text,
    quotes: [],
    note: other.from === 'answer' ? clock(other.seconds) : '',
  }));
  return { title: words.sections.apart, points };
}

function asksOf({ askNext = [] }: Report, words: PrintWords): Printed['sections'][number] {
  const points = askNext.map(({ text, why }) => ({ time: '', text, quotes: [], note: why }));
  return { title: words.sections.askNext, points };
}

function soundOf({ sound, report }: PrintOrder, words: PrintWords): Printed['rows'] {
  return sound ? [{ ...soundRows(sound, report.locale), note: words.unscored }] : [];
}

function deliveryOf({ delivery }: Report, words: PrintWords): Printed['rows'][number] {
  const { characters, charactersPerMinute, fillers, keywords } = delivery;
  const labels = words.delivery;
  const often = keywords.map(({ word, count }) => `${word} ${count}`).join('\u3000');
  return {
    title: words.sections.delivery,
    note: words.unscored,
    rows: [
      { label: labels.characters, value: String(characters) },
      ...(charactersPerMinute === null
        ? []
        : [{ label: labels.speed, value: String(Math.round(charactersPerMinute)) }]),
      { label: labels.fillers, value: String(fillers) },
      ...(often === '' ? [] : [{ label: labels.keywords, value: often }]),
    ],
  };
}

function answersOf({ answers }: Report, words: PrintWords): Printed['answers'] {
  const items = answers.map((answer, i) => ({
    title: `${i + 1}  ${answer.question}`,
    note: [clock(answer.seconds), answer.gateReason, ...correctedNote(answer, words)]
      .filter((part) => part !== '')
      .join('\u3000'),
    words: answer.transcript ? joinTranscript(answer.transcript).text : words.noWords,
  }));
  return { title: words.sections.answers, items };
}

function correctedNote({ mode, transcript }: AnswerReport, words: PrintWords): string[] {
  return mode !== 'text' && transcript?.origin === 'candidate' ? [words.corrected] : [];
}

/** Seconds as m:ss. */
function clock(seconds: number | null): string {
  if (seconds === null) return '';
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
