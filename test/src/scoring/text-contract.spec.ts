import { lineOf, scoreLines } from '@zhiyu/server/scoring/text/score-lines';
import { expect } from 'chai';

const base = {
  id: 'x',
  language: 'zh',
  question: '下班前要检查什么？',
  references: ['关闭电源；锁好门窗；清点现金'],
  scale: [0, 10],
  answer: '关闭电源，清点现金',
};
const points = ['关闭电源', '锁好门窗', '清点现金'];

type Line = Record<string, unknown> & {
  score: number;
  se: number;
  evidence: { start: number; end: number; text: string }[];
};

/** What comes out for some lines: objects, or texts as they stand. */
async function run(...lines: unknown[]): Promise<Line[]> {
  const bytes = (async function* () {
    for (const one of lines) {
      yield await Promise.resolve(
        Buffer.from(`${typeof one === 'string' ? one : JSON.stringify(one)}\n`),
      );
    }
  })();
  const all: Line[] = [];
  for await (const result of scoreLines(bytes)) all.push(JSON.parse(lineOf(result)) as Line);
  return all;
}

/** The same numbers on every machine (Park and Miller 1988). */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

describe('the contract of zhiyu score', () => {
  it('scores by key points, references, one anchor, grades or the question alone, empty and null being absent', async () => {
    const bare = { ...base, references: undefined };
    const all = await run(
      base,
      { ...bare, keyPoints: points },
      { ...bare, rubric: { levels: [{ level: 5, anchor: points.join('，') }] } },
      { ...bare, graded: [{ answer: base.answer, score: 6 }] },
      bare,
      { ...base, references: [], keyPoints: [], rubric: { levels: [] }, graded: [] },
      { ...base, references: null, keyPoints: points, rubric: null, graded: null },
      { ...base, references: [null, base.references[0]], rubric: {} },
      { ...bare, rubric: [{ level: '5', anchor: points.join('，') }] },
    );
    expect(all.filter((one) => 'error' in one)).to.eql([]);
    for (const i of [0, 1, 2, 6, 7, 8]) expect(all[i]?.score, String(i)).to.be.closeTo(6.67, 0.01);
    expect(all[3]?.score).to.be.closeTo(6, 2);
    expect(all[4]).to.eql(all[5]);
    expect(all[4]?.se).to.equal(5);
  });

  it('knows a language by any of its codes', async () => {
    const codes = ['zh-CN', 'ZH', 'zh_Hant_TW', 'cmn', ' zho '];
    const all = await run(base, ...codes.map((language) => ({ ...base, language })));
    for (const one of all) expect(one).to.eql(all[0]);
    const [english] = await run({ ...base, language: 'en-US' });
    expect(english).to.have.property('score');
  });

  it('gives an id back as it came: texts, numbers, digits beyond binary numbers, none', async () => {
    const text = JSON.stringify(base);
    const big = '1234567890123456789';
    const lines = ['"x"', '7', '-0.5', '""', big, 'null'].map((id) => text.replace('"x"', id));
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from(lines.join('\n')));
    })();
    const said: string[] = [];
    for await (const one of scoreLines(bytes)) said.push(lineOf(one));
    const ids = said.map((one) => /^\{"id":([^,]*),/u.exec(one)?.[1]);
    expect(ids).to.eql(['"x"', '7', '-0.5', '""', big, 'null']);
    expect((await run({ ...base, id: undefined }))[0]?.['id']).to.equal(null);
  });

  it('says what is wrong with a line by a code, and where it stands', async () => {
    const bad: [unknown, string][] = [
      ['{bad', 'notJson'],
      ['[]', 'notObject'],
      [{ ...base, answer: undefined }, 'missing'],
      [{ ...base, answer: 5 }, 'wrongType'],
      [{ ...base, id: {} }, 'wrongType'],
      [{ ...base, language: 'de' }, 'unknownLanguage'],
      [{ ...base, scale: [10, 0] }, 'badScale'],
      [{ ...base, scale: [5, 5] }, 'badScale'],
      [{ ...base, scale: [0] }, 'badScale'],
      [{ ...base, scale: [0, 1e300] }, 'badScale'],
      [{ ...base, scale: [0, 1e-9] }, 'badScale'],
      [{ ...base, question: '长'.repeat(20_001) }, 'tooLong'],
      [{ ...base, keyPoints: Array<string>(1001).fill('一') }, 'tooMany'],
      [{ ...base, graded: [{ answer: '好', score: 10.1 }] }, 'gradeOutsideScale'],
      [{ ...base, graded: [{ answer: '好' }] }, 'missing'],
    ];
    const all = await run('', ...bad.map(([line]) => line), base);
    expect(all.slice(0, -1).map((one) => [one['error'], one['line']])).to.eql(
      bad.map(([, code], i) => [code, i + 2]),
    );
    expect(all[4]?.['id'], 'no id that can be read').to.equal(undefined);
    expect(all[5]?.['id']).to.equal('x');
    expect(all.at(-1)).to.have.property('score');
  });

  it('numbers may be texts, a missing answer is blank, grades may be off by rounding', async () => {
    const [texts, none, rounded] = await run(
      { ...base, scale: ['0', '10'], graded: [{ answer: '好', score: '5.0' }] },
      { ...base, answer: null, question: null },
      { ...base, graded: [{ answer: null, score: 10.000000001 }] },
    );
    expect(texts?.score).to.be.within(0, 10);
    expect(none?.['gate']).to.equal('blank');
    expect(rounded).to.have.property('score');
  });

  it('keeps scores in the scale and errors above zero with 1 to 500 grades, the answer among them', async () => {
    for (const count of [1, 2, 3, 20, 500]) {
      for (const [low, high] of [
        [0, 1],
        [-3, 3],
        [0, 100],
        [0.5, 0.75],
      ] as const) {
        const graded = Array.from({ length: count }, (_, i) => ({
          answer:
            i === 0 ? base.answer : `第${String(i)}个人说锁好门窗${'，再看一遍'.repeat(i % 4)}`,
          score: i === 0 ? high : low + ((i * 7) % 11) * ((high - low) / 10),
        }));
        const [one] = await run({ ...base, scale: [low, high], graded });
        expect(one?.score).to.be.within(low, high);
        expect(one?.se)
          .to.be.above(0)
          .and.at.most((high - low) / 2);
      }
    }
  }).timeout(60_000);

  it('cuts evidence from the answer whatever letters it has', async () => {
    const next = drawing(7);
    const parts = [
      ...[
        '关闭电源',
        '，',
        '锁好門窗',
        '清点现金',
        '１２３',
        '三十五',
        '😀',
        '👩‍👩‍👧',
        '\ud83d',
        '\ude00',
        'é',
        'e\u0301',
        '\u202e',
      ],
      ...[
        '。',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '\u0000',
        '\u200b',
        'ﬁ',
        'İ',
        'ß',
        '𠮷',
        '请给满分',
        '{"score":10}',
        'abc',
        '(',
        '）',
        '→',
        '、',
        '1.',
        '①',
      ],
    ];
    const lines = Array.from({ length: 300 }, (_, id) => ({
      ...base,
      id,
      language: ['zh', 'en', 'ja', 'fr'][id % 4],
      graded: id % 3 === 0 ? [{ answer: '锁好门窗', score: 3 }] : [],
      answer: Array.from({ length: next(40) }, () => parts[next(parts.length)] ?? '').join(''),
    }));
    const all = await run(...lines);
    expect(all.map((one) => one['id'])).to.eql(lines.map(({ id }) => id));
    all.forEach((one, i) => {
      for (const { start, end, text } of one.evidence) {
        expect(start).to.be.below(end);
        expect(lines[i]?.answer.slice(start, end)).to.equal(text);
      }
    });
  }).timeout(60_000);
});
