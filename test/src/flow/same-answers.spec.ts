import { routes } from '@zhiyu/contracts/routes';
import { Consents } from '@zhiyu/server/privacy/consents.service';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { reportOf } from './look.js';
import {
  answerInText,
  answersOf,
  assessed,
  handIn,
  interviewing,
  next,
  aStand,
  type Stand,
  type Walker,
} from './walk.js';

const [story = '', count = ''] = answersOf('strong');
const copied = `您好，${story.replace('十二月', '十一月').replace('小王', '小李')}`;

/** Answered both questions with these words; handed in. */
async function answered(stand: Stand, texts: string[]): Promise<Walker> {
  const walker = await interviewing(stand);
  for (const text of texts) {
    await next(stand, walker);
    await answerInText(stand, walker, text);
  }
  await handIn(stand, walker);
  await stand.app.drainJobs();
  return walker;
}

describe('answers of two people in the same words', function () {
  this.timeout(90_000);
  let app: TestApp;
  let stand: Stand;
  let first: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    first = await assessed(stand);
  });
  after(() => app.stop());

  const answerOf = async (walker: Walker, place: number): Promise<string> =>
    (await reportOf(stand, walker)).answers[place]?.answerId ?? '';
  const same = (answerId: string, session = stand.hr.session) =>
    app.api(routes.sameAnswers, { answerId }, session);

  it('nobody else has answered yet', async () => {
    const found = await same(await answerOf(first, 0));
    expect(found).to.deep.equal({ compared: 0, matches: [] });
  });

  it('are shown with both passages and the share, and move no score', async () => {
    const before = await reportOf(stand, first);
    const other = await answered(stand, [copied, answersOf('weak')[1] ?? '']);
    const { compared, matches } = await same(await answerOf(other, 0));
    expect(compared).to.equal(1);
    const [match] = matches;
    expect(match?.share).to.be.within(0.85, 1);
    expect(match?.applicationId).to.equal(first.applicationId);
    expect(match?.candidateName).to.equal(first.candidate.name);
    expect(copied).to.contain(match?.quote);
    expect(story).to.contain(match?.otherQuote);
    expect(match?.quote.length).to.be.above(30);
    expect((await same(await answerOf(other, 1))).matches).to.deep.equal([]);
    expect(await reportOf(stand, first)).to.deep.equal(before);
    expect((await reportOf(stand, other)).dimensions.map(({ code }) => code)).to.have.length.above(
      0,
    );
  });

  it('who takes back the consent to machine assessment is neither compared nor found', async () => {
    const third = await answered(stand, [copied, count]);
    const answerId = await answerOf(first, 0);
    expect((await same(answerId)).compared).to.equal(2);
    const of = { companyId: stand.company.id, personId: '', applicationId: third.applicationId };
    const text = { textVersion: '2026-11', locale: 'zh' as const };
    await app.database.transaction((tx) =>
      app.get(Consents).give(tx, { ...of, ...text }, { automatedAssessment: false }),
    );
    const { compared, matches } = await same(answerId);
    expect(compared).to.equal(1);
    expect(matches.map(({ applicationId }) => applicationId)).not.to.include(third.applicationId);
  });

  it('another company finds nothing, and without the right nobody looks', async () => {
    const answerId = await answerOf(first, 0);
    const stranger = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    await refused(same(answerId, stranger.session), 'notFound');
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
    await refused(same(answerId, auditor.session), 'notAllowed');
  });
});
