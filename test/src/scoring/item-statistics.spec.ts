import { leastItemAnswers } from '@zhiyu/contracts/item-statistics';
import { figuresOf, type Point } from '@zhiyu/server/scoring/items/figures';
import { faultsOf, proposalOf, type Rated } from '@zhiyu/server/scoring/items/proposals';
import { expect } from 'chai';

/** Even pseudo-random numbers 0-1 (a linear congruential generator), the same at each run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Kind = 'good' | 'noise' | 'reversed' | 'easy' | 'hard' | 'unread';
const clipped = (value: number) => Math.min(1, Math.max(0, value));

/** Answers of people with an ability each, to an item of a planted kind. */
function answers(kind: Kind, n: number, seed = 7): Point[] {
  const random = chance(seed);
  return Array.from({ length: n }, () => {
    const ability = random();
    const rest = clipped(ability + (random() - 0.5) * 0.2);
    const shares: Record<Kind, number | null> = {
      good: clipped(ability + (random() - 0.5) * 0.4),
      noise: random(),
      reversed: clipped(1 - ability + (random() - 0.5) * 0.4),
      easy: 0.98 + random() * 0.02,
      hard: random() * 0.02,
      unread: random() < 0.6 ? null : ability,
    };
    const share = shares[kind];
    const gate = share === null && random() < 0.5 ? 'nonsense' : null;
    return { share, rest, gate, seconds: 30 + Math.round(random() * 20) };
  });
}

const rated = (code: string, kind: Kind, more: Partial<Rated> = {}): Rated => ({
  ...{ code, group: 'service', offered: true, exposure: 20 },
  figures: figuresOf(answers(kind, 300)),
  ...more,
});

describe('statistics of questions', () => {
  it('say nothing about a question under the stated number of answers', () => {
    const few = figuresOf(answers('noise', leastItemAnswers - 1));
    expect(few.difficulty).to.equal(null);
    expect(few.discrimination).to.equal(null);
    expect(faultsOf(few)).to.deep.equal([]);
    expect(figuresOf(answers('noise', leastItemAnswers)).discrimination?.n).to.equal(
      leastItemAnswers,
    );
    expect(figuresOf([])).to.include({ answers: 0, seconds: null, unknown: 0 });
  });

  it('are those of the formulas, by hand', () => {
    // Half of the people have everything right in both, half nothing: p = .5, r = 1.
    const both = (share: number): Point => ({ share, rest: share, gate: null, seconds: 10 });
    const even = Array.from({ length: 60 }, (_, n) => both(n % 2));
    const { difficulty, discrimination, fifths } = figuresOf(even);
    expect(difficulty?.value).to.equal(0.5);
    // s = sqrt(60/59)/2, so 1.96 s/sqrt(60) = .1276
    expect(difficulty?.low).to.be.closeTo(0.5 - 0.1276, 0.0005);
    expect(discrimination?.value).to.equal(1);
    expect(fifths).to.deep.equal([30, 0, 0, 0, 30]);
    // r = .5 with n = 103: z = .5493 ± .196, so .339 to .632
    const random = chance(3);
    const pairs = Array.from({ length: 103 }, () => both(random()));
    const flat = figuresOf(pairs.map((one) => ({ ...one, rest: 0.5 })));
    expect(flat.discrimination, 'no spread in the rest').to.equal(null);
  });

  it('have an interval that holds the planted correlation', () => {
    const { discrimination } = figuresOf(answers('good', 400));
    expect(discrimination?.value).to.be.within(0.8, 0.98);
    const { low = 0, high = 0, value = 0 } = discrimination ?? {};
    expect(low).to.be.lessThan(value);
    expect(high).to.be.greaterThan(value);
    const noise = figuresOf(answers('noise', 400)).discrimination;
    expect(noise?.low).to.be.lessThan(0);
    expect(noise?.high).to.be.greaterThan(0);
  });

  it('find every planted item, and leave the good one alone', () => {
    const found = (kind: Kind) => faultsOf(figuresOf(answers(kind, 300)));
    expect(found('good')).to.deep.equal([]);
    expect(found('noise')).to.deep.equal(['weak']);
    expect(found('reversed')).to.deep.equal(['reversed']);
    expect(found('easy')).to.include('tooEasy');
    expect(found('hard')).to.include('tooHard');
    expect(found('unread')).to.include('unread');
  });

  it('propose the least exposed question of the same competency and difficulty instead', () => {
    const weak = rated('weak', 'noise');
    const all = [
      weak,
      rated('often', 'good', { exposure: 90 }),
      rated('seldom', 'good', { exposure: 3 }),
      rated('elsewhere', 'good', { exposure: 0, group: 'sales' }),
      rated('gone', 'good', { exposure: 0, offered: false }),
      rated('bad', 'reversed', { exposure: 0 }),
      rated('easy', 'easy', { exposure: 0 }),
    ];
    expect(proposalOf(weak, all)).to.deep.equal({
      ...{ act: 'retire', reasons: ['weak'], instead: 'seldom' },
    });
    expect(proposalOf({ ...weak, offered: false }, all), 'retired already').to.equal(null);
    expect(proposalOf(weak, [weak])?.instead).to.equal(null);
  });

  it('propose to rotate what is asked far more often than its peers', () => {
    const peers = ['a', 'b', 'c'].map((code) => rated(code, 'good', { exposure: 10 }));
    const often = rated('often', 'good', { exposure: 150 });
    expect(proposalOf(often, [...peers, often])).to.deep.equal({
      ...{ act: 'rotate', reasons: ['overexposed'], instead: 'a' },
    });
    const seldom = rated('seldom', 'good', { exposure: 60 });
    expect(proposalOf(seldom, [...peers, seldom])).to.equal(null);
  });
});
