import { monitorEventLoopDelay } from 'node:perf_hooks';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { ThreadPool } from '@zhiyu/server/scoring/assessing/thread-pool';
import type { Likeness } from '@zhiyu/server/scoring/same-answers/likeness';
import type { Report, Transcript } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';
import { longAnswer } from './long-answers.js';

const own = new URL(
  'assessing/assess.worker.js',
  import.meta.resolve('@zhiyu/server/scoring/report.job').replace(/[^/]*$/, ''),
);
const crashing = new URL('./crashing.worker.js', import.meta.url);

/** An interview of six long answers. */
function interview(number: number) {
  const { model } = aQuestion('store-staff', 'return-conflict');
  const told = gradedQuestions.filter(({ locale }) => locale === 'zh').slice(0, 6);
  const answers = told.map((one) =>
    anAnswer(aQuestion(one.position, one.question).question, one.strong.repeat(4)),
  );
  return { ...anInterview(model, answers), interviewId: `interview-${String(number)}` };
}

/** Runs it. @returns what it gives, and the longest turn of this thread's event loop as a share of its time */
async function watched<T>(work: () => Promise<T>): Promise<{ given: T; longestTurn: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const from = performance.now();
  delay.enable();
  const given = await work();
  delay.disable();
  return { given, longestTurn: delay.max / 1e6 / (performance.now() - from) };
}

describe('reports are assessed in threads', function () {
  this.timeout(60_000);

  it('twenty at once give the same bytes and leave the event loop free', async () => {
    const pool = new ThreadPool(own, () => undefined);
    const inputs = Array.from({ length: 20 }, (_, i) => interview(i));
    const { given, longestTurn } = await watched(() =>
      Promise.all(inputs.map((input) => pool.run({ name: 'assess', input }))),
    );
    await pool.end();
    expect(longestTurn, 'longest turn of the loop, by the whole').to.be.lessThan(0.5);
    const texts = (given as Report[]).map((report) => JSON.stringify(report));
    expect(texts).to.deep.equal(inputs.map((input) => JSON.stringify(assess(input))));
  });

  it('an answer is compared with three hundred long ones while the event loop is free', async () => {
    const pool = new ThreadPool(own, () => undefined);
    const { question } = aQuestion('store-staff', 'return-conflict');
    const said = (text: string): Transcript => ({
      ...{ origin: 'candidate', engine: null, locale: 'zh' },
      segments: [{ text, from: null, to: null, confidence: null }],
    });
    const others = Array.from({ length: 300 }, (_, i) => said(longAnswer(i, 1500)));
    const copied = `${longAnswer(7, 900)}${longAnswer(900, 600)}`;
    const input = { own: said(copied), others, question };
    const { given, longestTurn } = await watched(() => pool.run({ name: 'likenesses', input }));
    await pool.end();
    expect(longestTurn, 'longest turn of the loop, by the whole').to.be.lessThan(0.5);
    const alike = (given as (Likeness | null)[]).flatMap((one, i) =>
      one && one.share > 0.5 ? [i] : [],
    );
    expect(alike).to.deep.equal([7]);
  });

  it('a thread that dies is tried once more, and that it died is told', async () => {
    const failures: number[] = [];
    const pool = new ThreadPool(crashing, (_, attempt) => failures.push(attempt));
    const count = new Int32Array(new SharedArrayBuffer(4));
    expect(await pool.run({ count, dies: 1 })).to.equal(1);
    expect(failures).to.deep.equal([1]);
    await pool.end();
  });

  it('one that dies again gives the failure on, so that the job comes again', async () => {
    const failures: number[] = [];
    const pool = new ThreadPool(crashing, (_, attempt) => failures.push(attempt));
    const count = new Int32Array(new SharedArrayBuffer(4));
    const failure = await pool.run({ count, dies: 2 }).catch((error: unknown) => error);
    expect(failure).to.be.an('error');
    expect(failures).to.deep.equal([1, 2]);
    expect(await pool.run({ count, dies: 2 }), 'and the next order is served').to.equal(2);
    await pool.end();
  });
});
