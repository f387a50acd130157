import type { ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { HeldTime, MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { expect } from 'chai';
import { anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { timelineOf } from './channels-walk.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, day, hour, signInAgain, type Stand, type Walker } from './walk.js';

describe('what people saw in a round (R30, R36)', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let row: MeetingRow;
  let interviewer: AStaff;

  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app);
    const { company } = stand;
    interviewer = await aStaff(app, { company, roles: ['interviewer'], name: '赵宁' });
    walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const { applicationId } = walker;
    row = await app.database.read(MeetingRow).findOneByOrFail({ applicationId });
  });

  const id = () => row.interviewId;
  const room = (who: AStaff): Promise<ReviewRoom> =>
    app.api(routes.reviewRoom, { id: id() }, who.session);
  const titles = async (who: AStaff) => {
    const { items } = await app.api(routes.inbox, {}, who.session);
    return items.map(({ card }) => card.title);
  };
  /** The clock goes on until the round has begun, or is over. */
  const until = async (at: number) => {
    app.clock.set(at);
    await signInAgain(stand);
    interviewer.session = await anotherSession(app, interviewer);
  };
  const rate = async (who: AStaff, level: number, reason = '') => {
    const { dimensions } = await room(who);
    const dimension = dimensions[0]?.code ?? '';
    const given = { id: id(), dimension, level, note: '', place: null, revision: 0 };
    await app.api(routes.keepRating, given, who.session);
    const summary = { id: id(), opinion: 'yes' as const, reason, revision: 0 };
    await app.api(routes.keepSummary, summary, who.session);
    return app.api(routes.submitScorecard, { id: id() }, who.session);
  };
  const choose = (staffIds: string[], who = stand.hr) =>
    app.api(routes.setRoundPeople, { id: id(), staffIds }, who.session);
  const reviews = (who: AStaff) =>
    app.api(routes.applicationReviews, { id: walker.applicationId }, who.session);

  it('is rated by the position’s anchors, with nothing of a recording and nothing of the machine’s', async () => {
    const view = await room(stand.hr);
    expect(view.round).to.include({ startsAt: row.startsAt, begun: false });
    expect(view.answers).to.deep.equal([]);
    expect(view.machine).to.equal(null);
    expect(view.dimensions.map(({ anchors }) => anchors.length)).to.satisfy((all: number[]) =>
      all.every((n) => n === 5),
    );
  });

  it('is handed in only once it has begun; what was written before it is kept', async () => {
    await refused(rate(stand.hr, 4), 'roundAhead');
    await until(row.startsAt + 1000);
    expect((await room(stand.hr)).round?.begun).to.equal(true);
    const after = await app.api(routes.submitScorecard, { id: id() }, stand.hr.session);
    expect(after.mine?.ratings[0]?.level).to.equal(4);
    expect(after.blind).to.equal(false);
  });

  it('is blind among those who were there, and stands on the candidate’s file with its round', async () => {
    await until(row.startsAt + hour);
    await rate(stand.head, 5, '现场处理得稳');
    const before = await reviews(stand.hr);
    expect(before.hidden).to.deep.equal([id()]);
    expect(before.scorecards).to.deep.equal([]);
    expect(JSON.stringify(await room(stand.hr))).not.to.include('现场处理得稳');
    const together = await rate(stand.hr, 2);
    expect(together.others.map(({ reviewerName }) => reviewerName)).to.deep.equal(['何敬']);
    expect(together.apart, 'three levels between them').to.have.length(1);
    const { scorecards, hidden } = await reviews(stand.hr);
    expect(hidden).to.deep.equal([]);
    const said = scorecards.map(({ interviewId, summary }) => [interviewId, summary.reason]);
    expect(said).to.deep.include([id(), '现场处理得稳']);
    await app.drainJobs();
    expect(await titles(stand.head)).to.satisfy((all: string[]) =>
      all.some((title) => title.includes('评分差了两级')),
    );
  });

  it('stands behind the decision that was made on it', async () => {
    await until(row.startsAt + hour);
    await rate(stand.hr, 4);
    const decision = { kind: 'pass', reason: 'meetsRequirement', note: '' } as const;
    await app.api(routes.decide, { id: walker.applicationId, ...decision }, stand.hr.session);
    const { decisions, scorecards } = await reviews(stand.hr);
    const ids = decisions.flatMap(({ scorecardIds }) => scorecardIds);
    expect(ids).to.deep.equal(scorecards.map((one) => one.id));
  });

  it('is asked for by a card when its time is over, of those who have not handed in', async () => {
    await until(row.startsAt + 1000);
    await rate(stand.head, 4);
    await until(row.startsAt + row.minutes * 60_000 + 1000);
    await app.drainJobs();
    const asked = `给${walker.candidate.name}写评分卡`;
    expect(await titles(stand.hr)).to.include(asked);
    expect(await titles(stand.head)).not.to.include(asked);
  });

  it('is nothing to rate once it was cancelled', async () => {
    await app.api(routes.cancelMeeting, { id: id() }, stand.hr.session);
    await refused(room(stand.hr), 'notFound');
  });

  it('has the interviewers that HR chooses: they hear of it, rate it, and it stands in their time', async () => {
    const list = () => app.api(routes.roundPeople, { id: id() }, stand.hr.session);
    const of = async (who: AStaff) => (await list()).people.find((one) => one.id === who.id);
    expect(await of(interviewer)).to.include({ chosen: false, busy: false });
    await refused(room(interviewer), 'notAllowed');
    const after = await choose([stand.head.id, interviewer.id]);
    expect(after.interviewers.map(({ name }) => name)).to.have.members(['何敬', '赵宁']);
    await app.drainJobs();
    expect(await titles(interviewer)).to.include(`许澜请您面试${walker.candidate.name}`);
    const held = await app.database.read(HeldTime).findBy({ interviewId: id() });
    expect(new Set(held.map(({ staffId }) => staffId))).to.deep.equal(
      new Set([stand.head.id, interviewer.id]),
    );
    await until(row.startsAt + hour);
    await rate(interviewer, 3, '说话有条理');
    const { hidden, scorecards } = await reviews(stand.hr);
    expect(hidden, 'HR was not there and has nothing to hand in').to.deep.equal([]);
    expect(scorecards.map(({ summary }) => summary.reason)).to.include('说话有条理');
    expect(await timelineOf(stand, walker)).to.include('选了 2 位面试官');
  });

  it('is no longer the business of who was taken off it', async () => {
    await choose([interviewer.id]);
    expect((await room(interviewer)).mine).to.equal(null);
    await choose([stand.hr.id]);
    await refused(room(interviewer), 'notAllowed');
  });

  it('takes nobody who is in another round then, nor from outside, nor by who may not decide', async () => {
    const other = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', other);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const where = { applicationId: other.applicationId };
    const second = await app.database.read(MeetingRow).findOneByOrFail(where);
    const theirs = { id: second.interviewId, staffIds: [interviewer.id] };
    await app.api(routes.setRoundPeople, theirs, stand.hr.session);
    const there = { id: second.interviewId, startsAt: row.startsAt + 4 * day };
    await app.api(routes.moveMeeting, there, stand.hr.session);
    await app.api(routes.moveMeeting, { id: id(), startsAt: there.startsAt }, stand.hr.session);
    await refused(choose([interviewer.id]), 'timeTaken');
    const foreign = await aStand(app);
    await refused(choose([foreign.hr.id]), 'invalidInput');
    await refused(choose([interviewer.id], interviewer), 'notAllowed');
    await until(there.startsAt + 1000);
    await refused(choose([stand.head.id]), 'meetingOver');
  });
});
