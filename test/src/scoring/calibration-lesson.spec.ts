import type { Question } from '@zhiyu/contracts/position';
import { lessonOf } from '@zhiyu/server/scoring/calibration/lesson';
import { chooseAnswers, type Gradable } from '@zhiyu/server/scoring/grading/choose-answers';
import { learnFrom, type Taught } from '@zhiyu/server/scoring/grading/learning';
import { gradableOn, rubricKeyOf } from '@zhiyu/server/scoring/grading/rubric-key';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';

const repeated = (levels: number[], times: number): number[] =>
  Array.from({ length: times }, () => levels).flat();
const off = (levels: number[], by: number): number[] =>
  levels.map((level, i) => Math.min(5, Math.max(1, level + (i % 2 === 0 ? by : -by))));

describe('what grades taught', () => {
  const given = repeated([1, 2, 3, 4, 5], 4);

  it('is good where twenty answers agree clearly better than before', () => {
    const lesson = lessonOf({ given, before: off(given, 2), after: off(given, 0.3) }, 'engine 1');
    expect(lesson).to.include({ answers: 20, improves: true, trust: 'good' });
    expect(lesson.after.same).to.equal(20);
    expect(lesson.before.same).to.be.below(10);
    expect(lesson.after.meanError).to.be.closeTo(0.26, 0.05);
    expect(lesson.cells).to.have.length(20);
  });

  it('with ten answers is better but not yet sure', () => {
    const few = given.slice(0, 10);
    const lesson = lessonOf({ given: few, before: off(few, 2), after: few }, 'engine 1');
    expect(lesson.trust).to.equal('some');
  });

  it('that agrees no better is said to be none, and one that may be chance to be little', () => {
    const worse = lessonOf({ given, before: off(given, 0.3), after: off(given, 2) }, 'engine 1');
    expect(worse).to.include({ improves: false, trust: 'none' });
    const almost = given.map((level, i) => (i === 0 ? 2 : level));
    const chance = lessonOf({ given, before: almost, after: given }, 'engine 1');
    expect(chance).to.include({ improves: true, trust: 'little' });
  });

  it('has intervals around every value, the same each time, and says nothing of what has no spread', () => {
    const of = { given, before: off(given, 1.5), after: off(given, 0.8) };
    const lesson = lessonOf(of, 'engine 1');
    for (const side of [lesson.before, lesson.after]) {
      for (const interval of [side.pearson, side.kappa, side.icc]) {
        expect(interval?.low).to.be.at.most(interval?.value ?? -2);
        expect(interval?.high).to.be.at.least(interval?.value ?? 2);
      }
    }
    expect(lessonOf(of, 'engine 1')).to.deep.equal(lesson);
    const flat = lessonOf({ given: [3, 3, 3], before: [3, 3, 3], after: [3, 3, 3] }, 'engine 1');
    expect(flat.before).to.include({ pearson: null, kappa: null });
    expect(flat.improves).to.equal(false);
  });
});

describe('learning from graded answers', () => {
  const tale = (words: string, value: number, share = 0.5): Taught => ({
    ...{ graded: words, share, features: [share, 0.5, 0.5, 0.5, 1, 0], words, locale: 'zh', value },
  });
  const liked = ['把规则写成卡片放在收银台', '把规则写成小卡片贴出来', '写了卡片放在柜台边上'];
  const disliked = ['我让他自己打电话投诉', '我叫他自己去打电话投诉', '让顾客自己投诉去'];
  const taught = [...liked, ...liked.map((words) => `后来${words}`)]
    .map((words) => tale(words, 90))
    .concat(
      [...disliked, ...disliked.map((words) => `当时${words}`)].map((words) => tale(words, 10)),
    );

  it('finds in the others what each answer was given', () => {
    const { lesson } = learnFrom(taught);
    expect(lesson.improves).to.equal(true);
    expect(lesson.after.meanError).to.be.below(lesson.before.meanError / 2);
  });

  it('goes on without words: grades count, likeness does not', () => {
    const { lesson } = learnFrom(taught.map((one) => ({ ...one, words: '' })));
    expect(lesson.answers).to.equal(taught.length);
    expect(lesson.after.meanError).to.be.above(learnFrom(taught).lesson.after.meanError);
  });
});

describe('the choice of answers to grade', () => {
  const answer = (n: number, share: number, more: Partial<Gradable> = {}): Gradable => ({
    ...{ id: `answer-${String(n).padStart(3, '0')}`, personId: `person-${String(n)}`, share },
    ...{ features: [share], bag: new Map([[`word${String(n % 7)}`, 1]]) },
    ...more,
  });
  /** Many in the middle, few at the ends, as it is. */
  const pool = Array.from({ length: 90 }, (_, i) => answer(i, i < 3 ? 0.1 : i < 6 ? 0.95 : 0.5));
  const bandOf = ({ share }: Gradable) => Math.min(4, Math.floor(share * 5));

  it('covers the range: the few at both ends are among them', () => {
    const chosen = chooseAnswers(pool, [], 10);
    expect(chosen).to.have.length(10);
    expect(chosen.filter((one) => bandOf(one) === 0)).to.have.length(3);
    expect(chosen.filter((one) => bandOf(one) === 4)).to.have.length(3);
  });

  it('takes different ones first, not twins', () => {
    const twins = Array.from({ length: 20 }, (_, i) =>
      answer(i, 0.5, { bag: new Map([['same', 1]]) }),
    );
    const others = [50, 51, 52].map((n) =>
      answer(n, 0.5, { bag: new Map([[`own${String(n)}`, 1]]) }),
    );
    const chosen = chooseAnswers([...twins, ...others], [], 4).map(({ id }) => id);
    expect(chosen).to.include.members(others.map(({ id }) => id));
  });

  it('asks about nobody twice, and takes no more than there are', () => {
    const once = pool.map((one, i) => ({ ...one, personId: `person-${String(i % 12)}` }));
    const chosen = chooseAnswers(once, [], 40);
    expect(new Set(chosen.map(({ personId }) => personId)).size).to.equal(12);
    expect(chosen).to.have.length(12);
    const [first, ...rest] = chosen;
    const more = chooseAnswers(once, first ? [first] : [], 40);
    expect(more.map(({ personId }) => personId)).not.to.include(first?.personId);
    expect(more).to.have.length(rest.length);
  });

  it('is the same whatever the order of the pool', () => {
    const ids = chooseAnswers(pool, [], 20).map(({ id }) => id);
    expect(chooseAnswers([...pool].reverse(), [], 20).map(({ id }) => id)).to.deep.equal(ids);
  });
});

describe('what an answer is graded by', () => {
  const question = storeStaff().questions.find(
    ({ code }) => code === 'return-conflict',
  ) as Question;
  const key = rubricKeyOf(question, 'serviceAwareness');

  it('is the question’s words, its anchors and the dimension, in whatever order they are kept', () => {
    const turned = {
      ...question,
      text: Object.fromEntries(Object.entries(question.text).reverse()) as Question['text'],
      anchors: [...question.anchors].reverse(),
    };
    expect(rubricKeyOf(turned, 'serviceAwareness')).to.equal(key);
    expect(rubricKeyOf({ ...question, thinkingSeconds: 5 }, 'serviceAwareness')).to.equal(key);
    expect(rubricKeyOf(question, 'teamwork')).not.to.equal(key);
    const anchors = question.anchors.map((one) => ({ ...one, text: { zh: `${one.text.zh}。` } }));
    expect(rubricKeyOf({ ...question, anchors }, 'serviceAwareness')).not.to.equal(key);
    expect(rubricKeyOf({ ...question, text: { zh: '别的' } }, 'serviceAwareness')).not.to.equal(
      key,
    );
  });

  it('is nothing for a program', () => {
    expect(gradableOn(question)).to.deep.equal(question.dimensions);
    expect(gradableOn({ ...question, kind: 'coding' })).to.deep.equal([]);
  });
});
