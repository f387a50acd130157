import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import { loadQuestionSeeds } from '@zhiyu/config/questions';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { splitClauses } from '@zhiyu/server/scoring/engine/clauses';
import { relevanceOf } from '@zhiyu/server/scoring/engine/relevance';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';
import { bankAnswers } from './relevance.answers.js';

function relevance(words: string, question: Question): number {
  const clauses = splitClauses({ text: words, segments: [], breaks: [] }, []);
  return relevanceOf(clauses, question, 'zh');
}

const seeds = loadPositionSeeds();
const bank: Question[] = loadQuestionSeeds().flatMap(({ competency, items }) => {
  const indicators = competency.indicators.map((one) => ({ ...one, dimension: 'deed' }));
  return items.map((item) => ({ ...item, dimensions: ['deed'], indicators }));
});
/** The same for all questions of the bank. */
const oneDimension: CompetencyModel = {
  threshold: 60,
  dimensions: [
    {
      code: 'deed',
      name: { zh: '做法' },
      definition: { zh: '做法' },
      weight: 1,
      requirement: 60,
      anchors: [],
    },
  ],
};

function banked(code: string): Question {
  const found = bank.find((one) => one.code === code);
  if (!found) throw new Error(`no question ${code} in the bank`);
  return found;
}
const graded = gradedQuestions.filter(({ locale }) => locale === 'zh');

describe('how far an answer is about its question', () => {
  it('lowers no answer of the demo company to its own question', () => {
    const lowered = loadDemo().candidates.flatMap(({ position, answers }) => {
      const seed = seeds.find(({ code }) => code === position);
      return answers.flatMap(({ text }, i) => {
        const code = seed?.plan.questionCodes[i];
        const question = seed?.questions.find((one) => one.code === code);
        return question?.kind === 'knowledge' && relevance(text, question) < 1 ? [text] : [];
      });
    });
    expect(lowered).to.deep.equal([]);
  });

  it('leaves stories and reasons alone: they may be about anything', () => {
    const free = bankAnswers.flatMap(({ question, answer }) => {
      const asked = banked(question);
      return asked.kind === 'behavioural' ? [relevance(answer, asked)] : [];
    });
    expect(free).to.have.length.above(5);
    expect(free.every((one) => one === 1)).to.equal(true);
  });

  it('of a situation widens the error and leaves the level: its answer may take other words', () => {
    const asked = banked('drive-two-deadlines');
    const { answer } = bankAnswers.find((one) => one.question === asked.code) ?? { answer: '' };
    const read = (kind: Question['kind']) =>
      scoreAnswer(
        anAnswer({ ...asked, kind }, `${answer}先定一个目标，每天跟进。`),
        oneDimension,
        'zh',
      );
    const [situation, knowledge] = [read('situational'), read('knowledge')];
    const [wide, low] = [situation.dimensions[0], knowledge.dimensions[0]];
    expect(relevance(answer, asked)).to.be.below(1);
    expect(wide?.standardError).to.equal(20);
    expect(wide?.level).to.be.above(low?.level ?? 5);
    expect(situation.gateReason).to.contain('请人看一看');
  });

  it('gives a strong answer to a knowledge question little under another one', () => {
    const values = graded.flatMap(({ position, strong }) =>
      seeds
        .filter(({ code }) => code !== position)
        .flatMap(({ questions, model }) =>
          questions
            .filter(({ kind }) => kind === 'knowledge')
            .flatMap((question) =>
              scoreAnswer(anAnswer(question, strong), model, 'zh').dimensions.flatMap(
                ({ value }) => value ?? [],
              ),
            ),
        ),
    );
    expect(values).to.have.length.above(30);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).to.be.below(28);
    expect(values.filter((value) => value >= 50).length / values.length).to.be.below(0.06);
  });

  it('is not lowered by what stands before or after, and not raised by saying it twice', () => {
    const { question } = aQuestion('store-staff', 'expiry-dates');
    const short = '先看保质期，临期的放前面。';
    const other = '我昨天去爬了山，天气晴朗，山顶有座小庙，庙前种着两棵银杏。';
    const own = relevance(short, question);
    expect(own).to.equal(1);
    expect(relevance(`${other.repeat(3)}${short}${other}`, question)).to.equal(1);
    expect(relevance(other, question)).to.equal(0);
    expect(relevance(other.repeat(5), question)).to.equal(0);
  });
});
