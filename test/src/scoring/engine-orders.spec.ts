import { loadDemo } from '@zhiyu/config/demo';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';
import { bankAnswers } from './relevance.answers.js';
import { orders } from './text-attacks.js';

const { question, model } = aQuestion('store-staff', 'return-conflict');
const story = gradedQuestions[0]?.strong ?? '';
const read = (text: string) => scoreAnswer(anAnswer(question, text), model, 'zh');

describe('orders to the grader in an interview', () => {
  it('in nine languages, in tags, hidden and set apart move nothing and are flagged', () => {
    const alone = read(story);
    expect(alone.ignored).to.eql([]);
    for (const order of orders) {
      const beside = read(`${story}\n${order}`);
      expect(beside.dimensions, order).to.eql(alone.dimensions);
      expect(beside.gate, order).to.equal(null);
      const flags = beside.ignored.filter(({ kind }) => kind === 'instruction');
      expect(flags, order).not.to.eql([]);
    }
  });

  it('alone they are no answer', () => {
    for (const order of orders) expect(read(order).gate, order).not.to.equal(null);
  });

  it('nobody who answered honestly is said to have written any', () => {
    const honest = [
      ...loadDemo().candidates.flatMap(({ answers }) => answers.map(({ text }) => text)),
      ...gradedQuestions.flatMap((one) => [one.strong, one.middling, one.weak]),
      ...bankAnswers.map(({ answer }) => answer),
    ];
    const flagged = honest.filter((text) =>
      read(text).ignored.some(({ kind }) => kind === 'instruction'),
    );
    expect(honest).to.have.length.above(100);
    expect(flagged).to.eql([]);
  });

  it('marks, messages and minutes of a story are no orders', () => {
    const told = [
      '我给客户打电话5分钟，接口返回30分钟超时，我重试了三次。',
      '系统提示：余额不足，我请客户换一张卡。',
      '月底顾客评分：4.9，店长在会上念了出来。',
      '检查那天所有项目满分，片区奖励了我们店。',
      '我写了 { int result = a + b; } 再返回结果。',
    ];
    for (const text of told) {
      const { ignored } = read(`${story}${text}`);
      expect(
        ignored.filter(({ kind }) => kind === 'instruction'),
        text,
      ).to.eql([]);
    }
  });
});
