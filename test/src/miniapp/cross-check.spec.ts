import type { DimensionScore } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface CrossCheckModule {
  apartIn(sources: object): { kind: string; name?: string; level?: number }[];
}

const dimension = (code: string, value: number | null, requirement = 60) =>
  ({
    ...{ code, name: code, weight: 0.5, requirement, value, standardError: 4 },
    ...{ level: value === null ? null : 1 + value / 25, reason: '', evidence: [] },
    verdict: value === null ? 'unknown' : value >= requirement ? 'meets' : 'below',
  }) as unknown as DimensionScore;

const total = (verdict: string, value = 50) => ({ value, requirement: 60, verdict });
const test = (score: number, takenOn = '2026-11-01') => ({
  ...{ name: '逻辑', score, maximum: 10, takenOn },
});
const card = (code: string, ...levels: (number | null)[]) =>
  levels.map((level) => ({ ratings: [{ dimension: code, level }] }));

describe('sources that do not fit each other (R30)', () => {
  let file: CrossCheckModule;
  before(async () => {
    file = await appModule('features/staff-file/cross-check.shared.ts');
  });
  const found = (of: object) =>
    file.apartIn({
      ...{ report: { total: total('crosses'), dimensions: [] } },
      ...{ projects: 0, years: 0, tests: [], scorecards: [], ...of },
    });
  const kinds = (of: object) => found(of).map(({ kind }) => kind);

  it('are a rich résumé and a dimension under its requirement: the one furthest below', () => {
    const dimensions = [dimension('logic', 40), dimension('service', 55), dimension('calm', 80)];
    const report = { total: total('below'), dimensions };
    expect(found({ report, projects: 4 })).to.deep.include({
      ...{ kind: 'resume', projects: 4, years: 0, name: 'logic', value: 40, need: 60 },
    });
    expect(kinds({ report, projects: 4 })).to.have.length(1);
    expect(kinds({ report, years: 6 })).to.deep.equal(['resume']);
    expect(kinds({ report, projects: 2, years: 3 })).to.deep.equal([]);
  });

  it('are none where everything is met or was not measured', () => {
    const dimensions = [dimension('logic', null), dimension('calm', 80)];
    expect(kinds({ report: { total: total('meets'), dimensions }, projects: 9 })).to.deep.equal([]);
  });

  it('are a written test that says otherwise, by the newest one only', () => {
    const weak = { total: total('below'), dimensions: [] };
    const strong = { total: total('meets', 80), dimensions: [] };
    expect(kinds({ report: weak, tests: [test(9)] })).to.deep.equal(['testHigh']);
    expect(kinds({ report: strong, tests: [test(4)] })).to.deep.equal(['testLow']);
    expect(kinds({ report: strong, tests: [test(9)] })).to.deep.equal([]);
    expect(kinds({ report: weak, tests: [test(7)] })).to.deep.equal([]);
    const later = [test(9, '2026-10-01'), test(7, '2026-11-02')];
    expect(kinds({ report: weak, tests: later })).to.deep.equal([]);
  });

  it('are people who saw two levels more or less than the machine read, on the mean of those who rated', () => {
    const report = { total: total('crosses'), dimensions: [dimension('logic', 25)] };
    expect(found({ report, scorecards: card('logic', 4, 5, null) })).to.deep.equal([
      { kind: 'peopleHigh', name: 'logic', level: 4.5, value: 25 },
    ]);
    expect(kinds({ report, scorecards: card('logic', 3) })).to.deep.equal([]);
    expect(kinds({ report, scorecards: card('other', 5) })).to.deep.equal([]);
    const high = { total: total('crosses'), dimensions: [dimension('logic', 90)] };
    expect(kinds({ report: high, scorecards: card('logic', 2) })).to.deep.equal(['peopleLow']);
  });

  it('need a total and a test that can be divided', () => {
    const none = { total: { ...total('unknown'), value: null }, dimensions: [] };
    expect(kinds({ report: none, tests: [test(10)] })).to.deep.equal([]);
    const empty = { ...test(0), maximum: 0 };
    expect(kinds({ tests: [empty] })).to.deep.equal([]);
  });
});
