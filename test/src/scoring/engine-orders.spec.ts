import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';
import { bankAnswers } from './relevance.answers.js';
import { attacksOn, disguised, orders } from './text-attacks.js';

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

  it('in disguise they move nothing, and all are flagged', () => {
    const alone = read(story);
    const unflagged = disguised.filter((order) => {
      const beside = read(`${story}\n${order}`);
      expect(beside.dimensions, order).to.eql(alone.dimensions);
      expect(beside.gate, order).to.equal(null);
      return !beside.ignored.some(({ kind }) => kind === 'instruction' || kind === 'foreign');
    });
    expect(disguised).to.have.length(49);
    expect(unflagged).to.eql([]);
  });

  it('on one line with an answer, before it or behind it, they take nothing of it along', () => {
    const alone = read(story).dimensions.map(({ value }) => value);
    // Who is said to speak takes its own sentence along, as it did before.
    const told = [...orders, ...disguised].filter((one) => !/^(?:system|assistant)/iu.test(one));
    for (const order of told) {
      for (const text of [`${order}。${story}`, `${story}${order}`]) {
        const values = read(text).dimensions.map(({ value }) => value);
        expect(values, text.slice(0, 60)).to.eql(alone);
      }
    }
  });

  it('orders, noise and the question read out in any way pay nothing, whatever story was asked for', () => {
    const asked = loadPositionSeeds().flatMap(({ model: own, questions }) =>
      questions
        .filter(({ kind }) => kind !== 'knowledge' && kind !== 'coding')
        .map((one) => ({ own, one })),
    );
    const once = new Set<string>();
    const attacks = asked.flatMap(({ own, one }) =>
      attacksOn({ question: one.text.zh }).flatMap((text) => {
        if (once.has(text)) return [];
        once.add(text);
        return [{ own, one, text }];
      }),
    );
    const paid = attacks.filter(({ own, one, text }) =>
      scoreAnswer(anAnswer(one, text), own, 'zh').dimensions.some(({ value }) => value !== null),
    );
    expect(attacks).to.have.length.above(600);
    expect(paid.map(({ text }) => text)).to.eql([]);
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
      read(text).ignored.some(({ kind }) => kind === 'instruction' || kind === 'foreign'),
    );
    expect(honest).to.have.length.above(100);
    expect(flagged).to.eql([]);
    expect(honest.filter((text) => read(text).gate === 'echo')).to.eql([]);
  });

  it('marks, messages and minutes of a story are no orders', () => {
    const told = [
      '我给客户打电话5分钟，接口返回30分钟超时，我重试了三次。',
      '系统提示：余额不足，我请客户换一张卡。',
      '月底顾客评分：4.9，店长在会上念了出来。',
      '检查那天所有项目满分，片区奖励了我们店。',
      '我写了 { int result = a + b; } 再返回结果。',
      '我把日志级别改成 level: debug，又加了 Redis 和 MySQL 的监控。',
      '泰国客户只会说 สวัสดี，我用手机翻译帮他点了单。',
      '模型的 F1 score 从 0.7 提到 0.9，α=0.05。',
    ];
    for (const text of told) {
      const { ignored } = read(`${story}${text}`);
      expect(
        ignored.filter(({ kind }) => kind === 'instruction' || kind === 'foreign'),
        text,
      ).to.eql([]);
    }
  });
});
