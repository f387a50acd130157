import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/answer-score';
import { type Rules, rulesOf } from '@zhiyu/server/scoring/engine/rules';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';

interface Told {
  position: string;
  question: string;
  text: string;
}

/** What honest people said in Chinese: the example company's candidates, and the graded answers. */
function honest(): Told[] {
  const seeds = loadPositionSeeds();
  const demo = loadDemo().candidates.flatMap(({ position, answers }) => {
    const seed = seeds.find(({ code }) => code === position);
    const asked = seed?.plan.questionCodes ?? [];
    return answers.flatMap(({ text }, n) => {
      const question = seed?.questions.find(({ code }) => code === asked[n]);
      return question && question.kind !== 'coding'
        ? [{ position, question: question.code, text }]
        : [];
    });
  });
  const graded = gradedQuestions
    .filter(({ locale }) => locale === 'zh')
    .flatMap(({ position, question, strong, middling, weak }) =>
      [strong, middling, weak].map((text) => ({ position, question, text })),
    );
  return [...demo, ...graded];
}

function listed({ position, question, text }: Told, rules?: Rules): string[] {
  const asked = aQuestion(position, question);
  const { ignored } = scoreAnswer(anAnswer(asked.question, text), asked.model, 'zh', {
    ...(rules ? { rules } : {}),
  });
  return ignored.filter(({ kind }) => kind === 'list').map(({ quote }) => quote);
}

const inCounting = (text: string): Told => ({
  ...{ position: 'store-staff', question: 'count-difference' },
  text: `我不会改数，先再点一遍。${text}。`,
});

describe('sentences of cue words are told, not listed', () => {
  it('of honest answers one loses a sentence as a list; thirteen did before', () => {
    const all = honest();
    expect(all.length).to.be.at.least(70);
    expect(all.filter((one) => listed(one, rulesOf('1.8.0')).length > 0)).to.have.length(13);
    const lost = all.flatMap((one) => listed(one));
    expect(lost).to.deep.equal(['看看仓库和试衣间', '然后查收货单、调拨单和报损']);
  });

  it('key words without a sentence stay a list: by marks, in a row, run together', () => {
    for (const text of [
      '登记差异、双人签字、如实报告、看监控、收货单、调拨',
      '登记差异，双人签字，如实报告，收货单，调拨',
      '登记差异双人签字如实报告店长收货单调拨报损监控',
    ]) {
      expect(listed(inCounting(text)), text).not.to.deep.equal([]);
    }
  });

  it('the same things said as what one did are not', () => {
    expect(listed(inCounting('登记差异，两个人签字，第二天请店长一起看监控'))).to.deep.equal([]);
  });
});
