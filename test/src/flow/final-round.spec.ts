import { roundIn } from '@zhiyu/contracts/round-values';
import { routes } from '@zhiyu/contracts/routes';
import { HeldTime, MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, fileOf, press, textOf } from './look.js';
import {
  assessed,
  aStand,
  shortPosition,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const pass = { kind: 'pass', reason: 'meetsRequirement', note: '' } as const;

/** A last round of an hour, in another place than the one before it. */
const finalRound = {
  name: { zh: '总监终面', en: 'Talk with the director' },
  ...{ place: '总部三楼', contact: '招聘组', afterDays: 1, hour: 10, minutes: 60 },
};

describe('the last round with people (R10, R13)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app, (content) => ({ ...content, finalRound }));
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  /** Passed the online interview, with a time for the first round. */
  async function invitedTo(of: Stand): Promise<Walker> {
    const walker = await assessed(of);
    const card = await cardOf(of, of.hr, 'approval', walker);
    await press(of, of.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    return walker;
  }
  async function passed(of: Stand): Promise<Walker> {
    const walker = await invitedTo(of);
    await app.api(routes.decide, { id: walker.applicationId, ...pass }, of.hr.session);
    await app.drainJobs();
    return walker;
  }
  const rounds = ({ applicationId }: Walker) =>
    app.database.read(MeetingRow).find({ where: { applicationId }, order: { interviewId: 'ASC' } });

  it('has its own time, place and length; the candidate is told by name which round was passed', async () => {
    app.clock.set(shanghaiHour('2026-01-05', 10));
    await signInAgain(stand);
    const walker = await passed(stand);
    expect((await fileOf(stand, walker)).stage).to.equal('final');
    const { nextRound, outcome } = await statusOf(stand, walker);
    expect(outcome).to.equal('passed');
    expect(nextRound).to.include({ name: '总监终面', place: '总部三楼', cancelled: false });
    expect(nextRound?.startsAt).to.equal(shanghaiHour('2026-01-06', 10));
    const results = await cardsOf(stand, walker, 'result');
    expect(results).to.have.length(2);
    const [, last] = results;
    const text = last ? textOf(last) : '';
    const before = stand.position.content.nextRound.name.zh;
    expect(last?.title).to.include(before).and.not.include('线上面试');
    expect(text).to.include('总监终面，60 分钟').and.include('总部三楼');
  });

  it('holds an hour of its people, and the round before it, if still to come, gives theirs back', async () => {
    const walker = await passed(stand);
    const [first, last] = await rounds(walker);
    expect([first?.stage, last?.stage]).to.deep.equal(['hrInterview', 'final']);
    expect(first?.cancelledBy).to.equal('staff');
    expect(last).to.include({ minutes: 60, cancelledBy: null });
    const held = (interviewId = '') => app.database.read(HeldTime).countBy({ interviewId });
    expect(await held(first?.interviewId)).to.equal(0);
    expect(await held(last?.interviewId), 'four quarters of two people').to.equal(8);
    const { meeting } = await app.api(routes.ownMeeting, {}, walker.session);
    expect(meeting).to.include({ interviewId: last?.interviewId, roundName: '总监终面' });
  });

  it('stays as it is when the round before it is told once more, and stands in the candidate’s calendar', async () => {
    const walker = await passed(stand);
    await app.drainJobs();
    expect(await rounds(walker)).to.have.length(2);
    const { nextRound } = await statusOf(stand, walker);
    const file = await app.client.raw(nextRound?.calendarUrl ?? '', {}, walker.session);
    expect((await file.text()).replace(/\r\n[ \t]/g, '')).to.include('总监终面');
  });

  it('is as the one before it where the position plans none, under a name of its own', async () => {
    const plain = await aStand(app);
    const walker = await passed(plain);
    const { nextRound } = await statusOf(plain, walker);
    const { place } = plain.position.content.nextRound;
    expect(nextRound).to.include({ name: '终面', place });
    expect((await rounds(walker)).at(-1)?.minutes).to.equal(45);
  });

  it('after it the candidate hears who will be in touch, and nothing is promised that nobody has arranged', async () => {
    const walker = await passed(stand);
    await app.api(routes.decide, { id: walker.applicationId, ...pass }, stand.hr.session);
    await app.drainJobs();
    expect((await fileOf(stand, walker)).stage).to.equal('offer');
    const [, , last] = await cardsOf(stand, walker, 'result');
    expect(last?.title).to.include('通过了：总监终面');
    expect(last ? textOf(last) : '')
      .to.include('招聘组会联系您')
      .and.include('以书面通知为准');
    expect(await rounds(walker)).to.have.length(2);
  });

  it('takes the length of the round before it for nothing', () => {
    const content = shortPosition();
    const long = { ...content, nextRound: { ...content.nextRound, minutes: 90 } };
    expect(roundIn(long, 'hrInterview').minutes).to.equal(90);
    expect(roundIn(long, 'final').minutes).to.equal(undefined);
  });
});
