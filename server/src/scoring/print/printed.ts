import type { Locale } from '@zhiyu/contracts/basics';
import type { ReportReader } from '@zhiyu/contracts/report-print';
import { endsOf, errorText, type ScoreScale, scoreText } from '@zhiyu/contracts/score-scale';
import { sentencesOn } from '@zhiyu/contracts/score-sentences';
import type { SoundSummary } from '@zhiyu/contracts/signals';
import type { AnswerReport, Evidence, Finding, Report, Verdict } from '@zhiyu/contracts/scoring';
import { type Beside, besideRows } from './beside.js';
import { heardQuote, heardText } from './heard-words.js';
import { cultureRows, type Marks, potentialSection } from './marks.js';
import type { PrintedPoint, PrintedRows } from './printed-parts.js';
import { motivesSection } from './said-motives.js';
import { soundRows } from './sound-words.js';
import { methodOf, soundNote, weighedRows } from './weighed-words.js';
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
  /** Over the bars. */
  ends: { low: string; high: string };
  dimensions: PrintedDimension[];
  sections: { title: string; points: PrintedPoint[] }[];
  /** Written tests and the résumé; facts of delivery and sound, weight 0. */
  rows: PrintedRows[];
  answers: { title: string; items: { title: string; note: string; words: string }[] } | null;
  method: { title: string; lines: string[] };
  foot: string[];
}

export interface PrintedDimension {
  name: string;
  weight: string;
  /** 0-100, for the bar; null = not measured. */
  value: number | null;
  error: number;
  score: string;
  /** 0-100, for the bar; null where this reader sees none. */
  requirement: number | null;
  needed: string;
  verdict: Verdict | null;
  reading: string;
}

export interface PrintOrder {
  /** With its sentences in `language`. */
  report: Report;
  language: Locale;
  /** Texts of the company that are not there in it. */
  asStored: number;
  /** Facts of the sound as they stand now; null where nothing was measured. */
  sound: SoundSummary | null;
  beside: Beside;
  marks: Marks;
  reader: ReportReader;
  /** How scores are shown; what stands in the report does not change. */
  scale: ScoreScale;
  candidateName: string;
  positionName: string;
  companyName: string;
  /** As it is to be read, e.g. 2026-11-22. */
  madeOn: string;
}

/** What a reader gets of a report. The candidate sees no requirement and no reading against it. */
export function printed(order: PrintOrder): Printed {
  const { reader } = order;
  // Everything on the paper is in its language; what the candidate said keeps that of its transcript.
  const report = {
    ...sentencesOn(order.report, order.scale, order.language),
    locale: order.language,
  };
  const figures = figuresOf(order.scale, report.locale);
  const words = printWords[report.locale];
  const own = reader === 'candidate';
  const { culture } = order.marks;
  const portraits = new Set(culture.map(({ code }) => code));
  const { sections } = words;
  const method = methodOf(report, words.method);
  return {
    locale: report.locale,
    title: order.candidateName,
    subtitle: order.positionName,
    head: [words.for[reader], `${order.companyName}\u3000${order.madeOn}`],
    facts: factsOf({ report, own, words, figures }),
    columns: words.columns,
    ends: endsOf(order.scale),
    dimensions: report.dimensions
      .filter(({ code }) => !portraits.has(code))
      .map((one) => dimensionOf(one, own, { words, figures })),
    sections: sectionsOf(order, report, words),
    rows: [
      ...weighedRows(report, figures.withError, own ? null : (one) => words.verdicts[one]),
      ...cultureRows(report, culture, order.scale),
      ...besideRows(order.beside, reader, report.locale),
      ...(reader === 'hr' ? [deliveryOf(report, words), ...soundOf(order, words)] : []),
    ],
    answers: reader === 'manager' ? null : answersOf(report, words),
    method: {
      title: sections.method,
      lines: [...method, ...(own ? [words.rights] : []), ...leftOf(order, words)],
    },
    foot: [
      own ? (method.at(-1) ?? '') : words.legend,
      words.engine(engineOf(report), report.modelVersion),
    ],
  };
}

/** Sentences with their words; the candidate's paper has none of what is for those who decide. */
function sectionsOf(
  { reader, marks, scale }: PrintOrder,
  report: Report,
  words: PrintWords,
): Printed['sections'] {
  const own = reader === 'candidate';
  const { highlights, lookFirst, advice } = report;
  const { sections } = words;
  return [
    ...(own ? [] : [potentialSection(marks.potential, scale, report.locale)]),
    section(sections.highlights, highlights, report),
    ...(own ? [] : [section(sections.lookFirst, lookFirst, report)]),
    section(sections.advice, advice, report),
    motivesSection(report, (passage) => placeOf(passage, words)),
    ...(own ? [] : [apartOf(report, words), asksOf(report, words)]),
  ].filter(({ points }) => points.length > 0);
}

function leftOf({ asStored }: PrintOrder, words: PrintWords): string[] {
  return asStored > 0 ? [words.asStored] : [];
}

/** Name and version; behind it the calibrations that readings rest on: v2 (n = 20). */
function engineOf({ engine }: Report): string {
  const calibrated = [...new Set((engine.calibrated ?? []).map(calibrationName))];
  return [`${engine.name} ${engine.version}`, ...calibrated].join(' + ');
}

function calibrationName(of: NonNullable<Report['engine']['calibrated']>[number]): string {
  return `${of.dimension} v${String(of.version)} (n = ${String(of.graded)})`;
}

interface Figures {
  score: (stored: number) => string;
  /** 8.5 ±0.3 */
  withError: (stored: number, standardError: number | null) => string;
}

function figuresOf(scale: ScoreScale, locale: Locale): Figures {
  const score = (stored: number) => scoreText(stored, scale, locale);
  const withError = (stored: number, error: number | null) =>
    error === null ? score(stored) : `${score(stored)} ${errorText(error, scale, locale)}`;
  return { score, withError };
}

interface FactsOrder {
  report: Report;
  own: boolean;
  words: PrintWords;
  figures: Figures;
}

function factsOf({ report, own, words, figures }: FactsOrder): Printed['facts'] {
  const { total, answers, confidence } = report;
  const label = own ? words.totalPlain : words.total(figures.score(total.requirement));
  const value =
    total.value === null ? words.notMeasured : figures.withError(total.value, total.standardError);
  const scored = answers.filter(({ gate }) => gate === null).length;
  return [
    { label, value, note: words.measured(Math.round(total.coverage * 100)) },
    { label: words.questions, value: words.answeredOf(scored, answers.length), note: '' },
    { label: words.confidence, value: words.sure[confidence], note: '' },
  ];
}

function dimensionOf(
  one: Report['dimensions'][number],
  own: boolean,
  { words, figures }: Pick<FactsOrder, 'words' | 'figures'>,
): PrintedDimension {
  const { value, standardError } = one;
  return {
    name: one.name,
    weight: `${Math.round(one.weight * 100)}%`,
    value,
    error: standardError ?? 0,
    score: value === null ? '—' : figures.withError(value, standardError),
    requirement: own ? null : one.requirement,
    needed: own ? '' : figures.score(one.requirement),
    verdict: own ? null : one.verdict,
    reading: own && value !== null ? '' : words.verdicts[own ? 'unknown' : one.verdict],
  };
}

/** The second of a recording; of what was typed, the question. */
function placeOf(evidence: Pick<Evidence, 'seconds' | 'questionIndex'>, words: PrintWords): string {
  const { seconds, questionIndex } = evidence;
  return seconds === null ? words.question(questionIndex + 1) : clock(seconds);
}

function section(title: string, findings: Finding[], report: Report): Printed['sections'][number] {
  const words = printWords[report.locale];
  const points = findings.map(({ text, evidence }) => ({
    time: placeOf(evidence[0], words),
    text,
    quotes: evidence.map((one) => heardQuote(one, report)),
    note: '',
  }));
  return { title, points };
}

/** Both passages under each other; what may have a plain reason is never on the candidate's paper. */
function apartOf({ contradictions = [] }: Report, words: PrintWords): Printed['sections'][number] {
  const points = contradictions.map(({ one, other, text }) => ({
    time: one.from === 'answer' ? placeOf(one, words) : '',
    text,
    quotes: [],
    note: other.from === 'answer' ? placeOf(other, words) : '',
  }));
  return { title: words.sections.apart, points };
}

function asksOf({ askNext = [] }: Report, words: PrintWords): Printed['sections'][number] {
  const points = askNext.map(({ text, why }) => ({ time: '', text, quotes: [], note: why }));
  return { title: words.sections.askNext, points };
}

function soundOf({ sound, report, language }: PrintOrder, words: PrintWords): PrintedRows[] {
  const note = soundNote(report, words.unscored);
  return sound ? [{ ...soundRows(sound, language), note }] : [];
}

function deliveryOf({ delivery }: Report, words: PrintWords): PrintedRows {
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

function answersOf({ answers, locale }: Report, words: PrintWords): Printed['answers'] {
  const items = answers.map((answer, i) => {
    const { transcript, gateReason, mode } = answer;
    const seconds = mode === 'text' ? null : answer.seconds;
    const heard = transcript ? heardText(transcript, locale) : { words: words.noWords, note: '' };
    return {
      title: `${i + 1}  ${answer.question}`,
      note: [clock(seconds), gateReason, ...correctedNote(answer, words), heard.note]
        .filter((part) => part !== '')
        .join('\u3000'),
      words: heard.words,
    };
  });
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
