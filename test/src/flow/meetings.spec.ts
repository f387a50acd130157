import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { HeldTime, MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { aMeeting } from '../harness/meeting-inputs.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { anApplication } from '../factories/application.js';
import { isKnownAs, timelineOf } from './channels-walk.js';
import { cardOf, cardsOf, press } from './look.js';
import type { HoldOrder, HoldReport } from './meetings.child.js';
import { assessed, aStand, day, hour, signInAgain, type Stand, type Walker } from './walk.js';
import { dingTalkSettings } from '../emulators/dingtalk/settings.js';

const pass = { action: 'pass', reason: 'meetsRequirement' } as const;

/** Passed the AI interview, and the next round is told. */
async function passed(stand: Stand): Promise<Walker> {
  const walker = await assessed(stand);
  const card = await cardOf(stand, stand.hr, 'approval', walker);
  await press(stand, stand.hr, card, pass);
  await stand.app.drainJobs();
  return walker;
}

describe('a round with people (R13)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const own = ({ session }: Walker) => app.api(routes.ownMeeting, {}, session);
  const listed = async (walker: Walker) => {
    const { meetings } = await app.api(routes.meetings, {}, stand.hr.session);
    return meetings.find(({ applicationId }) => applicationId === walker.applicationId);
  };
  const rowOf = ({ applicationId }: Walker) =>
    app.database.read(MeetingRow).findOneByOrFail({ applicationId });

  it('has a time of its own for each candidate: the planned one, and the next free one after it', async () => {
    const first = await passed(stand);
    const second = await passed(stand);
    const [one, two] = [await rowOf(first), await rowOf(second)];
    expect(one.staffIds).to.have.members([stand.hr.id, stand.head.id]);
    expect(two.startsAt - one.startsAt).to.be.at.least(45 * 60_000);
    const held = await app.database.read(HeldTime).findBy({ interviewId: two.interviewId });
    expect(held, 'three quarters of an hour of two people').to.have.length(6);
  });

  it('is moved by the candidate in one act; HR hears of it, the old time is free again', async () => {
    const walker = await passed(stand);
    const { meeting, times } = await own(walker);
    const [startsAt] = times;
    expect(startsAt).to.be.a('number').and.not.equal(meeting?.startsAt);
    const after = await app.api(routes.pickTime, { startsAt: startsAt ?? 0 }, walker.session);
    expect(after.meeting?.startsAt).to.equal(startsAt);
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'meeting', walker);
    expect(card.title).to.include('换了面试时间');
    const id = after.meeting?.interviewId ?? '';
    const { times: free } = await app.api(routes.meetingTimes, { id }, stand.hr.session);
    expect(free).to.include(meeting?.startsAt).and.not.include(startsAt);
    expect(await timelineOf(stand, walker)).to.satisfy((lines: string[]) =>
      lines.some((line) => line.startsWith('候选人把面试改到')),
    );
  });

  it('cannot be put where it was not offered, nor on a time that is no quarter', async () => {
    const walker = await passed(stand);
    const { meeting } = await own(walker);
    const night = (meeting?.startsAt ?? 0) + 12 * hour;
    await refused(app.api(routes.pickTime, { startsAt: night }, walker.session), 'timeTaken');
    const odd = (meeting?.startsAt ?? 0) + 60_000;
    await refused(app.api(routes.pickTime, { startsAt: odd }, walker.session), 'invalidInput');
  });

  it('is chosen on the card from times offered by hand', async () => {
    const walker = await passed(stand);
    const { interviewId, startsAt } = await rowOf(walker);
    const times = [startsAt + 4 * day, startsAt + 4 * day + hour];
    await app.api(routes.offerTimes, { id: interviewId, times }, stand.hr.session);
    await app.drainJobs();
    expect((await own(walker)).times).to.deep.equal(times);
    const { items } = await app.api(routes.candidateInbox, {}, walker.session);
    const card = items.map((item) => item.card).find(({ kind }) => kind === 'meeting');
    const options = card?.buttons.find(({ action }) => action === 'move')?.ask?.options ?? [];
    expect(options.map(({ value }) => Number(value))).to.deep.equal(times);
    const pressed = await app.api(
      routes.candidatePress,
      {
        ...{ cardId: card?.id ?? '', action: 'move', value: String(times[1]), text: null },
        seenVersion: card?.version ?? 0,
      },
      walker.session,
    );
    expect(pressed.effective).to.equal(true);
    expect((await rowOf(walker)).startsAt).to.equal(times[1]);
  });

  it('is moved by HR in one act to the next free time, and the candidate is told; only who decides may', async () => {
    const walker = await passed(stand);
    const before = await rowOf(walker);
    const move = { id: before.interviewId, startsAt: null };
    const moved = await app.api(routes.moveMeeting, move, stand.hr.session);
    expect(moved.startsAt).to.be.greaterThan(before.startsAt);
    expect(moved.changes).to.equal(1);
    await app.drainJobs();
    const { items } = await app.api(routes.candidateInbox, {}, walker.session);
    expect(items.map((item) => item.card.title)).to.include('面试时间改了');
    const address = `${app.base}${rawPaths.calendar}/${before.interviewId}.ics`;
    const file = await fetch(address, { headers: { cookie: walker.session.header } });
    expect(await file.text())
      .to.include('SEQUENCE:1')
      .and.include('STATUS:CONFIRMED');
  });

  it('is cancelled in one act by either side, stands in nobody’s way after it, and can be brought back', async () => {
    const walker = await passed(stand);
    const { interviewId, startsAt } = await rowOf(walker);
    const gone = await app.api(routes.cancelOwnMeeting, {}, walker.session);
    expect(gone.meeting?.cancelledBy).to.equal('candidate');
    expect(await app.database.read(HeldTime).countBy({ interviewId })).to.equal(0);
    await app.drainJobs();
    const [card] = (await cardsOf(stand, stand.hr, 'meeting', walker)).slice(-1);
    expect(card?.title).to.include('来不了');
    const back = { id: interviewId, startsAt };
    await app.api(routes.moveMeeting, back, stand.head.session);
    expect(await listed(walker)).to.include({ startsAt, cancelledBy: null });
    await app.api(routes.cancelMeeting, { id: interviewId }, stand.hr.session);
    await refused(app.api(routes.pickTime, { startsAt }, walker.session), 'meetingOver');
  });

  it('frees its people when the candidate withdraws', async () => {
    const walker = await passed(stand);
    const { interviewId } = await rowOf(walker);
    await app.api(routes.withdraw, {}, walker.session);
    await app.drainJobs();
    expect(await app.database.read(HeldTime).countBy({ interviewId })).to.equal(0);
    expect(await listed(walker)).to.equal(undefined);
    expect((await own(walker)).meeting).to.equal(null);
  });

  it('is reminded of a day and an hour before it, at its newest time only', async () => {
    const walker = await passed(stand);
    const { interviewId, startsAt } = await rowOf(walker);
    const later = startsAt + 7 * day;
    await app.api(routes.moveMeeting, { id: interviewId, startsAt: later }, stand.hr.session);
    const titles = async () => {
      await app.drainJobs();
      await signInAgain(stand);
      const cards = await cardsOf(stand, stand.hr, 'meeting', walker);
      return cards.map(({ title }) => title);
    };
    app.clock.advance(startsAt - 30 * 60_000 - app.clock.now());
    expect(await titles()).to.deep.equal([]);
    app.clock.advance(later - 23 * hour - app.clock.now());
    expect(await titles()).to.deep.equal([`明天面试${walker.candidate.name}`]);
    app.clock.advance(later - 30 * 60_000 - app.clock.now());
    expect(await titles()).to.have.length(2);
  });
});

describe('one interviewer’s time', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  it('goes to one of the rounds that want it at once from two processes', async function () {
    this.timeout(90_000);
    const rounds = 24;
    const ids: string[] = [];
    for (let n = 0; n < rounds; n++) {
      const application = await anApplication(app, {
        position: stand.position,
        stage: 'hrInterview',
      });
      ids.push(await aMeeting(app, application, [stand.hr.id, stand.head.id]));
    }
    const startsAt = Math.ceil(app.clock.now() / hour) * hour + 9 * day;
    const child = fork(fileURLToPath(new URL('./meetings.child.js', import.meta.url)));
    await once(child, 'message');
    const answer = once(child, 'message') as Promise<[HoldReport]>;
    const { dataDir, url } = app.place;
    const half = ids.slice(rounds / 2);
    const order = { dataDir, url: url ?? null, ids: half, startsAt, now: app.clock.now() };
    child.send({ ...order, staffId: stand.hr.id } satisfies HoldOrder);
    const mine = await Promise.all(
      ids.slice(0, rounds / 2).map((id) =>
        app.api(routes.moveMeeting, { id, startsAt }, stand.hr.session).then(
          () => id,
          () => null,
        ),
      ),
    );
    const [theirs] = await answer;
    const won = [...mine.filter((id) => id !== null), ...theirs.won];
    expect(won, 'one of 24').to.have.length(1);
    expect(theirs.refused.every((code) => code === 'timeTaken')).to.equal(true);
    const held = await app.database.read(HeldTime).findBy({ interviewId: won[0] ?? '' });
    expect(held).to.have.length(6);
    const there = await app.database.read(MeetingRow).findBy({ startsAt });
    expect(there.map(({ interviewId }) => interviewId)).to.deep.equal(won);
  });
});

describe('rounds in DingTalk’s calendars', () => {
  let dingTalk: Emulator;
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    dingTalk = await startEmulator();
    const { base } = dingTalk;
    app = await startApp({
      env: {
        ...dingTalkSettings(base),
        DINGTALK_STREAM: 'off',
      },
    });
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'dingtalk', address: 'hr01' });
    await isKnownAs(app, stand.head, { channel: 'dingtalk', address: 'mgr01' });
  });
  after(async () => {
    await app.stop();
    await dingTalk.stop();
  });

  const entriesOf = async (walker: Walker) =>
    (await dingTalk.state()).calendar.filter(({ body }) =>
      JSON.stringify(body).includes(walker.applicationId),
    );
  const iso = (at: number) => `${new Date(at + 8 * hour).toISOString().slice(0, 19)}+08:00`;

  it('stand there without a name, move with the round, and go with it; what stands there is not offered', async () => {
    const walker = await passed(stand);
    const { interviewId, startsAt } = await app.database
      .read(MeetingRow)
      .findOneByOrFail({ applicationId: walker.applicationId });
    const [entry, ...more] = await entriesOf(walker);
    expect(more).to.deep.equal([]);
    expect(entry).to.deep.include({ owner: 'union-hr01', cancelled: false });
    expect(entry?.body.start).to.include({ dateTime: iso(startsAt) });
    expect(JSON.stringify(entry?.body)).not.to.include(walker.candidate.name);
    const { times, calendarRead } = await app.api(
      routes.meetingTimes,
      { id: interviewId },
      stand.hr.session,
    );
    expect(calendarRead).to.equal(true);
    const to = times.find((at) => at > startsAt + day) ?? 0;
    await app.api(routes.moveMeeting, { id: interviewId, startsAt: to }, stand.hr.session);
    await app.drainJobs();
    const [moved] = await entriesOf(walker);
    expect(moved).to.include({ changes: 1, id: entry?.id });
    expect(moved?.body.start).to.include({ dateTime: iso(to) });
    await app.api(routes.cancelMeeting, { id: interviewId }, stand.hr.session);
    await app.drainJobs();
    expect((await entriesOf(walker)).map(({ cancelled }) => cancelled)).to.deep.equal([true]);
  });

  it('leave out the time in which an interviewer has something else', async () => {
    const walker = await passed(stand);
    const { interviewId, startsAt } = await app.database
      .read(MeetingRow)
      .findOneByOrFail({ applicationId: walker.applicationId });
    const free = async () =>
      (await app.api(routes.meetingTimes, { id: interviewId }, stand.hr.session)).times;
    app.clock.advance(6 * 60_000); // what was read before is over
    const [first] = await free();
    const at = (moment: number) => ({ dateTime: iso(moment), timeZone: 'Asia/Shanghai' });
    const times = [{ start: at(first ?? 0), end: at((first ?? 0) + hour) }];
    await dingTalk.post('settings', { busy: { 'union-mgr01': times } });
    app.clock.advance(6 * 60_000);
    expect(await free()).not.to.include(first);
    const { people } = await app.api(routes.meetingTimes, { id: interviewId }, stand.hr.session);
    const taken = (id: string) =>
      people
        .find((one) => one.id === id)
        ?.busy.some(({ from, to }) => from <= (first ?? 0) && (first ?? 0) < to);
    expect([taken(stand.head.id), taken(stand.hr.id)]).to.deep.equal([true, false]);
    expect(startsAt).to.be.a('number');
  });
});
