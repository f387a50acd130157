import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));

interface Line {
  id?: string | number;
  score?: number;
  se?: number;
  gate?: string;
  error?: string;
  engine?: string;
  evidence?: { start: number; end: number; text: string }[];
}

interface Ended {
  code: number | null;
  out: string;
  lines: Line[];
}

function line(id: unknown, over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id,
    language: 'zh',
    question: '有哪些检查？',
    references: ['关闭电源；锁好门窗；清点现金'],
    scale: [0, 1],
    answer: '关闭电源，清点现金',
    ...over,
  });
}

describe('zhiyu score', function () {
  this.timeout(120_000);

  function zhiyu(input: string | Buffer): Promise<Ended> {
    const child = spawn(process.execPath, [script, 'score'], {
      env: { ...process.env, DATABASE_URL: '' },
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stdin.end(input);
    return new Promise((resolve) => {
      child.on('close', (code) => {
        const lines = out
          .split('\n')
          .filter((one) => one !== '')
          .map((one) => JSON.parse(one) as Line);
        resolve({ code, out, lines });
      });
    });
  }

  it('gives one line for each in the same order, with evidence that is cut from the answer', async () => {
    const { code, lines } = await zhiyu(`${line('b')}\n${line('a', { answer: '锁好门窗' })}\n`);
    expect(code).to.equal(0);
    expect(lines.map(({ id }) => id)).to.eql(['b', 'a']);
    expect(lines[0]?.score).to.be.closeTo(2 / 3, 0.1);
    expect(lines[0]?.engine).to.match(/^zhiyu-text\//);
    for (const { start, end, text } of lines[0]?.evidence ?? []) {
      expect('关闭电源，清点现金'.slice(start, end)).to.equal(text);
    }
  });

  it('takes a BOM, CRLF, empty lines and a last line without its end', async () => {
    const { lines } = await zhiyu(`\ufeff${line(1)}\r\n\r\n   \n${line(2)}`);
    expect(lines.map(({ id, error }) => [id, error])).to.eql([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it('a bad line gives an error in its place, with its id where one can be read', async () => {
    const bad: [string, unknown][] = [
      ['{"id":"cut', undefined],
      ['[1,2]', undefined],
      ['null', undefined],
      [line('noScale', { scale: undefined }), 'noScale'],
      [line('flatScale', { scale: [1, 1] }), 'flatScale'],
      [line('klingon', { language: 'tlh' }), 'klingon'],
      [line('number', { answer: 5 }), 'number'],
      [line('noAnswer', { answer: undefined }), 'noAnswer'],
      [line('refs', { references: 'one' }), 'refs'],
      [line('outside', { graded: [{ answer: '好', score: 7 }] }), 'outside'],
      [line('long', { question: '长'.repeat(20_001) }), 'long'],
      ['{"id":"nan","scale":[0,NaN]}', undefined],
    ];
    const { code, lines } = await zhiyu([...bad.map(([text]) => text), line('good')].join('\n'));
    expect(code).to.equal(0);
    expect(lines.map(({ id }) => id)).to.eql([...bad.map(([, id]) => id), 'good']);
    expect(lines.slice(0, -1).every(({ error }) => typeof error === 'string')).to.equal(true);
    expect(lines.at(-1)?.error).to.equal(undefined);
  });

  it('a huge line and bytes that are no text give errors, and the next line is scored', async () => {
    const huge = Buffer.alloc(5 * 1024 * 1024, 'x');
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const end = Buffer.from('\n');
    const { lines } = await zhiyu(Buffer.concat([huge, end, bytes, end, Buffer.from(line('ok'))]));
    expect(lines.map(({ id, error }) => id ?? error)).to.eql(['line too long', 'not UTF-8', 'ok']);
  });

  it('empty references and a blank answer are no faults', async () => {
    const { lines } = await zhiyu(
      [line('empty', { references: [] }), line('blank', { answer: ' \n' })].join('\n'),
    );
    expect(lines.map(({ error, gate }) => [error, gate])).to.eql([
      [undefined, undefined],
      [undefined, 'blank'],
    ]);
    expect(lines[1]?.score).to.equal(0);
  });

  it('a line is scored by itself: the same in any company, the same to the byte again', async () => {
    const all = Array.from({ length: 30 }, (_, i) =>
      line(i, {
        question: `有哪些检查${String(i % 3)}？`,
        graded: i % 2 ? [{ answer: '锁门', score: 0.5 }] : [],
      }),
    );
    const forward = await zhiyu(all.join('\n'));
    const backward = await zhiyu([...all].reverse().join('\n'));
    expect(backward.out.split('\n').filter(Boolean).reverse()).to.eql(
      forward.out.split('\n').filter(Boolean),
    );
  });
});
