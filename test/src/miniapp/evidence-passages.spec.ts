import type { Evidence } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Passage {
  evidence: Evidence[];
  parts: { text: string; marked: boolean }[];
}
interface Evidences {
  passagesOf(evidence: Evidence[], texts: Map<string, string>): Passage[];
}

const text =
  '我先请她坐下。我跟她道歉，说剪了吊牌不能退，但是可以换大一码，补八十块差价。连带率 1.8，她谢了我。';
const texts = new Map([['a', text]]);

function piece(quote: string, given: Partial<Evidence> = {}): Evidence {
  const start = text.indexOf(quote);
  return {
    ...{ answerId: 'a', questionIndex: 0, quote, start, end: start + quote.length, seconds: null },
    ...{ stance: 'for', shows: '给办法', anchorLevel: 4 },
    ...given,
  };
}

describe('evidence as the report shows it', () => {
  let page: Evidences;
  before(async () => {
    page = await appModule<Evidences>('features/staff-report/evidence.shared.ts');
  });
  const drawn = (evidence: Evidence[], of = texts) =>
    page
      .passagesOf(evidence, of)
      .map(({ parts }) =>
        parts.map(({ text: one, marked }) => (marked ? `[${one}]` : one)).join(''),
      );

  it('is a sentence once, with all of its pieces marked, in the order in which it first comes', () => {
    const all = [piece('可以换大一码'), piece('先请她坐下'), piece('道歉'), piece('补八十块差价')];
    expect(drawn(all)).to.deep.equal([
      '我跟她[道歉]，说剪了吊牌不能退，但是[可以换大一码]，[补八十块差价]。',
      '我[先请她坐下]。',
    ]);
    const [first] = page.passagesOf(all, texts);
    expect(first?.evidence.map(({ quote }) => quote)).to.deep.equal([
      ...['可以换大一码', '道歉', '补八十块差价'],
    ]);
  });

  it('marks what lies over each other as one, and no sentence ends within a number', () => {
    expect(drawn([piece('连带率 1.8'), piece('1.8，她')])).to.deep.equal([
      '[连带率 1.8，她]谢了我。',
    ]);
  });

  it('of a long sentence is what stands around it', () => {
    const long = `${'前'.repeat(60)}这里${'后'.repeat(60)}`;
    const evidence = piece('这里', { start: 60, end: 62 });
    expect(drawn([evidence], new Map([['a', long]]))).to.deep.equal([
      `…${'前'.repeat(28)}[这里]${'后'.repeat(28)}…`,
    ]);
  });

  it('whose words are no longer there stands alone, as it was quoted', () => {
    const gone = [piece('没有说过', { start: 3, end: 7 }), piece('没有说过', { start: 3, end: 7 })];
    expect(drawn(gone)).to.deep.equal(['[没有说过]', '[没有说过]']);
    expect(drawn([piece('道歉')], new Map())).to.deep.equal(['[道歉]']);
  });
});
