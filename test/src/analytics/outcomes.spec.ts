import type { Outcomes } from '@zhiyu/contracts/outcomes';
import { differenceOf } from '@zhiyu/contracts/rate';
import { routes } from '@zhiyu/contracts/routes';
import { openedOn } from '@zhiyu/server/interviews/opened-on';
import { Answer, AttemptRow, Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { SurveyDone } from '@zhiyu/server/interviews/entities/survey.entity';
import {
  Application,
  Decision,
  PromiseRow,
} from '@zhiyu/server/recruiting/entities/application.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { anApplication, type AnApplication } from '../factories/application.js';
import {
  type ACompany,
  aCompany,
  type AStaff,
  aStaff,
  anotherSession,
} from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const hour = 3_600_000;
const day = 24 * hour;

describe('outcome figures', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let other: AStaff;
  let position: APosition;
  let people: AnApplication[];
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    other = await aStaff(app, { company, roles: ['hr'] });
    position = await aPosition(app, { company, ownerId: hr.id });
    people = [];
    for (let n = 0; n < 8; n++) {
      people.push(await anApplication(app, { position }));
    }
    await app.drainJobs();
    for (const { id } of people) {
      await app.api(routes.invite, { id }, hr.session);
    }
    await app.drainJobs();
  });
  after(() => app.stop());

  const ask = async (days: '30' | '91' = '30', who = hr, scope: 'all' | 'mine' = 'all') =>
    app.api(routes.outcomes, { days, scope }, await anotherSession(app, who));
  const fresh = async (...of: Parameters<typeof ask>): Promise<Outcomes> => {
    app.clock.advance(2 * 60_000);
    return ask(...of);
  };
  const idOf = (n: number) => people[n]?.id ?? '';
  const interview = (n: number, change: Partial<Interview>) =>
    app.database.read(Interview).update({ applicationId: idOf(n) }, change);
  const rateOf = ({ rates }: Outcomes, name: string) => rates.find((one) => one.name === name);
  const timeOf = ({ times }: Outcomes, name: string) => times.find((one) => one.name === name);
  const interviewOf = (n: number) =>
    app.database.read(Interview).findOneByOrFail({ applicationId: idOf(n) });

  /** Of an even number of people: the mean of the two in the middle. */
  const middleOfWaits = async (): Promise<number> => {
    const rows = await app.database.read(Interview).findBy({ companyId: company.id });
    const spans: number[] = [];
    for (const { applicationId: id, createdAt } of rows) {
      const of = await app.database.read(Application).findOneByOrFail({ id });
      spans.push(createdAt - of.createdAt);
    }
    const [low = 0, high = 0] = spans.sort((a, b) => a - b).slice(spans.length / 2 - 1);
    return (low + high) / 2;
  };

  it('count a way only once it has come to an end, each step by what was done', async () => {
    const now = app.clock.now();
    const handedIn = { state: 'finished' as const, startedAt: now, finishedAt: now };
    await interview(0, { ...handedIn, openedOn: 'wecom:android' });
    await interview(1, { ...handedIn, openedOn: 'wecom:android' });
    await interview(2, { state: 'expired', openedOn: 'browser:computer' });
    await interview(3, { state: 'expired', openedOn: 'wecom:android', device: { mode: 'text' } });
    await interview(4, { state: 'expired', startedAt: null, finishedAt: null });
    await interview(5, { state: 'cancelled' });
    // 5 by the company, 6 and 7 still open: they say nothing yet.
    const seen = await fresh();
    expect(seen.steps.map(({ step, now: count }) => [step, count])).to.deep.equal([
      ['invited', 5],
      ['opened', 4],
      ['consented', 3],
      ['checked', 3],
      ['answered', 2],
      ['finished', 2],
    ]);
    expect(rateOf(seen, 'completion')?.now).to.deep.equal({ hits: 2, of: 5 });
    expect(seen.places).to.have.deep.members([
      { app: 'wecom', device: 'android', hits: 2, of: 3 },
      { app: 'browser', device: 'computer', hits: 0, of: 1 },
      { app: '', device: '', hits: 0, of: 1 },
    ]);
  });

  it('count who left: withdrawn, and those who let the only interview pass', async () => {
    await app.database
      .read(Application)
      .update({ id: idOf(6) }, { stage: 'withdrawn', furthest: 'aiInterview' });
    const { now } = rateOf(await fresh(), 'loss') ?? {};
    expect(now).to.deep.equal({ hits: 4, of: 8 });
  });

  it('are medians of what took so long, from the rows themselves', async () => {
    const waits = [1, 2, 5, 30];
    const now = app.clock.now();
    for (const [n, hours] of waits.entries()) {
      const id = idOf(n);
      await app.database.read(Application).update({ id }, { createdAt: now - hours * hour - 1 });
      await interview(n, { createdAt: now - 1, finishedAt: now });
      await app.database
        .read(Decision)
        .update({ applicationId: id, round: 1 }, { at: now + hours * hour });
    }
    const notice = timeOf(await fresh(), 'notice')?.now;
    expect(notice?.of).to.equal(8);
    expect(notice?.medianMs).to.be.closeTo(await middleOfWaits(), 1);
    const screened = timeOf(await fresh(), 'firstScreening')?.now;
    expect(screened?.of).to.equal(8);
    // Decisions before handing in answer nobody who waits for a result: only the two handed in count.
    expect(timeOf(await fresh(), 'result')?.now).to.deep.equal({ medianMs: 1.5 * hour, of: 2 });
    expect(timeOf(await fresh(), 'cycle')?.now).to.deep.equal({ medianMs: null, of: 0 });
  });

  it('count answers and decisions made without typing, promises in time, and surveys', async () => {
    const { id: interviewId } = await interviewOf(0);
    const answers = app.database.read(Answer);
    const [personId = ''] = people.map((one) => one.personId);
    for (const mode of ['camera', 'voice', 'text'] as const) {
      const ids = { companyId: company.id, interviewId, questionId: newId(app.clock.now()) };
      const attemptId = newId(app.clock.now());
      const answerId = newId(app.clock.now());
      await answers.insert({
        ...{ ...ids, id: answerId, state: 'done', thinkingEndsAt: null },
        ...{ chosenAttemptId: attemptId, chosenAt: app.clock.now() },
      });
      await app.database.read(AttemptRow).insert({
        ...{ id: attemptId, companyId: company.id, answerId, personId, mode, state: 'finished' },
        ...{ session: null, startedAt: 0, endsAt: 0, heardAt: null, finishedAt: 0, seconds: 3 },
        ...{ offline: false, pasted: false, recognition: 'none' },
      });
    }
    await app.database.read(SurveyDone).insert({
      ...{ applicationId: idOf(0), companyId: company.id, at: app.clock.now() },
    });
    const dueAt = app.clock.now() - day;
    for (const state of ['kept', 'broken', 'open'] as const) {
      await app.database.read(PromiseRow).insert({
        ...{ id: newId(dueAt), companyId: company.id, applicationId: idOf(0) },
        ...{ kind: 'answerInterview', state, madeAt: dueAt - day, dueAt, keptAt: null },
        byStaffId: null,
      });
    }
    app.clock.advance(31 * hour);
    const seen = await fresh();
    // Eight invitations by one press each, and three answers of which one was typed.
    expect(rateOf(seen, 'handsFree')?.now).to.deep.equal({ hits: 10, of: 11 });
    expect(rateOf(seen, 'surveyed')?.now).to.deep.equal({ hits: 1, of: 2 });
    const promises = rateOf(seen, 'promises')?.now;
    const rows = await app.database.read(PromiseRow).findBy({ companyId: company.id });
    const due = rows.filter((one) => one.dueAt < app.clock.now());
    const kept = due.filter(({ state }) => state === 'kept');
    expect(promises).to.deep.equal({ hits: kept.length, of: due.length });
  });

  it('stand beside the period before, and few people say nothing', async () => {
    expect(rateOf(await fresh(), 'completion')?.say).to.equal('few');
    app.clock.advance(30 * day);
    const seen = await fresh();
    expect(rateOf(seen, 'completion')?.now.of).to.equal(0);
    expect(rateOf(seen, 'completion')?.before).to.deep.equal({ hits: 2, of: 5 });
    expect(rateOf(await fresh('91'), 'completion')?.now).to.deep.equal({ hits: 2, of: 5 });
  });

  it('are of the positions that the reader asks for: all, or those one is responsible for', async () => {
    expect(rateOf(await fresh('91', other), 'completion')?.now.of).to.equal(5);
    expect(rateOf(await fresh('91', other, 'mine'), 'completion')?.now.of).to.equal(0);
    expect(rateOf(await fresh('91', hr, 'mine'), 'completion')?.now.of).to.equal(5);
  });
});

describe('the difference of two shares', () => {
  it('agrees with the published example of method 10', () => {
    // Newcombe 1998, table II: 56/70 against 48/80 is 0.2000 with 0.0524 to 0.3339.
    const found = differenceOf({ hits: 56, of: 70 }, { hits: 48, of: 80 });
    expect(found?.by).to.be.closeTo(0.2, 1e-9);
    expect(found?.low).to.be.closeTo(0.0524, 1e-3);
    expect(found?.high).to.be.closeTo(0.3339, 1e-3);
    expect(differenceOf({ hits: 0, of: 0 }, { hits: 1, of: 2 })).to.equal(null);
  });
});

describe('where a page was opened', () => {
  const agents: [string | undefined, string | null][] = [
    [undefined, null],
    ['', null],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 AliApp(DingTalk/7.6.0) com.laiwang.DingTalk/1 Channel/201200',
      'dingtalk:ios',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; ANY) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.20 MicroMessenger/7.0.1 Language/zh',
      'wecom:android',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; ANY) AppleWebKit/537.36 Chrome/107 Mobile MicroMessenger/8.0.47 WeChat/arm64',
      'wechat:android',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36', 'browser:computer'],
  ];
  for (const [agent, where] of agents) {
    it(`is ${where ?? 'not told'} for ${(agent ?? 'nothing').slice(0, 40) || 'nothing'}`, () => {
      expect(openedOn(agent)).to.equal(where);
    });
  }
});
