import {
  type DimensionScore,
  dimensionScoreSchema,
  type MeasuredDimension,
  type UnknownDimension,
} from '@zhiyu/contracts/dimension-score';
import { groundsOf } from '@zhiyu/contracts/grounds';
import { potentialOf } from '@zhiyu/contracts/potential';
import { usualPotential } from '@zhiyu/contracts/potential-rule';
import { type Evidence, type Finding, findingSchema, type Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import type { DimensionReading, MeasuredReading } from '@zhiyu/server/scoring/engine/engine.types';
import { openedReport } from '@zhiyu/server/scoring/stored-report';
import { reportIn } from '@zhiyu/server/scoring/wording/report-in';
import { expect } from 'chai';
import { aQuote } from '../factories/evidence.js';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';
import { reportBefore } from './replay-before.report.js';

const about = { code: 'service', name: '服务', weight: 0.5, requirement: 60 };
const level = { value: 75, standardError: 8, level: 4, reason: '' };
const measured: MeasuredDimension = {
  ...{ ...about, ...level },
  verdict: 'meets',
  evidence: [aQuote()],
};
const unknown: UnknownDimension = {
  ...about,
  ...{ value: null, standardError: null, level: null },
  ...{ verdict: 'unknown', reason: '没有问到', evidence: [] },
};

/** Whether the compiler takes the one for the other. */
type Fits<Given, Wanted> = Given extends Wanted ? true : false;
type Wordless = { evidence: [] };

/** What the compiler refuses: the day it takes one of these, this file does not compile any more. */
const refused: Record<string, false> = {
  'a level without words': false satisfies Fits<
    Omit<MeasuredDimension, 'evidence'> & Wordless,
    DimensionScore
  >,
  'or with a list that may be empty': false satisfies Fits<
    Omit<MeasuredDimension, 'evidence'> & { evidence: Evidence[] },
    DimensionScore
  >,
  'a value that was not measured': false satisfies Fits<
    Omit<UnknownDimension, 'value'> & { value: number },
    DimensionScore
  >,
  'no value and yet a verdict': false satisfies Fits<
    Omit<UnknownDimension, 'verdict'> & { verdict: 'below' },
    DimensionScore
  >,
  'a sentence without words': false satisfies Fits<{ text: string } & Wordless, Finding>,
  'a reading of one answer without words': false satisfies Fits<
    Omit<MeasuredReading, 'evidence'> & Wordless,
    DimensionReading
  >,
};
/** And what it takes, so that the question is a real one. */
const taken: Record<string, true> = {
  'a level with words': true satisfies Fits<MeasuredDimension, DimensionScore>,
  'unknown with a reason': true satisfies Fits<UnknownDimension, DimensionScore>,
  'a sentence with words': true satisfies Fits<{ text: string; evidence: [Evidence] }, Finding>,
};

function aReport(): Report {
  const graded = gradedQuestions[0] ?? expect.fail('no graded question');
  const { question, model } = aQuestion(graded.position, graded.question);
  return assess(anInterview(model, [anAnswer(question, graded.strong)]));
}

describe('what a report says rests on words', () => {
  it('by the type, and by the schema where something comes from outside', () => {
    expect(dimensionScoreSchema.safeParse(measured).success).to.equal(true);
    expect(dimensionScoreSchema.safeParse(unknown).success).to.equal(true);
    expect([Object.keys(refused).length, Object.keys(taken).length]).to.eql([6, 3]);
    const outside = [
      { ...measured, evidence: [] },
      { ...unknown, value: 0 },
      { ...unknown, verdict: 'below' },
      { ...unknown, reason: '' },
    ];
    for (const one of outside) {
      expect(dimensionScoreSchema.safeParse(one).success, JSON.stringify(one)).to.equal(false);
    }
    expect(findingSchema.safeParse({ text: '做得好', evidence: [] }).success).to.equal(false);
    expect(groundsOf([])).to.equal(null);
  });

  it('a stored report is opened as it stands, whichever engine made it', () => {
    expect(JSON.stringify(openedReport(reportBefore))).to.equal(reportBefore);
    const today = JSON.stringify(aReport());
    expect(JSON.stringify(openedReport(today))).to.equal(today);
  });

  it('but a level of which no words were kept is shown by nobody: unknown, and why', () => {
    const report = aReport();
    const bare = report.dimensions.map((one) => ({ ...one, evidence: [] }));
    const opened = openedReport(JSON.stringify({ ...report, dimensions: bare }));
    const before = report.dimensions.find(({ value }) => value !== null) ?? expect.fail('measured');
    const now = opened.dimensions.find(({ code }) => code === before.code);
    expect(now).to.include({ value: null, level: null, verdict: 'unknown' });
    expect(now?.reason).to.contain('没有留下依据的原话');
    for (const one of opened.dimensions) dimensionScoreSchema.parse(one);
    const silent = report.dimensions.find(({ value }) => value === null) ?? expect.fail('unknown');
    const same = opened.dimensions.find(({ code }) => code === silent.code);
    expect(same?.reason, 'another reason stays').to.equal(silent.reason);
  });

  it('and says so in the language of its reader', () => {
    const report = aReport();
    const bare = report.dimensions.map((one) => ({ ...one, evidence: [] }));
    const opened = openedReport(JSON.stringify({ ...report, dimensions: bare }));
    const { model } = aQuestion('store-staff', 'return-conflict');
    const sources = { model, questions: [] };
    const { dimensions } = reportIn({ report: opened, potential: null }, 'en', sources).report;
    const reasons = dimensions.map(({ reason }) => reason).join('\n');
    expect(reasons).to.contain('kept no words to rest on');
  });

  it('a mark of high potential shows words under every condition, or does not know', () => {
    const report = { ...aReport(), highlights: [] };
    const total = { ...report.total, value: 90, standardError: 4, coverage: 1 };
    const code = report.dimensions.find(({ value }) => value !== null)?.code ?? '';
    const rule = { ...usualPotential, on: true, dimensions: [{ code, least: 1 }] };
    const mark = potentialOf({ ...report, total }, rule);
    expect(mark?.standing).to.equal('met');
    for (const one of mark?.conditions ?? []) expect(one.evidence).not.to.have.length(0);
    const wordless = { ...report, total, dimensions: [] };
    expect(potentialOf(wordless, { ...rule, dimensions: [] })?.standing).to.equal('open');
  });
});
