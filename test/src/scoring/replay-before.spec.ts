import type { Report } from '@zhiyu/contracts/scoring';
import { assess, type AssessInput, ENGINE } from '@zhiyu/server/scoring/engine/assess';
import { replay } from '@zhiyu/server/scoring/replay';
import { expect } from 'chai';
import { reportBefore, snapshotBefore } from './replay-before.report.js';

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

  it("one of an engine whose rules are gone is rebuilt by today's, and what differs is said", () => {
    const old = { ...stored, engine: { ...stored.engine, version: '1.3.0' } };
    const paths = replay(old, snapshot).map(({ path }) => path);
    expect(paths).to.include('engine.version');
  });
});
