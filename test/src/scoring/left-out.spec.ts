import { assess, type AssessInput, leavingOut } from '@zhiyu/server/scoring/engine/assess';
import { type Judged, withoutEach } from '@zhiyu/server/workflow/pass-rate/without-question';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

/** The shop's graded questions, answered well and badly in turn. */
function mixedInterview(): AssessInput {
  const graded = gradedQuestions.filter(
    ({ position, locale }) => position === 'store-staff' && locale === 'zh',
  );
  const cases = graded.map((one, n) => ({
    text: n % 2 === 0 ? one.strong : one.weak,
    ...aQuestion('store-staff', one.question),
  }));
  const [first] = cases;
  if (!first || cases.length < 3) {
    throw new Error('too few graded answers');
  }
  return anInterview(
    first.model,
    cases.map(({ question, text }) => anAnswer(question, text)),
  );
}

describe('a total without one question', () => {
  it('is what the report would say had the question not been asked', () => {
    const input = mixedInterview();
    const { total, without } = leavingOut(input);
    expect(total).to.equal(assess(input).total.value);
    expect(without.map(({ question }) => question)).to.deep.equal(
      input.answers.map(({ question }) => question.code),
    );
    for (const { question, total: left } of without) {
      const answers = input.answers.filter((one) => one.question.code !== question);
      expect(left, question).to.equal(assess({ ...input, answers }).total.value);
    }
    expect(new Set(without.map((one) => one.total)).size, 'questions differ').to.be.greaterThan(1);
  });

  it('leaves what followed up on a question out with it, and names no question without a score', () => {
    const input = mixedInterview();
    const [asked, other] = input.answers;
    if (!asked || !other) {
      throw new Error('no answers');
    }
    const more = '后来我把退换规则贴到试衣间，第二个月这类纠纷从六起降到两起。';
    const followUp = {
      ...anAnswer(asked.question, more),
      ...{ answerId: 'more', questionIndex: 1, kind: 'followUp' as const, follows: asked.answerId },
    };
    const silent = { ...anAnswer(other.question, ''), answerId: 'silent', questionIndex: 2 };
    const of = { ...input, answers: [asked, followUp, silent] };
    expect(leavingOut(of).without).to.deep.equal([{ question: asked.question.code, total: null }]);
  });
});

describe('a share of passes without one question', () => {
  const judged = (kind: Judged['kind'], total: number, left: number | null): Judged => ({
    ...{ kind, threshold: 70 },
    leftOut: { total, without: [{ question: 'a', total: left }] },
  });
  const passedWithout = (people: Judged[]) => withoutEach(people, ['a'])[0]?.passed;

  it('moves only whom the question carried across the line', () => {
    expect(passedWithout([judged('reject', 65, 70)]), 'now reaches it').to.equal(1);
    expect(passedWithout([judged('pass', 72, 69.9)]), 'reached it by this alone').to.equal(0);
    expect(passedWithout([judged('reject', 65, 69)]), 'still under').to.equal(0);
    expect(passedWithout([judged('pass', 72, 90)]), 'still over').to.equal(1);
  });

  it('leaves as decided who was decided on against the line, or has no score', () => {
    expect(passedWithout([judged('reject', 80, 60)]), 'turned down over it').to.equal(0);
    expect(passedWithout([judged('pass', 60, 80)]), 'passed under it').to.equal(1);
    expect(passedWithout([judged('pass', 72, null)]), 'nothing is left').to.equal(0);
    const silent: Judged = { kind: 'pass', threshold: 70, leftOut: null };
    expect(withoutEach([silent], ['a'])).to.deep.equal([
      { question: 'a', asked: 0, passed: 1, decided: 1 },
    ]);
  });
});
