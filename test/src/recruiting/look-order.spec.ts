import {
  byLook,
  type Doubt,
  doubts,
  engineDoubts,
  lookOf,
  type LookFacts,
} from '@zhiyu/contracts/look-order';
import { doubtsFrom, doubtsOf, doubtsText } from '@zhiyu/server/recruiting/doubts';
import type { Report } from '@zhiyu/contracts/scoring';
import { afterReport } from '@zhiyu/server/workflow/rules';
import { expect } from 'chai';

const now = Date.parse('2026-11-22T10:00:00+08:00');
const hour = 3_600_000;
const row = (more: Partial<LookFacts> = {}): LookFacts => ({
  ...{ stage: 'review', total: 78, standardError: 6, requirement: 75, doubts: [], promiseAt: null },
  ...more,
});

/** The same numbers on every machine. */
function* numbers(): Generator<number, never> {
  let state = 7;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}
const drawn = numbers();
const chance = (): number => drawn.next().value;
const anyDoubts = (): Doubt[] => doubts.filter(() => chance() < 0.2);
const anyRow = (): LookFacts =>
  row({
    total: chance() < 0.1 ? null : chance() * 100,
    standardError: 4 + chance() * 16,
    promiseAt: chance() < 0.5 ? null : now + (chance() * 200 - 50) * hour,
    doubts: anyDoubts(),
  });
const times = (act: () => void): void => {
  for (let i = 0; i < 500; i += 1) act();
};
const priority = (facts: LookFacts): number => lookOf(facts, now).priority;

describe('the order of looking', () => {
  it('says by how much a score is from the line and how sure it is', () => {
    expect(lookOf(row(), now).reason).to.deep.equal({ why: 'line', distance: 3, error: 6 });
    expect(lookOf(row({ total: 90, standardError: 5 }), now).reason).to.deep.equal({
      why: 'clear',
      distance: 15,
      error: 5,
    });
  });

  it('doubt is the chance of the other side, doubled: 1 on the line, .317 at one standard error', () => {
    expect(lookOf(row({ total: 75 }), now).doubt).to.equal(1);
    expect(lookOf(row({ total: 81 }), now).doubt).to.be.closeTo(0.3173, 0.0001);
    expect(lookOf(row({ total: 75 + 1.96 * 6 }), now).doubt).to.be.closeTo(0.05, 0.0001);
    expect(lookOf(row({ total: 80, standardError: 0 }), now).doubt).to.equal(0);
  });

  it('stays within 0 and 2 and never says a number that is none', () => {
    times(() => {
      const { priority: all, doubt, urgency } = lookOf(anyRow(), now);
      expect(doubt).to.be.within(0, 1);
      expect(urgency).to.be.within(0, 1);
      expect(all).to.equal(doubt + urgency);
    });
  });

  it('nearer to the line never ranks lower, on either side alike', () => {
    times(() => {
      const facts = anyRow();
      const [near, far] = [chance() * 20, 20 + chance() * 20];
      const at = (distance: number) =>
        priority({ ...facts, total: 50 + distance, requirement: 50 });
      expect(at(near)).to.be.at.least(at(far));
      expect(at(near)).to.be.closeTo(at(-near), 1e-9);
    });
  });

  it('a wider error, one more doubt and a nearer promise never rank lower', () => {
    times(() => {
      const facts = anyRow();
      const more = [...new Set([...facts.doubts, ...anyDoubts()])];
      expect(priority({ ...facts, standardError: (facts.standardError ?? 0) + 3 })).to.be.at.least(
        priority(facts) - 1e-9,
      );
      expect(priority({ ...facts, doubts: more })).to.be.at.least(priority(facts));
      const soon = { ...facts, promiseAt: now + chance() * 24 * hour };
      const later = { ...facts, promiseAt: now + (24 + chance() * 100) * hour };
      expect(priority(soon)).to.be.above(priority(later));
    });
  });

  it('orders everybody once, the same whatever the order was before', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...anyRow(), id: `row-${String(i)}` }));
    const ordered = byLook(rows, now).map(({ id }) => id);
    expect([...ordered].sort()).to.deep.equal(rows.map(({ id }) => id).sort());
    expect(byLook([...rows].reverse(), now).map(({ id }) => id)).to.deep.equal(ordered);
  });

  it('names the promise when it is over, or due within a day and weightier than the doubt', () => {
    const clear = row({ total: 95 });
    expect(lookOf({ ...clear, promiseAt: now - 1 }, now).reason).to.deep.equal({ why: 'late' });
    expect(lookOf({ ...clear, promiseAt: now + 2.5 * hour }, now).reason).to.deep.equal({
      why: 'due',
      hours: 3,
    });
    expect(lookOf({ ...clear, promiseAt: now + 30 * hour }, now).reason.why).to.equal('clear');
    expect(lookOf(row({ total: 75, promiseAt: now + 9 * hour }), now).reason.why).to.equal('line');
  });

  it('names what the machine cannot know', () => {
    const why = (more: Partial<LookFacts>) => lookOf(row({ total: 95, ...more }), now).reason.why;
    expect(why({ doubts: ['thin', 'apart', 'words'] })).to.equal('apart');
    expect(why({ doubts: ['thin', 'words'] })).to.equal('words');
    expect(why({ doubts: ['thin'] })).to.equal('thin');
    expect(why({ total: null })).to.equal('noScore');
    expect(why({ total: null, stage: 'screening' })).to.equal('screening');
    expect(why({ total: null, stage: 'aiInterview' })).to.equal('interview');
  });
});

describe('doubts about a report', () => {
  const report = (
    more: Partial<Report['total']>,
    gate: string | null = null,
    confidence = 'medium',
  ) =>
    ({
      confidence,
      total: {
        value: 90,
        standardError: 4,
        requirement: 75,
        verdict: 'meets',
        coverage: 1,
        ...more,
      },
      answers: [{ gate }],
    }) as unknown as Report;
  const automation = {
    inviteOnScreeningPass: true,
    passOnThreshold: true,
    rejectBelowThreshold: { on: true, lawfulGround: '公司规定' },
  };

  it('are kept as a text and read again', () => {
    expect(doubtsOf(report({}))).to.deep.equal([]);
    expect(doubtsOf(report({ coverage: 0.5 }, 'uncertainTranscript', 'low'))).to.deep.equal([
      'words',
      'thin',
      'unnamed',
    ]);
    expect(doubtsFrom('apart,thin,nonsense')).to.deep.equal(['apart', 'thin']);
    expect(doubtsFrom(null)).to.deep.equal([]);
  });

  it('have the cause that the report names, and no other; an old report of low confidence has none', () => {
    const low = report({}, null, 'low');
    expect(doubtsOf(low)).to.deep.equal(['unnamed']);
    for (const cause of engineDoubts) {
      expect(doubtsOf({ ...low, doubts: [cause] })).to.deep.equal([cause]);
    }
    expect(doubtsOf({ ...low, doubts: ['twice', 'other'] })).to.deep.equal(['other', 'twice']);
    expect(doubtsOf(report({ standardError: 12 }, null, 'low'))).to.deep.equal([]);
    const named = doubts.filter((one) => one !== 'unnamed');
    expect((doubtsText(named) ?? '').length, 'fits its column').to.be.at.most(40);
  });

  const machine = { consented: true, european: false };

  it('under the European rules a person turns somebody down, whatever the position says', () => {
    const below = report({ value: 40, verdict: 'below' });
    expect(afterReport(below, automation, machine).act).to.equal('reject');
    expect(afterReport(below, automation, { ...machine, european: true }).act).to.equal(
      'askPerson',
    );
    expect(afterReport(report({}), automation, { ...machine, european: true }).act).to.equal(
      'pass',
    );
  });

  it('leave every decision to a person, in both directions', () => {
    expect(afterReport(report({}), automation, machine).act).to.equal('pass');
    const below = { value: 40, verdict: 'below' as const };
    expect(afterReport(report(below), automation, machine).act).to.equal('reject');
    for (const total of [{}, below]) {
      expect(afterReport(report(total, 'noTranscript'), automation, machine).act).to.equal(
        'askPerson',
      );
      expect(afterReport(report({ ...total, coverage: 0.5 }), automation, machine).act).to.equal(
        'askPerson',
      );
      expect(afterReport(report(total, null, 'low'), automation, machine).act).to.equal(
        'askPerson',
      );
      expect(
        afterReport(report({ ...total, verdict: 'crosses' }), automation, machine).act,
      ).to.equal('askPerson');
    }
  });
});
