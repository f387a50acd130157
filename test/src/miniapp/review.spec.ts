import type { ReviewAnswer, ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Line {
  answerId: string;
  text: string;
  at: number | null;
  to: number | null;
  marked: [number, number][];
  unsure: [number, number][];
}
interface Silence {
  from: number;
  to: number;
}
interface ReviewModule {
  chaptersOf(answers: ReviewAnswer[]): { from: number; seconds: number; answer: ReviewAnswer }[];
  linesOf(answer: ReviewAnswer, evidence: ReviewRoom['evidence']): Line[];
  marksOf(room: Pick<ReviewRoom, 'answers' | 'evidence' | 'dimensions'>): {
    answerId: string;
    at: number;
    dimensions: string[];
  }[];
  groupsOf(
    marks: { place: number }[],
    width: number,
  ): { place: number; marks: { place: number }[] }[];
  piecesOf(line: Line): { text: string; marked: boolean; unsure: [number, number][] }[];
  silencesOf(measured: Silence[] | null, lines: Line[]): Silence[];
  gapsOf(lines: Line[]): Silence[];
  afterSilence(silences: Silence[], at: number): number | null;
  lineAt(lines: Line[], at: number): number;
  speedBeside(speed: number, step: 1 | -1): number;
  typedName(text: string): string | null;
  mentionedIn(text: string, colleagues: { id: string; name: string }[]): string[];
  startOf(answerId: string, at: string): { answerId: string; at: number } | null;
}
interface Pressed {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}
interface KeysModule {
  levelOfKey(event: Pressed): number | null;
  leadsOn(event: Pressed): boolean;
  actOf(event: Pressed): string | null;
}

const segment = (text: string, from: number | null, to: number | null) => ({
  ...{ text, from, to, confidence: 1 },
});

function anAnswer(given: Partial<ReviewAnswer> = {}): ReviewAnswer {
  return {
    ...{ answerId: 'a', questionIndex: 0, question: '问', mode: 'camera', attemptId: 't-a' },
    ...{ seconds: 30, recording: 'there', silences: null },
    transcript: {
      ...{ origin: 'engine', engine: 'e', locale: 'zh' },
      segments: [segment('我先道歉。', 1, 3), segment('再换一件。', 6, 8)],
    },
    ...given,
  };
}

function piece(given: Partial<ReviewRoom['evidence'][number]> = {}) {
  const plain = { answerId: 'a', quote: '道歉', start: 2, end: 4, seconds: 1.5 };
  return { ...plain, dimension: 'service', ...given };
}

const key = (name: string, more = {}) => ({
  ...{ key: name, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe('the review room, as its page counts', () => {
  let room: ReviewModule;
  let keys: KeysModule;
  before(async () => {
    room = await appModule<ReviewModule>('features/staff-review/review.shared.ts');
    keys = await appModule<KeysModule>('features/staff-review/room-keys.shared.ts');
  });

  it('puts recordings one after another, without answers that have none', () => {
    const answers = [
      anAnswer(),
      anAnswer({ answerId: 'b', recording: 'gone' }),
      anAnswer({ answerId: 'c', recording: 'none', attemptId: null }),
      anAnswer({ answerId: 'd', seconds: null }),
    ];
    const chapters = room.chaptersOf(answers);
    expect(chapters.map(({ answer, from, seconds }) => [answer.answerId, from, seconds])).to.eql([
      ['a', 0, 30],
      ['d', 30, 60],
    ]);
  });

  it('marks evidence across sentences, and once where two pieces overlap', () => {
    const evidence = [piece({ start: 2, end: 7 }), piece({ start: 3, end: 4 })];
    const lines = room.linesOf(anAnswer(), evidence);
    expect(lines.map(({ marked }) => marked)).to.eql([[[2, 5]], [[0, 2]]]);
    const [first] = lines;
    expect(first && room.piecesOf(first)).to.eql([
      { text: '我先', marked: false, unsure: [] },
      { text: '道歉。', marked: true, unsure: [] },
    ]);
  });

  it('counts the space between sentences of a language that has one', () => {
    const segments = [segment('I said', 0, 1), segment('sorry.', 1, 2)];
    const transcript = { origin: 'engine', engine: 'e', locale: 'en', segments } as const;
    const answer = anAnswer({ transcript: { ...transcript, segments } });
    const [, second] = room.linesOf(answer, [piece({ start: 7, end: 12 })]);
    expect(second?.marked).to.eql([[0, 5]]);
  });

  it('draws a dotted line under what was not heard for sure, inside and outside of what a level rests on', () => {
    const words: [number, number, number][] = [
      [0, 1, 0.9],
      [1, 3, 0.4],
    ];
    const segments = [{ ...segment('我先道歉。', 1, 3), words }];
    const transcript = { origin: 'engine', engine: 'e', locale: 'zh', segments } as const;
    const [heard] = room.linesOf(anAnswer({ transcript: { ...transcript, segments } }), [piece()]);
    expect(heard && room.piecesOf(heard)).to.eql([
      { text: '我先', marked: false, unsure: [[1, 2]] },
      { text: '道歉', marked: true, unsure: [[0, 1]] },
      { text: '。', marked: false, unsure: [] },
    ]);
    const typed = { ...transcript, origin: 'candidate' as const, segments };
    expect(room.linesOf(anAnswer({ transcript: typed }), [])[0]?.unsure).to.eql([]);
  });

  it('makes one mark of words that two dimensions rest on, in the order of speaking', () => {
    const answers = [anAnswer(), anAnswer({ answerId: 'b', questionIndex: 1 })];
    const evidence = [
      piece({ answerId: 'b', seconds: 1 }),
      piece({ seconds: 9 }),
      piece({ seconds: 9, dimension: 'calm' }),
      piece({ seconds: null }),
    ];
    const dimensions = [
      { code: 'service', name: '服务意识', anchors: [], asked: true },
      { code: 'calm', name: '情绪稳定', anchors: [], asked: true },
    ];
    expect(
      room
        .marksOf({ answers, evidence, dimensions })
        .map((one) => [one.answerId, one.at, one.dimensions]),
    ).to.eql([
      ['a', 9, ['服务意识', '情绪稳定']],
      ['b', 1, ['服务意识']],
    ]);
  });

  it('puts marks together that a finger could not tell apart', () => {
    const marks = [0.5, 0.1, 0.12, 0.2].map((place) => ({ place }));
    const counts = (width: number) => room.groupsOf(marks, width).map((one) => one.marks.length);
    expect(counts(1000)).to.eql([2, 1, 1]);
    expect(counts(100)).to.eql([3, 1]);
    expect(counts(10)).to.eql([4]);
  });

  it('skips measured silences from 1.2 s on, leaving a quarter of a second on both sides', () => {
    const measured = [
      { from: 3, to: 6 },
      { from: 8, to: 8.9 },
    ];
    const silences = room.silencesOf(measured, []);
    expect(silences).to.eql([{ from: 3.25, to: 5.75 }]);
    expect(room.afterSilence(silences, 4)).to.equal(5.75);
    expect(room.afterSilence(silences, 3)).to.equal(null);
    expect(room.afterSilence(silences, 5.7)).to.equal(null);
  });

  it('takes the gaps between timed sentences where nobody measured', () => {
    const lines = room.linesOf(anAnswer(), []);
    expect(room.silencesOf(null, lines)).to.eql([{ from: 3.25, to: 5.75 }]);
    // What the engine did not understand may be speech all the same.
    expect(room.silencesOf([], lines)).to.eql([]);
  });

  it('plays only the sentences that levels rest on, with a second around them, and then no more', () => {
    const at = (from: number, to: number | null, marked: Line['marked']): Line => ({
      ...{ answerId: 'a', text: '句', at: from, to, marked, unsure: [] },
    });
    const lines = [at(4, 7, [[0, 1]]), at(7, 9, []), at(12, 14, []), at(20, null, [[0, 1]])];
    const gaps = room.gapsOf(lines);
    expect(gaps).to.eql([
      { from: 0, to: 3 },
      { from: 8, to: 19 },
      { from: 29, to: Infinity },
    ]);
    expect([1, 5, 13, 99].map((second) => room.afterSilence(gaps, second))).to.eql([
      ...[3, null, 19, Infinity],
    ]);
    // Where nothing was found all of it is to be heard.
    expect(room.gapsOf([at(4, 7, []), { ...at(9, 9, [[0, 1]]), at: null }])).to.eql([]);
  });

  it('knows the sentence that is spoken, also in a pause, and none before the first', () => {
    const lines = room.linesOf(anAnswer(), []);
    expect([0.5, 1, 5, 6, 99].map((at) => room.lineAt(lines, at))).to.eql([-1, 0, 0, 1, 1]);
  });

  it('finds the sentence in an hour of talk', () => {
    const segments = Array.from({ length: 1200 }, (_, i) =>
      segment(`第 ${i} 句`, i * 3, i * 3 + 2),
    );
    const transcript = { origin: 'engine', engine: 'e', locale: 'zh', segments } as const;
    const lines = room.linesOf(anAnswer({ transcript: { ...transcript, segments } }), []);
    expect([0, 1801, 3599].map((at) => room.lineAt(lines, at))).to.eql([0, 600, 1199]);
  });

  it('has speeds from 0.5 to 3 and stays at their ends', () => {
    expect([room.speedBeside(1, 1), room.speedBeside(3, 1), room.speedBeside(0.5, -1)]).to.eql([
      1.5, 3, 0.5,
    ]);
  });

  it('knows its keys, and leaves the browser its own', () => {
    expect(['k', 'K', ' ', 'j', 'ArrowRight', 'e', '/'].map((one) => keys.actOf(key(one)))).to.eql([
      ...['play', 'play', 'play', 'back', 'on', 'mark', 'search'],
    ]);
    expect(keys.actOf(key('l', { ctrlKey: true }))).to.equal(null);
    expect(keys.actOf(key('x'))).to.equal(null);
  });

  it('rates by 1 to 5 and nothing else', () => {
    expect(['1', '5', '0', '6', 'a'].map((one) => keys.levelOfKey(key(one)))).to.eql([
      ...[1, 5, null, null, null],
    ]);
    expect(keys.levelOfKey(key('3', { metaKey: true }))).to.equal(null);
  });

  it('a level with Shift leads on, except where Shift writes the digits', () => {
    const shifted = (name: string, code: string) => key(name, { code, shiftKey: true });
    const told = (event: Pressed) => [keys.levelOfKey(event), keys.leadsOn(event)];
    expect(told(shifted('$', 'Digit4'))).to.eql([4, true]);
    expect(told(shifted('￥', 'Digit4'))).to.eql([4, true]);
    expect(told(shifted('4', 'Digit4')), 'a French keyboard').to.eql([4, false]);
    expect(told(shifted('^', 'Digit6'))).to.eql([null, true]);
    expect(told(shifted('A', 'KeyA'))).to.eql([null, true]);
  });

  it('knows who is named after an @, the longer name first', () => {
    const colleagues = [
      { id: 'a', name: '何敬' },
      { id: 'b', name: '何敬一' },
      { id: 'c', name: '许澜' },
    ];
    expect(room.mentionedIn('@何敬一 看这里', colleagues)).to.eql(['b']);
    expect(room.mentionedIn('@许澜和@何敬', colleagues)).to.have.members(['a', 'c']);
    expect(room.mentionedIn('何敬说的', colleagues)).to.eql([]);
    expect([room.typedName('看 @何'), room.typedName('@何敬 好'), room.typedName('无')]).to.eql([
      ...['何', null, null],
    ]);
  });

  it('opens at the second that an address names, and at the beginning where it is nonsense', () => {
    expect(room.startOf('a', '12.5')).to.eql({ answerId: 'a', at: 12.5 });
    expect(room.startOf('a', 'x')).to.eql({ answerId: 'a', at: 0 });
    expect(room.startOf('a', '-3')).to.eql({ answerId: 'a', at: 0 });
    expect(room.startOf('', '3')).to.equal(null);
  });
});
