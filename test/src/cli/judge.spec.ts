import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgementSchema } from '@zhiyu/contracts/judge';
import { expect } from 'chai';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));
/** An ordinary user whom nothing on this machine knows. */
const ordinary = ['--reuid=23456', '--regid=23456', '--clear-groups', '--'];

describe('zhiyu judge', function () {
  this.timeout(60_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu-judge-'));
  const twice = {
    language: 'python',
    source: 'print(int(input()) * 2)',
    tests: [
      { stdin: '4\n', stdout: '8\n' },
      { stdin: '5\n', stdout: '11\n' },
    ],
  };

  function zhiyu(input: string, before: string[] = [], more: Record<string, string> = {}) {
    const [program, ...args] = [...before, process.execPath, script, 'judge'] as const;
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', ...more };
    return new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const child = execFile(program, args, { env }, (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
      child.stdin?.end(input);
    });
  }

  after(() => {
    rmSync(dataDir, { recursive: true });
  });

  it('prints the judgement as JSON and nothing else, without touching the data folder', async () => {
    const { code, out } = await zhiyu(JSON.stringify(twice));
    expect(code).to.equal(0);
    const judgement = judgementSchema.parse(JSON.parse(out));
    expect(judgement.verdict).to.equal('wrongAnswer');
    expect(judgement.engine).to.equal('bubblewrap');
    expect(judgement.tests.map((test) => [test.verdict, test.stdout])).to.deep.equal([
      ['accepted', '8\n'],
      ['wrongAnswer', '10\n'],
    ]);
    expect(readdirSync(dataDir)).to.deep.equal([]);
  });

  it('ends with 2, a sentence and no output when the submission is none', async () => {
    for (const [input, says] of [
      ['', 'JSON'],
      ['{', 'JSON'],
      [JSON.stringify({ ...twice, language: 'cobol' }), 'language'],
      [JSON.stringify({ ...twice, tests: [] }), 'tests'],
      [JSON.stringify({ ...twice, limits: { timeMs: -1 } }), 'limits.timeMs'],
      [JSON.stringify({ ...twice, tests: [{ stdin: 1 }] }), 'tests.0.stdin'],
    ] as const) {
      const { code, out, err } = await zhiyu(input);
      expect([code, out], input).to.deep.equal([2, '']);
      expect(err).to.contain(says);
    }
  });

  it('takes what is left out as nothing, brings absurd limits into range and says which held', async () => {
    const loose = {
      language: 'python',
      source: 'import sys\nprint(len(sys.stdin.read()))',
      tests: [{}, { stdin: null, stdout: null }, { stdout: '0' }],
      limits: { timeMs: 1e12, memoryMb: 0.5 },
    };
    const { code, out } = await zhiyu(`\uFEFF${JSON.stringify(loose)}`);
    expect(code).to.equal(0);
    const judgement = judgementSchema.parse(JSON.parse(out));
    expect(judgement.tests.map(({ verdict }) => verdict)).to.deep.equal(Array(3).fill('accepted'));
    expect(judgement.limits).to.deep.equal({ timeMs: 60_000, memoryMb: 16 });
  });

  it('without bubblewrap judges JavaScript, and says what Python would need', async () => {
    const nothing = { BWRAP_PATH: '/nowhere/bwrap' };
    const refused = await zhiyu(JSON.stringify(twice), [], nothing);
    expect([refused.code, refused.out]).to.deep.equal([1, '']);
    expect(refused.err).to.contain('Python (bubblewrap)');
    const source = "console.log(2 * require('fs').readFileSync(0, 'utf8'))";
    const script = { ...twice, language: 'javascript', source };
    const { out } = await zhiyu(JSON.stringify(script), [], nothing);
    expect(judgementSchema.parse(JSON.parse(out))).to.include({
      verdict: 'wrongAnswer',
      engine: 'quickjs',
    });
  });

  // By an ordinary user every other test here shows it already.
  const canTurn = spawnSync('setpriv', [...ordinary, 'test', '-r', script]).status === 0;
  const asOrdinary = canTurn ? ['setpriv', ...ordinary] : [];
  const user = canTurn ? 23456 : (process.getuid?.() ?? 0);
  it('gives an ordinary user the same sandbox', async () => {
    const attack = {
      ...twice,
      source: `import os\nprint(int(input()) * 2)\nprint(os.path.exists('/root'), os.getuid())`,
      limits: { timeMs: 1000, memoryMb: 64 },
    };
    const { code, out, err } = await zhiyu(JSON.stringify(attack), asOrdinary);
    expect(code, err).to.equal(0);
    const judgement = judgementSchema.parse(JSON.parse(out));
    expect(judgement.engine).to.equal('bubblewrap');
    expect(judgement.tests[0]?.stdout).to.equal(`8\nFalse ${user === 0 ? 65534 : user}\n`);
  });
});
