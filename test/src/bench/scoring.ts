import { parseArgs } from 'node:util';
import { TextScorer } from '@zhiyu/server/scoring/text/scorer';
import type { ScoreRequest } from '@zhiyu/server/scoring/text/text.types';
import { asked } from '../scoring/text-asked.js';
import { calledContrary, exchangedFacts } from '../scoring/text-exchanged.set.js';
import { attacksOn } from '../scoring/text-attacks.js';
import { fixedQuestions } from '../scoring/text-regression.set.js';
import { adsRows, type HumanRow, leRows } from './scoring-data.js';
import { measured, type Measured, nested, withGrades, withoutGrades } from './scoring-folds.js';

/** Draws of graded answers; the table shows their mean. */
const draws = 5;
/** Runs of the same answers that must give the same bytes. */
const repeats = 100;

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

function tableLine({ name, agreement, within, note }: Measured): string {
  const { pearson, kappa, meanError, answers } = agreement;
  const cells = [name, String(answers), shown(pearson), shown(within), shown(kappa)];
  return `| ${[...cells, meanError.toFixed(3), note].join(' | ')} |`;
}

function meanOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Several draws as one line: the mean of each number. */
function averaged(name: string, all: Measured[]): Measured {
  const of = (pick: (one: Measured) => number | null): number | null => meanOf(all.map(pick));
  const rs = all.map(({ agreement }) => agreement.pearson ?? 0);
  return {
    name,
    agreement: {
      pearson: of(({ agreement }) => agreement.pearson),
      kappa: of(({ agreement }) => agreement.kappa),
      icc: of(({ agreement }) => agreement.icc),
      meanError: of(({ agreement }) => agreement.meanError) ?? 0,
      answers: all[0]?.agreement.answers ?? 0,
    },
    within: of(({ within }) => within),
    note: `${String(all.length)} draws, r ${Math.min(...rs).toFixed(3)}-${Math.max(...rs).toFixed(3)}`,
  };
}

function regression(scorer: TextScorer): { line: Measured; gateErrors: number } {
  const said = fixedQuestions.flatMap(({ code, asked: basis, answers }) =>
    answers.map(({ answer, level, gated }) => {
      const result = scorer.score(asked({ ...basis, scale: [1, 5], answer }));
      const wrong = (result.gate !== undefined) !== gated;
      return { question: code, given: level, score: result.score, wrong };
    }),
  );
  const gateErrors = said.filter(({ wrong }) => wrong).length;
  return { line: measured('regression set (forty answers)', said, [1, 5]), gateErrors };
}

function attacksPaid(scorer: TextScorer): { attacks: number; paid: number } {
  const all = fixedQuestions.flatMap(({ asked: basis }) =>
    attacksOn(basis).map((answer) => asked({ ...basis, answer })),
  );
  return { attacks: all.length, paid: all.filter((one) => scorer.score(one).score !== 0).length };
}

function identical(requests: ScoreRequest[]): number {
  const run = (): string => {
    const fresh = new TextScorer();
    return JSON.stringify(requests.map((request) => fresh.score(request)));
  };
  const first = run();
  return Array.from({ length: repeats }, run).filter((bytes) => bytes === first).length;
}

/** Facts told of the wrong thing that still pay, and right answers that are called contrary. */
function exchanges(scorer: TextScorer): string {
  const run = (pick: 'honest' | 'exchanged') =>
    exchangedFacts.flatMap((one) =>
      one[pick].map((answer) => scorer.score(asked({ ...one, answer }))),
    );
  const wrong = run('exchanged');
  const right = run('honest');
  const paid = wrong.filter(({ score }) => score > 2).length;
  const blamed = right.filter(calledContrary).length;
  return `exchanged facts that keep over a fifth: ${String(paid)} of ${String(wrong.length)}; right answers called contrary: ${String(blamed)} of ${String(right.length)}`;
}

function millisecondsEach(rows: readonly HumanRow[], graded: ScoreRequest['graded']): number {
  const scorer = new TextScorer();
  const started = performance.now();
  for (const { request } of rows) scorer.score({ ...request, graded });
  return (performance.now() - started) / Math.max(1, rows.length);
}

function falseGates(scorer: TextScorer, rows: readonly HumanRow[]): string {
  const real = rows.filter(({ request }) => /[\p{L}\p{N}]/u.test(request.answer));
  const gated = real.filter(({ request }) => scorer.score(request).gate !== undefined).length;
  const percent = ((100 * gated) / Math.max(1, real.length)).toFixed(2);
  return `${String(gated)} of ${String(real.length)} real answers gated (${percent} %)`;
}

/** The same answers where the reference comes as key points, in sentences or in one piece: cut anyhow, it says the same. */
function asPoints(rows: readonly HumanRow[], ends: RegExp): HumanRow[] {
  return rows.map((one) => {
    const [reference = ''] = one.request.references;
    const keyPoints = reference.split(ends).filter((text) => text.trim() !== '');
    return { ...one, request: { ...one.request, references: [], keyPoints } };
  });
}

function textLines(scorer: TextScorer, rows: HumanRow[]): Measured[] {
  const scale = [0, 10] as const;
  return [
    measured('ADS, no graded answers', withoutGrades(scorer, rows), scale),
    measured(
      'ADS, sentences given as key points',
      withoutGrades(scorer, asPoints(rows, /[。；;]/u)),
      scale,
    ),
    measured('ADS, constants from other questions', nested(rows, 'text'), scale, 'nested folds'),
    ...[5, 10, 20, 40].map((count) =>
      averaged(
        `ADS, ${String(count)} graded a question`,
        withGrades(scorer, rows, count, draws).map((said) => measured('', said, scale)),
      ),
    ),
  ];
}

function listLines(scorer: TextScorer, rows: HumanRow[]): Measured[] {
  const scale = [0, 1] as const;
  return [
    measured('LE, key points', withoutGrades(scorer, rows), scale),
    measured('LE, in one key point', withoutGrades(scorer, asPoints(rows, /\0/u)), scale),
    measured('LE, cut at marks', withoutGrades(scorer, asPoints(rows, /[；;、，。]/u)), scale),
    measured('LE, constants from other questions', nested(rows, 'list'), scale, 'nested folds'),
  ];
}

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: '../shared/data/zh-short-answers' } },
  });
  const scorer = new TextScorer();
  const ads = adsRows(values.data);
  const le = leRows(values.data);
  const fixed = regression(scorer);
  const lines = [
    fixed.line,
    ...(le ? listLines(scorer, le) : []),
    ...(ads ? textLines(scorer, ads) : []),
  ];
  out('| what | answers | r | r within questions | QWK | MAE | |');
  out('| --- | --- | --- | --- | --- | --- | --- |');
  for (const line of lines) out(tableLine(line));
  if (!ads) out(`missing: ads-dev.jsonl in ${values.data}; nothing of ADS was measured`);
  if (!le) out(`missing: le-dev.jsonl in ${values.data}; nothing of LE was measured`);
  out('');
  const { attacks, paid } = attacksPaid(scorer);
  const people = [...(ads ?? []), ...(le ?? [])];
  out(`gate errors, regression set: ${String(fixed.gateErrors)} of 40`);
  out(`attacks that score above the lowest: ${String(paid)} of ${String(attacks)}`);
  out(exchanges(scorer));
  if (people.length > 0) out(`gates, people's answers: ${falseGates(scorer, people)}`);
  const sample = [...people.filter((_, i) => i % 20 === 0).map(({ request }) => request)];
  const own = fixedQuestions.flatMap(({ asked: basis, answers }) =>
    answers.map(({ answer }) => asked({ ...basis, answer })),
  );
  const same = identical([...sample, ...own]);
  out(
    `runs with the same bytes: ${String(same)} of ${String(repeats)} (${String(sample.length + own.length)} answers)`,
  );
  if (ads) {
    const graded = ads.slice(0, 20).map(({ request, given }) => ({
      answer: request.answer,
      score: given,
    }));
    out(
      `time an answer: ${millisecondsEach(ads, []).toFixed(1)} ms; with 20 graded: ${millisecondsEach(ads, graded).toFixed(1)} ms`,
    );
  }
}

main();
