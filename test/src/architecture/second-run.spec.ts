import { expect } from 'chai';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures?: string[];
  files?: Record<string, Counts>;
}
interface Result {
  totals: Counts;
  run?: { suite: string; db: string };
}
type Run = (suite: string, specs: string[], db: string) => Promise<Counts>;

const script = new URL('../../../scripts/steps/second-run.mjs', import.meta.url).href;
const { runAgain } = (await import(script)) as {
  runAgain: (results: Result[], run: Run) => Promise<string[]>;
};

const fell = (why: string): Counts => ({ passed: 1, failed: 1, skipped: 1, failures: [why] });
const stood: Counts = { passed: 3, failed: 0, skipped: 0, failures: [] };
const suite = (files: Record<string, Counts>): Result => {
  const all = Object.values(files);
  const total = (key: 'passed' | 'failed' | 'skipped') => all.reduce((n, one) => n + one[key], 0);
  const counts = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
  return { totals: { ...counts, files }, run: { suite: 'e2e', db: 'sqlite' } };
};

describe('test files that failed in CI', () => {
  it('run once more, and what passes then is named; what fails again stays failed', async () => {
    const result = suite({
      'e2e/a.spec.js': stood,
      'e2e/b.spec.js': fell('b one: late'),
      'e2e/c.spec.js': fell('c one: wrong'),
    });
    const asked: unknown[] = [];
    const unsteady = await runAgain([result], (...given) => {
      asked.push(given);
      const files = { 'e2e/b.spec.js': stood, 'e2e/c.spec.js': fell('c one: wrong') };
      return Promise.resolve({ passed: 4, failed: 1, skipped: 1, files });
    });
    expect(asked).to.deep.equal([['e2e', ['e2e/b.spec.ts', 'e2e/c.spec.ts'], 'sqlite']]);
    expect(unsteady).to.deep.equal(['e2e/b.spec.js: b one: late']);
    expect(result.totals).to.include({ passed: 7, failed: 1, skipped: 1 });
  });

  it('are not run again when they are many, or when mocha itself broke', async () => {
    const many = Array.from({ length: 7 }, (_, at) => [`e2e/${at}.spec.js`, fell('no')] as const);
    const broken = suite({ 'e2e/a.spec.js': stood });
    broken.totals.failed = 1;
    for (const result of [suite(Object.fromEntries(many)), broken]) {
      const before = structuredClone(result);
      expect(await runAgain([result], () => Promise.reject(new Error('asked')))).to.deep.equal([]);
      expect(result).to.deep.equal(before);
    }
  });
});
