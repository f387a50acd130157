import { scoreLines } from '@zhiyu/server/scoring/text/score-lines';
import { expect } from 'chai';
import { asked, scored } from './text-asked.js';

const line = {
  id: 'x',
  language: 'zh',
  question: '库存过高会怎样？',
  references: ['库存过高导致资金占用增加；试用期不超过6个月'],
  scale: [0, 10],
  answer: '库存过高会导致资金占用增加，试用期不超过6个月。',
};

async function run(...lines: unknown[]): Promise<Record<string, unknown>[]> {
  const bytes = (async function* () {
    for (const one of lines) {
      const text = typeof one === 'string' ? one : JSON.stringify(one);
      yield await Promise.resolve(Buffer.from(`${text}\n`));
    }
  })();
  const all: Record<string, unknown>[] = [];
  for await (const result of scoreLines(bytes)) all.push({ ...result });
  return all;
}

describe('odd lines', () => {
  it('what is missing or impossible is an error in its place; the others are scored', async () => {
    const { answer: _, ...missing } = line;
    const all = await run(
      line,
      '{bad',
      '[]',
      missing,
      { ...line, scale: [10, 0] },
      { ...line, scale: [5, 5] },
      { ...line, language: 'de' },
      { ...line, references: 'text' },
      { ...line, graded: [{ answer: '', score: 11 }] },
      { ...line, question: '啊'.repeat(20_001) },
      { ...line, scale: [-1e308, 1e308] },
      line,
    );
    expect(all.map((one) => 'error' in one)).to.eql([
      false,
      ...Array<boolean>(10).fill(true),
      false,
    ]);
    expect(all.at(-1)).to.eql(all[0]);
  });

  it('two lines with one id are two answers', async () => {
    const [one, other] = await run(line, { ...line, answer: '不知道。' });
    expect([one?.['id'], other?.['id']]).to.eql(['x', 'x']);
    expect(one?.['score']).to.not.equal(other?.['score']);
  });

  it('every scale gives the same share, also under zero', async () => {
    const scales = [
      [0, 1],
      [0, 5],
      [1, 100],
      [-5, 5],
    ] as const;
    const all = await run(line, ...scales.map((scale) => ({ ...line, scale })));
    const [first, ...rest] = all.map(({ score }) => Number(score));
    rest.forEach((score, i) => {
      const [low = 0, high = 1] = scales[i] ?? [];
      expect((score - low) / (high - low)).to.be.closeTo((first ?? 0) / 10, 0.001);
    });
  });

  it('a tiny scale keeps a score and an error that are no zero', async () => {
    const [half] = await run({
      ...line,
      scale: [0, 0.001],
      answer: '库存过高会导致资金占用增加。',
    });
    expect(Number(half?.['score'])).to.be.within(0.0003, 0.0008);
    expect(Number(half?.['se'])).to.be.within(0.0001, 0.0003);
  });

  it('a longer answer is read up to twenty thousand characters and says where it ends', async () => {
    const answer = `${line.answer}${'昨天的天气很好，公园里有很多人在散步。😀'.repeat(1200)}`;
    const [one] = await run({ ...line, answer });
    const short = scored(asked({ ...line, language: 'zh', scale: [0, 10] }));
    expect(one?.['score']).to.equal(short.score);
    const { evidence } = one as unknown as typeof short;
    const last = evidence.at(-1);
    expect(last?.start).to.be.within(19_600, 20_000);
    expect(last?.why).to.contain('没有读');
    for (const { start, end, text } of evidence) expect(answer.slice(start, end)).to.equal(text);
  });

  it('a gated answer has a small error, one with nothing to score by the widest', () => {
    expect(scored({ question: '什么是库存？', references: ['存货'], answer: '' }).se).to.equal(0.3);
    const { gate, se } = scored({ question: '？', answer: line.answer });
    expect([gate, se]).to.eql(['noBasis', 5]);
  });

  it('a key point of several facts is worth what is said of it, however the points are cut', () => {
    const answer = '库存过高导致资金占用增加。';
    const scores = [
      ['库存过高导致资金占用增加', '试用期不超过6个月'],
      ['库存过高导致资金占用增加；试用期不超过6个月'],
      ['人事和库存的两条规定：库存过高导致资金占用增加，试用期不超过6个月'],
    ].map((keyPoints) => scored({ question: '有哪两条？', keyPoints, answer }).score);
    for (const score of scores) expect(score).to.be.closeTo(5, 0.5);
  });

  it('traditional characters, wide digits and tags of a page change nothing', () => {
    const plain = scored(asked({ ...line, language: 'zh', scale: [0, 10] })).score;
    for (const answer of [
      '庫存過高會導致資金佔用增加，試用期不超過6個月。',
      '库存过高会导致资金占用增加，试用期不超过６个月。',
      '<p>库存过高会导致资金占用增加，</p><p>试用期不超过6个月。</p>',
    ]) {
      const { score, evidence } = scored(
        asked({ ...line, language: 'zh', scale: [0, 10], answer }),
      );
      expect(score, answer).to.be.closeTo(plain, 0.5);
      for (const { start, end, text } of evidence) expect(answer.slice(start, end)).to.equal(text);
    }
  });

  it('grades that are all the same, few, or at odds with each other move a score only so far', () => {
    const graded = (scores: number[], answer = line.answer) =>
      scored(
        asked({
          ...line,
          language: 'zh',
          scale: [0, 10],
          graded: scores.map((score) => ({ answer, score })),
        }),
      );
    for (const scores of [[5], [2, 9], Array<number>(12).fill(5), [0, 10, 0]]) {
      const { score, se } = graded(scores);
      expect(Number.isFinite(score) && Number.isFinite(se)).to.equal(true);
      expect(score).to.be.within(0, 10);
    }
    expect(graded([2, 9]).se).to.be.above(graded(Array<number>(12).fill(5)).se);
  });

  it('key points that deny are found as they are, and turned round where the denial is gone', () => {
    const keyPoints = ['栈不支持随机访问', '栈不能在底部插入'];
    const run1 = (answer: string) =>
      scored({ question: '栈有什么限制？', keyPoints, answer }).score;
    expect(run1('栈不支持随机访问，也不能在底部插入。')).to.equal(10);
    expect(run1('栈支持随机访问，能在底部插入。')).to.equal(0);
  });

  it('nothing, signs and pictures are blank', () => {
    for (const answer of ['', '  \n', '👍👍😀', '……']) {
      expect(scored(asked({ ...line, language: 'zh', scale: [0, 10], answer })).gate).to.equal(
        'blank',
      );
    }
  });
});
