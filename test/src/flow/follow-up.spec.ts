import { routes } from '@zhiyu/contracts/routes';
import type { PositionContent } from '@zhiyu/contracts/position';
import { AskedQuestion, Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { NextQuestion } from '@zhiyu/server/interviews/next-question';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { reportOf } from './look.js';
import {
  allConsents,
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  next,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const withFollowUps =
  (followUps: number) =>
  (content: PositionContent): PositionContent => ({
    ...content,
    plan: { ...content.plan, followUps },
  });

/** So that every dimension that was measured at all is good enough, or none is. */
const requiring =
  (requirement: number) =>
  (content: PositionContent): PositionContent => {
    const { dimensions } = content.model;
    const changed = dimensions.map((one) => ({ ...one, requirement }));
    return withFollowUps(2)({ ...content, model: { ...content.model, dimensions: changed } });
  };

/** Tells of a group, not of the candidate. */
const ofUs =
  '去年十二月一位阿姨来退剪了吊牌的羽绒服，我们请她坐下，跟她解释了规定，换了大一码，最后她满意地走了，前后十分钟。';
const ownPart = '我自己负责接待，先请她坐下听她说完，道歉以后跟她解释规定，再提出换一件。';
const [strong = ''] = answersOf('strong');

describe('a follow-up question', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app, withFollowUps(2));
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const questionsOf = async ({ applicationId }: Walker) => {
    const { id } = await app.database.read(Interview).findOneByOrFail({ applicationId });
    const order = { position: 'ASC' as const };
    return app.database.read(AskedQuestion).find({ where: { interviewId: id }, order });
  };

  it('is there as soon as the answer is given, says that it is one, why, and takes up own words', async () => {
    const walker = await interviewing(stand);
    const { minutes } = await interviewOf(stand, walker);
    await answerInText(stand, walker, ofUs);
    const after = await interviewOf(stand, walker);
    expect(after).to.include({ questionCount: 3, answered: 1, decidingUntil: null });
    expect(after.minutes, 'within the minutes that were announced').to.equal(minutes);
    await next(stand, walker);
    const current = await currentOf(stand, walker);
    expect(current).to.include({ kind: 'followUp', reason: '想听您自己的那一部分', index: 1 });
    expect(current.text).to.match(/^您说到“.+”。这里面您自己做了哪些/);
    const quote = /“(.+?)”/.exec(current.text)?.[1] ?? '';
    expect(ofUs).to.include(quote.replace(/…$/, ''));
    await answerInText(stand, walker, ownPart);
    await next(stand, walker);
    expect(await currentOf(stand, walker), 'the plan goes on').to.include({
      kind: 'planned',
      index: 2,
    });
  });

  it('keeps what it takes up sealed', async () => {
    const walker = await interviewing(stand);
    await answerInText(stand, walker, ofUs);
    const [, followUp] = await questionsOf(walker);
    expect(followUp?.said).to.be.a('string');
    expect(JSON.stringify(followUp)).not.to.match(/羽绒服|阿姨|我们请/);
  });

  it('is not asked where everything was told, of nonsense, or where the position has none', async () => {
    const easy = await aStand(app, requiring(10));
    const told = await interviewing(easy);
    await answerInText(easy, told, strong);
    const codes = (await questionsOf(told)).map(({ kind }) => kind);
    expect(codes).to.deep.equal(['planned', 'planned']);
    const nonsense = await interviewing(stand);
    await answerInText(stand, nonsense, '哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈');
    expect(await questionsOf(nonsense)).to.have.length(2);
    const off = await aStand(app, withFollowUps(0));
    const walker = await interviewing(off);
    await answerInText(off, walker, ofUs);
    expect((await interviewOf(off, walker)).questionCount).to.equal(2);
  });

  it('asks once more about a dimension that is low, where everything was told', async () => {
    const hard = await aStand(app, requiring(100));
    const walker = await interviewing(hard);
    await answerInText(hard, walker, strong);
    await next(hard, walker);
    const { kind, reason, text } = await currentOf(hard, walker);
    expect(kind).to.equal('followUp');
    expect(reason).to.match(/^想多了解“.+”$/);
    expect(text).to.include('请再讲一件');
  });

  it('is asked at most as often as the position says, and never about a follow-up', async () => {
    const one = await aStand(app, withFollowUps(1));
    const walker = await interviewing(one);
    for (let answered = 0; answered < 3; answered++) {
      await next(one, walker);
      await answerInText(one, walker, ofUs);
    }
    const kinds = (await questionsOf(walker)).map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['planned', 'followUp', 'planned']);
  });

  it('is not asked without consent to the assessment', async () => {
    const walker = await interviewing(stand);
    const { attemptId } = await begin(stand, walker);
    await finishAttempt(stand, walker, attemptId, { text: ofUs });
    const refusal = { ...allConsents, automatedAssessment: false };
    await app.api(routes.giveConsents, refusal, walker.session);
    await choose(stand, walker, attemptId);
    expect((await interviewOf(stand, walker)).questionCount).to.equal(2);
  });

  it('does not come late: the question that is open stays', async () => {
    const off = await aStand(app, requiring(10));
    const walker = await interviewing(off);
    const { answerId } = await currentOf(off, walker);
    await answerInText(off, walker, strong);
    await next(off, walker);
    const before = await currentOf(off, walker);
    const { interviewId } = await interviewOf(off, walker);
    await app.get(NextQuestion).after(interviewId, answerId);
    expect(await currentOf(off, walker)).to.include({ answerId: before.answerId, index: 1 });
    expect((await interviewOf(off, walker)).questionCount).to.equal(2);
  });

  describe('in the report', () => {
    async function assessedWith(reply: string): Promise<{ walker: Walker }> {
      const walker = await interviewing(stand);
      await answerInText(stand, walker, ofUs);
      await next(stand, walker);
      await answerInText(stand, walker, reply);
      await next(stand, walker);
      await answerInText(stand, walker, answersOf('strong')[1] ?? '');
      await handIn(stand, walker);
      await app.drainJobs();
      return { walker };
    }

    it('is read together with its question, and evidence points at the answer it stands in', async () => {
      const { walker } = await assessedWith(ownPart);
      const report = await reportOf(stand, walker);
      const [first, followUp] = report.answers;
      expect(followUp).to.include({ kind: 'followUp', reason: '想听您自己的那一部分', gate: null });
      expect(followUp?.question).to.match(/^您说到“/);
      const words = new Map(
        report.answers.map((one) => [
          one.answerId,
          (one.transcript?.segments ?? []).map(({ text }) => text).join(''),
        ]),
      );
      const evidence = report.dimensions.flatMap((one) => one.evidence);
      for (const { answerId, quote, start, end } of evidence) {
        expect(words.get(answerId)?.slice(start, end)).to.equal(quote);
      }
      const places = evidence.map(({ answerId }) => answerId);
      expect(places).to.include(first?.answerId);
      expect(places, 'the follow-up was read').to.include(followUp?.answerId);
      const alone = await assessedWith('没有了');
      const without = await reportOf(stand, alone.walker);
      expect(report.total.value).to.be.above(without.total.value ?? 100);
    });

    it('that says nothing leaves its question as it was', async () => {
      const { walker } = await assessedWith('没有了');
      const report = await reportOf(stand, walker);
      const silent = await assessedWith('哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈');
      const again = await reportOf(stand, silent.walker);
      expect(again.total).to.deep.equal(report.total);
    });

    it('stands on the own page with the words it took up', async () => {
      const { walker } = await assessedWith(ownPart);
      const { answers } = await statusOf(stand, walker);
      expect(answers).to.have.length(3);
      expect(answers[1]?.question).to.match(/^您说到“/);
    });
  });
});
