import { AppError } from '@zhiyu/contracts/errors';
import { programLanguages, type Submission } from '@zhiyu/contracts/judge';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { expect } from 'chai';

const limits = { timeMs: 300, memoryMb: 32 };

describe('the judge without bubblewrap', function () {
  this.timeout(60_000);
  const judge = new Judge(new Sandbox('/nowhere/bwrap'));

  async function run(source: string, stdin = 'a b\nc\n', stdout?: string) {
    const tests: Submission['tests'] = [{ stdin, ...(stdout !== undefined && { stdout }) }];
    const result = await judge.judge({ language: 'javascript', source, limits, tests });
    const [test] = result.tests;
    return { verdict: result.verdict, compile: result.compile, said: test?.stdout, test };
  }

  it('knows JavaScript alone, says what runs it, and what the others need', async () => {
    expect(judge.available()).to.deep.equal({ engine: 'quickjs', languages: ['javascript'] });
    for (const language of programLanguages.filter((each) => each !== 'javascript')) {
      const refused = await judge
        .judge({ language, source: 'x', tests: [{ stdin: '' }] })
        .catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(AppError);
      expect(refused).to.have.property('code', 'engineMissing');
      expect((refused as AppError).details.engine).to.contain('bubblewrap');
    }
  });

  for (const [way, source] of Object.entries({
    'by readFileSync':
      "console.log(require('fs').readFileSync(0, 'utf8').trim().split('\\n').length)",
    'by events':
      "let all = ''; process.stdin.on('data', (d) => { all += d; }).on('end', () => console.log(all.trim().split('\\n').length))",
    'by lines':
      "const lines = require('readline').createInterface({ input: process.stdin }); let n = 0; lines.on('line', () => n++).on('close', () => console.log(n))",
    'by lines, one after the other':
      "(async () => { let n = 0; for await (const line of require('readline').createInterface({ input: process.stdin })) n++; console.log(n); })()",
    'as a module':
      "import { readFileSync } from 'node:fs';\nconsole.log(await readFileSync(0, 'utf8').trim().split('\\n').length)",
  })) {
    it(`lets a script read its input ${way}`, async () => {
      const { verdict, said } = await run(source, 'a b\nc\n', '2');
      expect([verdict, said]).to.deep.equal(['accepted', '2\n']);
    });
  }

  for (const [verdict, source] of [
    ['wrongAnswer', 'console.log(3)'],
    ['time', 'for (;;);'],
    ['time', 'for (;;) { try { for (;;); } catch {} }'],
    ['time', 'setInterval(() => {}, 1000)'],
    ['output', "for (;;) console.log('x'.repeat(100000))"],
    ['runtime', "throw new Error('no')"],
    ['runtime', "(async () => { await 1; throw new Error('late'); })()"],
    ['runtime', 'const f = () => f() + 1; f()'],
    ['runtime', 'console.log(2); process.exit(3)'],
    ['compile', 'console.log('],
  ] as const) {
    it(`says ${verdict} of ${source}`, async () => {
      expect((await run(source, '', '2')).verdict).to.equal(verdict);
    });
  }

  it('says memory of a script that keeps more than it may', async () => {
    const source = 'const kept = []; for (;;) kept.push([1, 2, 3]);';
    const result = await judge.judge({
      ...{ language: 'javascript', source, tests: [{ stdin: '' }] },
      limits: { timeMs: 4000, memoryMb: 16 },
    });
    expect(result.verdict).to.equal('memory');
  });

  it('ends a script that exits, and keeps what it printed before', async () => {
    const { verdict, said } = await run("console.log('a'); process.exit(0); console.log('b')");
    expect([verdict, said]).to.deep.equal(['accepted', 'a\n']);
  });

  it('shows a script nothing of the server', async () => {
    const names = ['fetch', 'WebAssembly', 'Worker', '__write', '__input', 'std', 'Buffer'];
    const known = await run(`console.log(${names.map((name) => `typeof ${name}`).join(', ')})`);
    expect(known.said?.trim().split(' ')).to.deep.equal(names.map(() => 'undefined'));
    const environment = await run('console.log(Object.keys(process.env).length)');
    expect(environment.said).to.equal('0\n');
    for (const module of ['child_process', 'net', 'worker_threads', '/etc/passwd', 'node:vm']) {
      expect((await run(`require('${module}')`)).verdict, module).to.equal('runtime');
    }
    const file = await run("console.log(require('fs').readFileSync('/etc/passwd'))");
    expect(file.verdict).to.equal('runtime');
  });
});
