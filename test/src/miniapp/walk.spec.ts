import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Stop {
  answerId: string;
  at: number | null;
  line: number;
}
interface Stops {
  stopsOf(
    answerIds: string[],
    of: { lines: Map<string, unknown[]>; marks: { answerId: string; at: number }[] },
  ): Stop[];
  stopAfter(stops: Stop[], answerIds: string[], here: Stop): Stop | null;
  stopsPast(stops: Stop[], answerIds: string[], here: Stop): number;
}
interface NextPerson {
  nextWaiting(rows: { id: string }[], id: string, order: string[]): { id: string } | null;
}

const line = (at: number | null, marked = 1, letters = 10) => ({
  ...{ at, text: '字'.repeat(letters) },
  marked: marked > 0 ? [[0, 2]] : [],
});
const ids = ['heard', 'typed', 'plain', 'last'];
const lines = new Map([
  ['heard', [line(0, 0), line(6), line(12)]],
  ['typed', [line(null), line(null, 0, 400), line(null), line(null, 1, 230), line(null)]],
  ['plain', [line(null, 0)]],
  ['last', [line(null, 0), line(null)]],
]);
const marks = [
  { answerId: 'heard', at: 13 },
  { answerId: 'heard', at: 7 },
];

describe('from evidence to evidence in the review room', () => {
  let stops: Stops;
  before(async () => {
    stops = await appModule<Stops>('features/staff-review/stops.shared.ts');
  });
  const all = () => stops.stopsOf(ids, { lines, marks });

  it('is by the second where there is one, and by the sentence of an answer that nobody timed', () => {
    expect(all()).to.deep.equal([
      { answerId: 'heard', at: 7, line: 1 },
      { answerId: 'heard', at: 13, line: 2 },
      // The first and the third are in sight together; the fourth would go beyond what one sees at once.
      { answerId: 'typed', at: null, line: 0 },
      { answerId: 'typed', at: null, line: 3 },
      { answerId: 'plain', at: null, line: 0 },
      { answerId: 'last', at: null, line: 1 },
    ]);
  });

  it('an answer in which nothing was found is looked at from its beginning, a recording from second 0', () => {
    const of = {
      lines: new Map([
        ['heard', [line(2, 0)]],
        ['none', []],
      ]),
      marks: [],
    };
    expect(stops.stopsOf(['heard', 'none'], of)).to.deep.equal([
      { answerId: 'heard', at: 0, line: 0 },
    ]);
  });

  it('counts what lies behind', () => {
    const past = (answerId: string, at: number | null, of: number) =>
      stops.stopsPast(all(), ids, { answerId, at, line: of });
    expect(past('heard', 0, 0)).to.equal(0);
    expect(past('heard', 9, 1)).to.equal(1);
    expect(past('typed', null, 4)).to.equal(4);
    expect(past('last', null, 1)).to.equal(all().length);
  });

  it('goes through all of it once, whether one plays or reads, and then begins again', () => {
    let here: Stop = { answerId: 'heard', at: 0, line: 0 };
    const gone: Stop[] = [];
    for (let n = 0; n < 7; n += 1) {
      here = stops.stopAfter(all(), ids, here) ?? here;
      gone.push(here);
    }
    expect(gone.slice(0, 6)).to.deep.equal(all());
    expect(gone[6]).to.deep.equal(all()[0]);
  });

  it('leads on from the middle of a recording, and from the end of an answer without evidence', () => {
    const at = (answerId: string, second: number | null, of: number) =>
      stops.stopAfter(all(), ids, { answerId, at: second, line: of });
    expect(at('heard', 9, 1)).to.deep.equal({ answerId: 'heard', at: 13, line: 2 });
    expect(at('plain', null, 0)).to.deep.equal({ answerId: 'last', at: null, line: 1 });
    expect(stops.stopAfter([], ids, { answerId: 'heard', at: 1, line: 0 })).to.equal(null);
  });
});

describe('whoever waits next', () => {
  let people: NextPerson;
  before(async () => {
    people = await appModule<NextPerson>('features/staff-file/next-person.shared.ts');
  });
  const next = (waiting: string, id: string, order: string) =>
    people.nextWaiting(
      [...waiting].map((one) => ({ id: one })),
      id,
      [...order],
    )?.id ?? null;

  it('is the one behind, and behind the last the first', () => {
    expect(next('abc', 'a', 'abc')).to.equal('b');
    expect(next('abc', 'c', 'abc')).to.equal('a');
  });

  it('is still the one behind once this one is decided, also where others are gone by then', () => {
    expect(next('ac', 'b', 'abc')).to.equal('c');
    expect(next('ad', 'b', 'abcd')).to.equal('d');
  });

  it('is the first for somebody who never waited, and nobody where nobody else does', () => {
    expect(next('ab', 'x', '')).to.equal('a');
    expect(next('a', 'a', 'a')).to.equal(null);
    expect(next('', 'a', 'a')).to.equal(null);
  });
});
