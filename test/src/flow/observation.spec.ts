import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { TranscriptRow } from '@zhiyu/server/interviews/entities/interview.entity';
import { RetentionJob } from '@zhiyu/server/interviews/media/retention.job';
import { FaceBatch, InterviewFact } from '@zhiyu/server/interviews/observation/observation.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { aFaceSecond, aFact } from '../harness/world.js';
import {
  allConsents,
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  day,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  invited,
  minute,
  next,
  signInAgain,
  type Stand,
  type Walker,
} from './walk.js';

const ground = '客户接待岗，经员工代表同意';
const watching = (content: PositionContent): PositionContent => ({
  ...content,
  plan: { ...content.plan, faceObservation: { on: true, lawfulGround: ground } },
});
const withFace = { ...allConsents, facialObservation: true };
const noFace = { ...withFace, facialObservation: false };

describe('what is observed beside the answers', () => {
  let app: TestApp;
  let plain: Stand;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    plain = await aStand(app);
    stand = await aStand(app, watching);
  });
  after(() => app.stop());
  beforeEach(async () => {
    await signInAgain(plain);
    await signInAgain(stand);
  });

  const tell = ({ session }: Walker, ...facts: ReturnType<typeof aFact>[]) =>
    app.api(routes.noteFacts, { facts }, session);
  const own = ({ session }: Walker) => app.api(routes.ownFacts, {}, session);
  const seenBy = async (of: Stand, walker: Walker) => {
    const { interviewId } = await interviewOf(of, walker);
    return app.api(routes.observation, { id: interviewId }, of.hr.session);
  };
  const rowsOf = async ({ applicationId }: Walker) => [
    await app.database.read(FaceBatch).countBy({ applicationId }),
    await app.database.read(InterviewFact).countBy({ applicationId }),
  ];
  /** One answer by camera with these batches of one second each. */
  const observed = async (walker: Walker, batches: number[]): Promise<void> => {
    const { attemptId } = await begin(stand, walker, 'camera');
    for (const batch of batches) {
      const input = { attemptId, batch, seconds: [aFaceSecond(batch)] };
      await app.api(routes.noteFace, input, walker.session);
    }
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
  };

  describe('facts', () => {
    it('have a time and a place, are the same for candidate and HR, and told twice are one', async () => {
      const walker = await interviewing(plain);
      const { answerId } = await currentOf(plain, walker);
      app.clock.advance(minute);
      const left = aFact({ at: app.clock.now() - 20_000, seconds: 12, answerId });
      const camera = aFact({
        ...{ kind: 'otherCamera' as const, at: app.clock.now() },
        ...{ seconds: 0, detail: 'OBS Virtual' },
      });
      await tell(walker, left, camera);
      await tell(walker, left);
      const { facts, open } = await own(walker);
      expect(open).to.equal(true);
      expect(facts.map((one) => [one.kind, one.seconds, one.questionIndex])).to.deep.equal([
        ['left', 12, 0],
        ['otherCamera', 0, null],
      ]);
      expect(facts[0]?.at).to.equal(left.at);
      expect((await seenBy(plain, walker)).facts).to.deep.equal(facts);
    });

    it('are cut to the time of the interview and to so many, whatever a page tells', async () => {
      const walker = await interviewing(plain);
      const now = app.clock.now();
      await tell(
        walker,
        aFact({ at: 1, seconds: 7_000 }),
        aFact({ at: now + day, seconds: 7_000 }),
      );
      const { facts } = await own(walker);
      for (const { at, seconds } of facts) {
        expect(at).to.be.within(now - minute, app.clock.now());
        expect(seconds).to.be.at.most(60);
      }
      for (let page = 0; page < 6; page++) {
        await tell(walker, ...Array.from({ length: 40 }, () => aFact({ at: now })));
      }
      expect((await own(walker)).facts).to.have.length(200);
    });

    it("stand beside the candidate's reason, word for word, until three days after the end", async () => {
      const walker = await interviewing(plain);
      await tell(walker, aFact({ at: app.clock.now() }));
      const id = (await own(walker)).facts[0]?.id ?? '';
      const explain = (reason: string) =>
        app.api(routes.explainFact, { id, reason }, walker.session);
      await explain('孩子敲门，去开了一下');
      expect((await seenBy(plain, walker)).facts[0]?.reason).to.equal('孩子敲门，去开了一下');
      const other = await interviewing(plain);
      const foreign = { id, reason: '不是我的' };
      await refused(app.api(routes.explainFact, foreign, other.session), 'notFound');
      await answerInText(plain, walker, answersOf('strong')[0] ?? '');
      await handIn(plain, walker);
      await explain('孩子敲门');
      app.clock.advance(4 * day);
      expect((await own(walker)).open).to.equal(false);
      await refused(explain('晚了'), 'interviewClosed');
    });

    it('of faces are taken only from who agreed to be observed', async () => {
      const walker = await interviewing(stand, noFace);
      await tell(walker, aFact({ kind: 'secondFace', at: app.clock.now() }));
      expect((await own(walker)).facts).to.deep.equal([]);
      const agreed = await interviewing(stand, withFace);
      await tell(agreed, aFact({ kind: 'noFace', at: app.clock.now() }));
      expect((await own(agreed)).facts.map((one) => one.kind)).to.deep.equal(['noFace']);
    });

    it('change no score: the same words with and without them have the same report', async () => {
      const totals: (number | null)[] = [];
      for (const noisy of [false, true]) {
        const walker = await interviewing(plain);
        for (const text of answersOf('middling')) {
          await next(plain, walker);
          await answerInText(plain, walker, text);
          if (noisy) {
            await tell(walker, aFact({ at: app.clock.now(), seconds: 300 }));
            await tell(walker, aFact({ kind: 'pasted', at: app.clock.now() }));
          }
        }
        const { interviewId } = await interviewOf(plain, walker);
        await handIn(plain, walker);
        await app.drainJobs();
        const view = await app.api(routes.report, { id: interviewId }, plain.hr.session);
        totals.push(view.report.total.value);
      }
      expect(totals[0]).to.be.a('number');
      expect(totals[1]).to.equal(totals[0]);
    });
  });

  describe('the face', () => {
    it('is nothing to agree to where the position does not ask, and a consent given anyway is none', async () => {
      const walker = await invited(plain);
      expect((await interviewOf(plain, walker)).asked).to.deep.equal([]);
      const after = await app.api(routes.giveConsents, withFace, walker.session);
      expect(after.consents.facialObservation).to.equal(null);
      expect((await seenBy(plain, walker)).face).to.equal('notUsed');
    });

    it('is asked about where the position says so, and only with a lawful ground', async () => {
      const walker = await invited(stand);
      expect((await interviewOf(stand, walker)).asked).to.deep.equal(['facialObservation']);
      const { id } = stand.position;
      const detail = await app.api(routes.position, { id }, stand.hr.session);
      const plan = { ...detail.content.plan, faceObservation: { on: true, lawfulGround: ' ' } };
      const content = { ...detail.content, plan };
      const save = { id, baseVersion: detail.version, content, note: '' };
      await refused(app.api(routes.savePosition, save, stand.hr.session), 'legalGroundMissing');
    });

    it('refused is not observed: numbers are not taken, and HR reads that it was refused', async () => {
      const walker = await interviewing(stand, noFace);
      const { attemptId } = await begin(stand, walker, 'camera');
      const input = { attemptId, batch: 0, seconds: [aFaceSecond(0)] };
      await refused(app.api(routes.noteFace, input, walker.session), 'consentMissing');
      expect((await seenBy(stand, walker)).face).to.equal('refused');
    });

    it('is numbers by the second, in order, each batch once, of the chosen answer alone', async () => {
      const walker = await interviewing(stand, withFace);
      expect((await seenBy(stand, walker)).face).to.equal('nothing');
      await observed(walker, [1, 0, 1]);
      const { face, tracks } = await seenBy(stand, walker);
      expect(face).to.equal('observed');
      expect(tracks.map((one) => one.questionIndex)).to.deep.equal([0]);
      expect(tracks[0]?.seconds).to.deep.equal([aFaceSecond(0), aFaceSecond(1)]);
      const stored = JSON.stringify(await app.database.read(FaceBatch).find());
      expect(stored, 'sealed').not.to.include('neutral');
    });

    it('is forgotten when the consent is taken back, and with the recordings', async () => {
      const first = await interviewing(stand, withFace);
      await observed(first, [0]);
      await tell(first, aFact({ at: app.clock.now() }), aFact({ kind: 'noFace', at: 0 }));
      await app.api(routes.giveConsents, noFace, first.session);
      await app.drainJobs();
      expect(await rowsOf(first)).to.deep.equal([0, 1]);

      const second = await interviewing(stand, withFace);
      await observed(second, [0]);
      await tell(second, aFact({ at: app.clock.now() }));
      await app.api(routes.withdraw, {}, second.session);
      await app.get(RetentionJob).run();
      expect(await rowsOf(second), 'kept as long as the recording').to.deep.equal([1, 1]);
      app.clock.advance(181 * day);
      await app.get(RetentionJob).run();
      expect(await rowsOf(second)).to.deep.equal([0, 0]);
    });
  });

  describe("the browser's recognition", () => {
    const agreeing = { ...allConsents, browserRecognition: true };

    it('is asked about only where the company allows it, and heard words are marked and corrected', async () => {
      const before = await interviewing(plain, agreeing);
      expect((await interviewOf(plain, before)).asked).to.deep.equal([]);
      const first = await begin(plain, before, 'voice');
      const early = { attemptId: first.attemptId, text: '我先道歉' };
      await refused(app.api(routes.noteCaptions, early, before.session), 'consentMissing');

      const admin = await aStaff(app, { company: plain.company, roles: ['admin'] });
      await app.api(routes.changeCompany, { browserRecognition: true }, admin.session);
      const walker = await interviewing(plain, agreeing);
      const { attemptId } = await begin(plain, walker, 'voice');
      const heard = { attemptId, text: '我先到欠' };
      await app.api(routes.noteCaptions, heard, walker.session);
      await finishAttempt(plain, walker, attemptId);
      expect((await currentOf(plain, walker)).attempts[0]).to.include({
        words: '我先到欠',
        wordsFrom: 'engine',
      });
      const right = { attemptId, text: '我先道歉' };
      await app.api(routes.writeTranscript, right, walker.session);
      expect((await currentOf(plain, walker)).attempts[0]).to.include({
        words: '我先道歉',
        wordsFrom: 'candidate',
      });
      const kept = await app.database.read(TranscriptRow).findBy({ attemptId });
      expect(kept.map((one) => [one.origin, one.engine])).to.have.deep.members([
        ['engine', 'browser'],
        ['candidate', null],
      ]);
      await app.api(routes.changeCompany, { browserRecognition: false }, admin.session);
    });
  });

  it('going on at another device is a fact; reloading the page is none', async () => {
    const walker = await interviewing(plain);
    const { attemptId } = await begin(plain, walker);
    await begin(plain, walker);
    await finishAttempt(plain, walker, attemptId, { text: '好的。' });
    await choose(plain, walker, attemptId);
    expect((await own(walker)).facts).to.deep.equal([]);
    await app.api(routes.nextQuestion, {}, walker.session);
    const { digits } = await app.api(routes.deviceCode, {}, walker.session);
    const session = new TestSession();
    const { challenge } = await app.api(routes.exchange, { token: walker.token }, session);
    await app.api(routes.enterCode, { challenge: challenge ?? '', digits }, session);
    const phone = { ...walker, session };
    await begin(plain, phone);
    const { facts } = await own(phone);
    expect(facts.map((one) => [one.kind, one.questionIndex])).to.deep.equal([['otherDevice', 1]]);
  });
});
