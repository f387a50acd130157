import { routes } from '@zhiyu/contracts/routes';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { expect } from 'chai';
import { type AStaff, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { looksAgain } from './pass-rate-walk.js';
import { answerInText, answersOf, aStand, handIn, interviewing, next, type Stand } from './walk.js';

const people = 6;

describe('the share of passes without one question (R14)', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
  });
  after(() => app.stop());

  /** The first question answered well, the second badly; turned down. */
  async function turnedDown(): Promise<void> {
    const walker = await interviewing(stand);
    for (const text of [answersOf('strong')[0], answersOf('weak')[1]]) {
      await next(stand, walker);
      await answerInText(stand, walker, text ?? '');
    }
    await handIn(stand, walker);
    await app.drainJobs();
    const why = { kind: 'reject' as const, reason: 'belowRequirement' as const, note: '' };
    await app.api(routes.decide, { id: walker.applicationId, ...why }, stand.hr.session);
  }

  /** How many would reach the line had this question never been asked, by scoring everybody anew. */
  async function recount(question: string): Promise<number> {
    const rows = await app.database.read(ReportRow).find();
    const kept = await Promise.all(rows.map(({ id }) => app.get(Reports).kept(id)));
    return kept.filter((one) => {
      const input = one?.snapshot;
      const answers = input?.answers.filter((answer) => answer.question.code !== question) ?? [];
      const { value } = input ? assess({ ...input, answers }).total : { value: null };
      return value !== null && value >= stand.position.content.model.threshold;
    }).length;
  }

  it('is told for each question of the plan as a recount has it, beside the alert', async () => {
    for (let n = 0; n < people; n++) {
      await turnedDown();
    }
    const limits = { leastDecided: people, limit: 60, days: 30 };
    await app.api(routes.savePassLimits, limits, admin.session);
    await looksAgain(app);
    const { alerts } = await app.api(routes.passAlerts, {}, stand.hr.session);
    const id = alerts[0]?.id ?? '';
    const { questions, now } = await app.api(routes.passAlert, { id }, stand.hr.session);
    expect(now).to.deep.equal({ passed: 0, decided: people });
    const { plan } = stand.position.content;
    expect(questions).to.have.length(plan.questionCodes.length);
    for (const { number, ...one } of questions) {
      const code = plan.questionCodes[number - 1] ?? '';
      expect(one).to.include({ asked: people, decided: people, bankCode: null });
      expect(one.passed, code).to.equal(await recount(code));
    }
    const [most, least] = questions;
    expect(most, 'the second question keeps them away').to.include({ number: 2, passed: people });
    expect(least).to.include({ number: 1, passed: 0 });
    expect(JSON.stringify(questions)).to.not.include('陈');
  });
});
