import type { ReviewAnswer } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Passage {
  text: string;
  marked: [number, number][];
}
interface Fold {
  from: number;
  to: number;
  letters: number;
}
interface Lines {
  linesOf(answer: Partial<ReviewAnswer>, evidence: []): { text: string }[];
}
interface Passages {
  foldsOf(lines: Passage[]): Fold[];
  foldedIn(folds: Fold[]): { sentences: number; letters: number };
}

const marked = (text: string): Passage => ({ text, marked: [[0, 1]] });
const plain = (text: string): Passage => ({ text, marked: [] });
const long = '这一句里没有什么能说明他会怎样做事。';

describe('typed words in the review room', () => {
  let words: Passages;
  let cut: Lines;
  before(async () => {
    cut = await appModule<Lines>('features/staff-review/review.shared.ts');
    words = await appModule<Passages>('features/staff-review/passages.shared.ts');
  });
  const textsOf = (text: string) => {
    const segments = [{ text, from: null, to: null, confidence: null }];
    const transcript = { origin: 'candidate', engine: null, locale: 'zh', segments } as const;
    const answer = { answerId: 'a', transcript: { ...transcript, segments } };
    return cut.linesOf(answer, []).map((line) => line.text);
  };

  it('are cut into sentences, with what closes a quotation, and nothing of them is lost', () => {
    const text = '他说：“先坐下。”我照做了！然后呢？\n就办好了；没有再来';
    expect(textsOf(text)).to.deep.equal([
      ...['他说：“先坐下。”', '我照做了！', '然后呢？\n', '就办好了；', '没有再来'],
    ]);
    expect(textsOf(text).join('')).to.equal(text);
  });

  it('keep a number whole, and a line break ends a sentence', () => {
    expect(textsOf('I sold 1.8 pieces each. Then we counted (again).\nDone')).to.deep.equal([
      ...['I sold 1.8 pieces each. ', 'Then we counted (again).\n', 'Done'],
    ]);
    expect(textsOf('')).to.deep.equal([]);
    expect(textsOf(' \n ')).to.deep.equal([]);
  });

  it('fold where no level rests on them, but not what is read as quickly as it is told', () => {
    const lines = [
      plain(long),
      plain(long),
      marked('甲。'),
      plain('短。'),
      marked('乙。'),
      plain(long),
    ];
    const folds = words.foldsOf(lines);
    expect(folds).to.deep.equal([
      { from: 0, to: 2, letters: 2 * long.length },
      { from: 5, to: 6, letters: long.length },
    ]);
    expect(words.foldedIn(folds)).to.deep.equal({ sentences: 3, letters: 3 * long.length });
  });

  it('are all there where nothing was found: nothing leads the eye, so all of it is to be read', () => {
    expect(words.foldsOf([plain(long), plain(long)])).to.deep.equal([]);
    expect(words.foldsOf([])).to.deep.equal([]);
  });

  it('count letters without spaces', () => {
    const [fold] = words.foldsOf([marked('x'), plain('It was late and we were tired. ')]);
    expect(fold?.letters).to.equal('Itwaslateandweweretired.'.length);
  });
});
