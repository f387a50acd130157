import {
  afterPiece,
  beginsAt,
  type HeardWords,
  nothingHeard,
  textOfHeard,
} from '@zhiyu/server/interviews/captions/heard-words';
import { expect } from 'chai';

const said = (text: string, from: number | null, to: number | null) => ({
  ...{ text, from, to },
  confidence: null,
});
const heard = (
  before: HeardWords,
  from: number,
  to: number,
  segments: ReturnType<typeof said>[],
): HeardWords => afterPiece(before, { from, to, segments, locale: 'zh' });

describe('live captions: pieces become one text', () => {
  it('a short piece is heard again with what follows: its words are replaced, not repeated', () => {
    const first = heard(nothingHeard, 0, 3, [said('我先请', 0, 3)]);
    expect(first).to.include({ settled: '', until: 0, open: '我先请' });
    const second = heard(first, 0, 6, [said('我先请顾客坐下', 0, 6)]);
    expect(textOfHeard(second, 'zh')).to.equal('我先请顾客坐下');
  });

  it('in a long piece what ended before its edge stays, and the next piece begins there', () => {
    const one = heard(nothingHeard, 0, 10, [said('我先道歉，', 0, 4), said('再看小', 4, 9.8)]);
    expect(one).to.include({ settled: '我先道歉，', until: 4, open: '再看小' });
    expect(beginsAt(one, 14)).to.equal(4);
    const two = heard(one, 4, 14, [said('再看小票，', 0, 5), said('换了', 6, 9.9)]);
    expect(textOfHeard(two, 'zh')).to.equal('我先道歉，再看小票，换了');
  });

  it('an engine without times settles a long piece whole', () => {
    const one = heard(nothingHeard, 0, 9, [said('我先道歉', null, null)]);
    expect(one).to.include({ settled: '我先道歉', until: 9, open: '' });
  });

  it('silence is not listened to twice', () => {
    expect(heard(nothingHeard, 0, 12, []).until).to.be.within(10, 12);
  });

  it('what was missed is not made up: a gap stands for it, and a piece stays short', () => {
    const one = heard(nothingHeard, 0, 9, [said('我先道歉', null, null)]);
    const from = beginsAt(one, 70);
    expect(70 - from).to.be.at.most(20);
    const two = heard(one, from, 70, [said('换了一件', null, null)]);
    expect(textOfHeard(two, 'zh')).to.equal('我先道歉……换了一件');
  });

  it('words of languages with spaces keep them', () => {
    const piece = { from: 0, to: 10, locale: 'en' as const };
    const segments = [said('I said sorry,', 0, 4), said('then I', 4, 9.9)];
    const one = afterPiece(nothingHeard, { ...piece, segments });
    expect(textOfHeard(one, 'en')).to.equal('I said sorry, then I');
  });
});
