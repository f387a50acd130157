import type { Report } from '@zhiyu/contracts/scoring';
import { assess, type AssessInput, ENGINE } from '@zhiyu/server/scoring/engine/assess';
import { isKept } from '@zhiyu/server/scoring/engine/rules';
import { partsOf, replay } from '@zhiyu/server/scoring/replay';
import { expect } from 'chai';
import { reportBefore, snapshotBefore } from './replay-before.report.js';
import { reportEighth, snapshotEighth } from './replay-eighth.report.js';
import * as seventh from './replay-seventh.report.js';
import * as sixth from './replay-sixth.report.js';

const snapshot = JSON.parse(snapshotBefore) as AssessInput;
const stored = JSON.parse(reportBefore) as Report;

describe('a report of an engine before this one', () => {
  it('is rebuilt byte for byte by the rules of the engine that made it', () => {
    expect(stored.engine.version).to.equal('1.5.0');
    expect(JSON.stringify(assess(snapshot, stored.engine.version))).to.equal(reportBefore);
    expect(replay(stored, snapshot)).to.eql([]);
  });

  it("is read otherwise by today's engine: it folds what is said again, and compares questions", () => {
    const today = assess(snapshot);
    expect(today.engine.version).to.equal(ENGINE.version);
    expect(today.answers[0]?.gateReason).to.contain('只算一次');
    expect(stored.answers[0]?.gateReason).to.equal('');
    const flags = ({ lookFirst }: Report) => lookFirst.filter(({ text }) => /像是在答/u.test(text));
    expect(flags(today)).to.have.length(1);
    expect(flags(stored)).to.eql([]);
  });

  it('of 1.6.0 too: levels without cues, questions read out and orders in disguise stay as it read them', () => {
    const kept = [
      [sixth.snapshotSixthChinese, sixth.reportSixthChinese],
      [sixth.snapshotSixthFrench, sixth.reportSixthFrench],
    ] as const;
    for (const [made, report] of kept) {
      const input = JSON.parse(made) as AssessInput;
      const old = JSON.parse(report) as Report;
      expect(old.engine.version).to.equal('1.6.0');
      expect(JSON.stringify(assess(input, '1.6.0'))).to.equal(report);
      expect(replay(old, input)).to.eql([]);
    }
  });

  it("by today's engine they are read: by the wording of the levels, without the order, and not as an answer", () => {
    const chinese = assess(JSON.parse(sixth.snapshotSixthChinese) as AssessInput);
    const before = JSON.parse(sixth.reportSixthChinese) as Report;
    const helpIn = ({ dimensions }: Report) => dimensions.find(({ code }) => code === 'help');
    expect(helpIn(before)?.value).to.equal(null);
    expect(helpIn(chinese)?.value).to.be.above(50);
    expect([before, chinese].map(({ answers }) => answers[0]?.gateReason)).to.eql([
      '',
      '回答里有写给评分者的话，没有计入。',
    ]);
    expect([before, chinese].map(({ answers }) => answers[2]?.gate)).to.eql([null, 'echo']);
    const french = assess(JSON.parse(sixth.snapshotSixthFrench) as AssessInput);
    expect(french.dimensions[0]?.value).to.be.above(50);
    expect(french.confidence).to.equal('low');
  });

  it('of 1.7.0 too: a story in other words at the floor, a sentence in another language kept, no named doubts', () => {
    const input = JSON.parse(seventh.snapshotSeventh) as AssessInput;
    const old = JSON.parse(seventh.reportSeventh) as Report;
    expect(old.engine.version).to.equal('1.7.0');
    expect(JSON.stringify(assess(input, '1.7.0'))).to.equal(seventh.reportSeventh);
    expect(replay(old, input)).to.eql([]);
    const today = assess(input);
    const errors = ({ dimensions }: Report) =>
      dimensions.flatMap(({ standardError }) => standardError ?? []);
    expect([errors(old), errors(today)]).to.eql([
      [18, 18],
      [32, 32],
    ]);
    expect([old.doubts, today.doubts]).to.eql([undefined, ['uncued']]);
    expect(old.answers[0]?.gateReason).to.equal('');
    expect(today.answers[0]?.gateReason).to.contain('读不了');
  });

  it('of 1.8.0 too: sentences made of cue words were a list, and are told now', () => {
    const input = JSON.parse(snapshotEighth) as AssessInput;
    const old = JSON.parse(reportEighth) as Report;
    expect(old.engine.version).to.equal('1.8.0');
    expect(JSON.stringify(assess(input, '1.8.0'))).to.equal(reportEighth);
    expect(replay(old, input)).to.eql([]);
    const today = assess(input);
    expect(old.answers[0]?.gateReason).to.contain('不成句');
    expect(today.answers[0]?.gateReason).to.equal('');
    const valuesOf = ({ dimensions }: Report) => dimensions.flatMap(({ value }) => value ?? []);
    expect([valuesOf(old), valuesOf(today)]).to.eql([
      [87.5, 78.1],
      [87.5, 87.5],
    ]);
  });

  it("one of an engine whose rules are gone is rebuilt by today's, and what differs is said", () => {
    const old = { ...stored, engine: { ...stored.engine, version: '1.3.0' } };
    const paths = replay(old, snapshot).map(({ path }) => path);
    expect(paths).to.include('engine.version');
    expect([isKept('1.3.0'), isKept('1.5.0'), isKept(ENGINE.version)]).to.eql([false, true, true]);
    const { same, other } = partsOf(old, replay(old, snapshot));
    expect(same).to.include.members(['interviewId', 'locale', 'modelVersion']);
    expect(other).to.include('engine');
    expect([...same, ...other]).to.include.members(Object.keys(old));
  });
});
