import { assess } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const graded =
  gradedQuestions.find(({ locale }) => locale === 'zh') ?? expect.fail('graded answers');
const { question, model } = aQuestion(graded.position, graded.question);
const other = model.dimensions.find(({ code }) => !question.dimensions.includes(code));

function reportOf(words: string, spare = [question]) {
  return assess({ ...anInterview(model, [anAnswer(question, words)]), spare });
}

describe('what to ask in the next round (R30)', () => {
  const { askNext = [], dimensions } = reportOf(graded.middling);

  it('is about dimensions that are not settled, each with why, four at most', () => {
    const open = dimensions.filter(({ verdict }) => verdict !== 'meets').map(({ code }) => code);
    expect(askNext).not.to.be.empty;
    expect(askNext.length).to.be.at.most(4);
    for (const { dimension, why, text } of askNext) {
      expect(open).to.include(dimension);
      expect(why).to.match(/跨线|没有测到|不到要求/);
      expect(text).to.match(/[？。]$/);
    }
  });

  it('goes on from words that were said where a part of the story is missing', () => {
    const quoting = askNext.filter(({ evidence }) => evidence.length > 0);
    for (const { text, evidence } of quoting) {
      expect(text).to.contain(evidence[0]?.quote);
    }
    expect(new Set(askNext.map(({ text }) => text)).size, 'nothing twice').to.equal(askNext.length);
  });

  it('takes a question of the position that was not asked, else asks for an example', () => {
    const spare = { ...question, code: 'spare', dimensions: [other?.code ?? ''] };
    const of = (questions: (typeof question)[]) =>
      reportOf(graded.strong, questions).askNext?.find(
        ({ dimension }) => dimension === other?.code,
      );
    expect(of([spare])?.text).to.equal(question.text.zh);
    expect(of([])?.text).to.contain(other?.name.zh);
  });

  it('is empty where every dimension is clearly met', () => {
    const easy = model.dimensions
      .filter(({ code }) => question.dimensions.includes(code))
      .map((dimension) => ({ ...dimension, requirement: 0 }));
    const only = { ...model, dimensions: easy };
    const report = assess(anInterview(only, [anAnswer(question, graded.strong)]));
    expect(report.askNext).to.deep.equal([]);
  });
});
