import { routes } from '@zhiyu/contracts/routes';
import {
  Answer,
  AskedQuestion,
  AttemptRow,
  Interview,
} from '@zhiyu/server/interviews/entities/interview.entity';
import { Transcripts } from '@zhiyu/server/interviews/transcripts.service';
import type { Tx } from '@zhiyu/server/platform/database/database';
import { newId } from '@zhiyu/server/platform/time/ids';
import { Consents } from '@zhiyu/server/privacy/consents.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { longAnswer } from '../scoring/long-answers.js';
import { reportOf } from './look.js';
import { assessed, aStand, type Stand } from './walk.js';

const count = 300;
const characters = 1500;

/** A row with something else in some of its columns. */
const copied = <T extends object, O extends object>(row: T, over: O) =>
  Object.assign({}, row, over);

/** The first answer of somebody, once more under an application of its own, in these words. */
async function plant(tx: Tx, app: TestApp, from: string, words: string): Promise<void> {
  const { manager, now } = tx;
  const applicationId = newId(now);
  const application = await manager.findOneByOrFail(Application, { id: from });
  await manager.insert(Application, copied(application, { id: applicationId, tokenHash: null }));
  const interview = await manager.findOneByOrFail(Interview, { applicationId: from });
  const interviewId = newId(now);
  await manager.insert(
    Interview,
    copied(interview, { id: interviewId, applicationId, tokenHash: null, token: null }),
  );
  const first = { interviewId: interview.id, position: 0 };
  const asked = await manager.findOneByOrFail(AskedQuestion, first);
  const answer = await manager.findOneByOrFail(Answer, { questionId: asked.id });
  const attempt = await manager.findOneByOrFail(AttemptRow, { answerId: answer.id });
  const [questionId, answerId, attemptId] = [newId(now), newId(now), newId(now)];
  await manager.insert(AskedQuestion, copied(asked, { id: questionId, interviewId }));
  await manager.insert(
    Answer,
    copied(answer, { id: answerId, interviewId, questionId, chosenAttemptId: attemptId }),
  );
  const planted = copied(attempt, { id: attemptId, answerId });
  await manager.insert(AttemptRow, planted);
  await app.get(Transcripts).write(tx, {
    ...{ attempt: planted, origin: 'candidate', engine: null, locale: 'zh', writtenBy: null },
    segments: [{ text: words, from: null, to: null, confidence: null }],
  });
  const { companyId, personId } = application;
  const whose = { companyId, personId, applicationId, textVersion: '2026-11', locale: 'zh' };
  await app.get(Consents).give(tx, whose, { automatedAssessment: true });
}

describe('an answer compared with those of three hundred others', function () {
  this.timeout(180_000);
  let app: TestApp;
  let stand: Stand;
  let answerId: string;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const first = await assessed(stand);
    const own = await assessed(stand);
    answerId = (await reportOf(stand, own)).answers[0]?.answerId ?? '';
    for (let from = 0; from < count; from += 50) {
      await app.database.transaction(async (tx) => {
        for (let i = from; i < from + 50; i += 1) {
          await plant(tx, app, first.applicationId, longAnswer(i, characters));
        }
      });
    }
  });
  after(() => app.stop());

  it('leaves the event loop free: other requests are answered meanwhile', async () => {
    const { session } = stand.hr;
    const other = { answered: 0, asked: true, longest: 0 };
    const from = performance.now();
    const asking = app.api(routes.sameAnswers, { answerId }, session).finally(() => {
      other.asked = false;
    });
    while (other.asked) {
      const sent = performance.now();
      await app.client.raw('/api/health/live');
      other.answered += 1;
      other.longest = Math.max(other.longest, performance.now() - sent);
    }
    const { compared } = await asking;
    const whole = performance.now() - from;
    expect(compared).to.equal(count);
    expect(other.answered).to.be.above(3);
    expect(other.longest / whole, 'longest wait of another, by the whole').to.be.below(0.5);
  });
});
