import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));

interface Line {
  id?: string | number | null;
  line?: number;
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

  const started = (...args: string[]) =>
    spawn(process.execPath, [script, 'score', ...args], {
      env: { ...process.env, DATABASE_URL: '' },
    });

  function zhiyu(input: string | Buffer): Promise<Ended> {
    const child = started();
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
    expect(lines.map(({ id, error, line: at }) => id ?? [at, error])).to.eql([
      [1, 'lineTooLong'],
      [2, 'notUtf8'],
      'ok',
    ]);
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

  it('a reader who goes away ends it quietly, and no line is read for nobody', async () => {
    const child = started();
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${line('one')}\n`.repeat(3000));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, complaint]).to.eql([0, '']);
  });

  it('a slow reader gets every line', async () => {
    const child = started();
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 20);
    });
    child.stdin.end(`${line('one')}\n`.repeat(1500));
    await once(child, 'close');
    expect(out.split('\n').filter(Boolean)).to.have.length(1500);
  });

  it('says its contract when asked, and knows no arguments', async () => {
    const help = started('--help');
    let text = '';
    help.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    expect(((await once(help, 'close')) as [number])[0]).to.equal(0);
    for (const word of ['keyPoints', 'UTF-16', 'gradeOutsideScale', 'noBasis', 'zh-CN']) {
      expect(text).to.contain(word);
    }
    const wrong = started('answers.jsonl');
    expect(((await once(wrong, 'close')) as [number])[0]).to.equal(2);
  });
});
