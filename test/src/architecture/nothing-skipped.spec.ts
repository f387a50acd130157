import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { needs } from '../harness/machine.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = join(root, 'test/src/');
/** Steps of one story are skipped behind a step that failed; nothing else skips. */
const mayNameIt = ['architecture/nothing-skipped.spec.ts', 'harness/one-story.ts'];

describe('tests that need a tool of the machine', () => {
  it('never skip themselves', () => {
    // Mocha's bail leaves out whatever comes after a failure anywhere in the run, and counts none of it.
    const skip = /\.(skip|bail)\(|\.skip\b|\bx(it|describe)\(/;
    const skipping = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !mayNameIt.includes(path))
      .filter((path) => skip.test(readFileSync(sources + path, 'utf8')));
    expect(skipping).to.deep.equal([]);
  });

  it('fail without it and say what to install', () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      expect(() => needs('strace')).to.throw('apt-get install --no-install-recommends strace');
      expect(() => needs('ffmpeg')).to.throw('apt-get install --no-install-recommends ffmpeg');
    } finally {
      process.env.PATH = path;
    }
  });
});

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

/** Runs these files as `npm test` does. */
async function totalsOf(
  files: Record<string, string>,
): Promise<{ counts: Totals[]; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-totals-'));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const totals = join(folder, 'totals.json');
  const reporter = join(root, 'scripts/steps/mocha-reporter.cjs');
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const args = [mocha, '--no-config', '--reporter', reporter, ...paths];
  const env = { ...process.env, ZHIYU_TEST_TOTALS: totals };
  try {
    const said = await new Promise<string>((done) => {
      execFile(process.execPath, args, { env, cwd: root }, (_failed, out) => done(out));
    });
    const { files: counted } = JSON.parse(readFileSync(totals, 'utf8')) as {
      files: Record<string, Totals>;
    };
    return { counts: Object.values(counted), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a test that fails', () => {
  const story = new URL('../harness/one-story.js', import.meta.url).href;
  const broken = `
    import { oneStory } from '${story}';
    describe('a story', () => {
      oneStory();
      it('first', () => undefined);
      it('second', () => { throw new Error('no'); });
      it('third', () => undefined);
    });
    describe('without a beginning', () => {
      before(() => { throw new Error('no'); });
      it('fourth', () => undefined);
    });`;
  const whole = `
    import { oneStory } from '${story}';
    describe('another story', () => {
      oneStory();
      it('fifth', () => undefined);
      it('sixth', () => undefined);
    });`;

  it('stops its own story only, and every test that was not run is counted and named', async () => {
    const { said, counts } = await totalsOf({ 'a.mjs': broken, 'b.mjs': whole });
    expect(counts).to.deep.equal([
      {
        ...{ passed: 1, failed: 2, skipped: 2 },
        failures: ['a story second: no', 'without a beginning "before all" hook for "fourth": no'],
      },
      { passed: 2, failed: 0, skipped: 0, failures: [] },
    ]);
    expect(said).to.contain('- third').and.to.contain('not run: without a beginning fourth');
  });
});
