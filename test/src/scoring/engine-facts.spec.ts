import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import { scoreAnswer, type AnswerScore } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { anAnswer } from './engine.cases.js';
import { exchangedFacts } from './text-exchanged.set.js';

const anchors = [1, 2, 3, 4, 5].map((level) => ({ level, text: { zh: '说对主要的道理。' } }));

const model: CompetencyModel = {
  threshold: 60,
  dimensions: [
    {
      code: 'knowledge',
      name: { zh: '专业知识' },
      definition: { zh: '知道事实和道理。' },
      weight: 1,
      requirement: 60,
      anchors,
    },
  ],
};

/** A knowledge question as the position editor makes it: each fact an indicator, found by two of its words. */
function asked(text: string, facts: readonly string[]): Question {
  return {
    code: 'facts',
    kind: 'knowledge',
    dimensions: ['knowledge'],
    text: { zh: text },
    thinkingSeconds: 30,
    answerSeconds: 90,
    anchors,
    indicators: facts.map((fact, i) => {
      const han = fact.replace(/[^\p{L}\p{N}]/gu, '');
      const cues = [[han.slice(0, 2)], [han.slice(-2)]];
      return {
        code: `fact-${String(i)}`,
        dimension: 'knowledge',
        level: 4,
        text: { zh: fact },
        cues: { zh: cues },
      };
    }),
  };
}

function scored(question: Question, words: string): AnswerScore {
  return scoreAnswer(anAnswer(question, words), model, 'zh');
}

function opposites(score: AnswerScore): string[] {
  return score.dimensions.flatMap(({ evidence }) =>
    evidence
      .filter(({ shows }) => shows.startsWith('说了相反的'))
      .map(({ quote, shows }) => `${quote} | ${shows}`),
  );
}

const value = (score: AnswerScore): number => score.dimensions[0]?.value ?? 0;
const mean = (all: number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

describe('the interview engine on facts told the wrong way round', () => {
  const sets = exchangedFacts.filter(({ language }) => language === undefined);
  const questionOf = ({ question, references }: (typeof sets)[number]): Question =>
    asked(
      question,
      references.flatMap((text) => text.split(/[；，。]/u)).filter((fact) => fact.length > 3),
    );
  const run = (pick: 'honest' | 'exchanged'): AnswerScore[] =>
    sets.flatMap((one) => one[pick].map((answer) => scored(questionOf(one), answer)));

  it('calls no right answer contrary', () => {
    expect(run('honest').flatMap(opposites)).to.deep.equal([]);
  });

  it('finds nearly every exchange and gives it next to nothing', () => {
    const wrong = run('exchanged');
    const missed = wrong.filter((score) => opposites(score).length === 0);
    expect(missed.length / wrong.length).to.be.at.most(0.1);
    expect(mean(wrong.map(value))).to.be.below(10);
    expect(mean(run('honest').map(value))).to.be.above(40);
  });

  it('quotes the words and names the fact that they turn round', () => {
    const stack = asked('栈和队列有什么区别？', ['栈是后进先出', '队列是先进先出']);
    expect(opposites(scored(stack, '栈是先进先出的，队列是后进先出的。'))).to.deep.equal([
      '栈是先进先出的 | 说了相反的：队列是先进先出',
      '队列是后进先出的 | 说了相反的：栈是后进先出',
    ]);
  });

  it('sees a comparison the other way round', () => {
    const speed = asked('线程和进程的切换哪个快？', ['线程的切换比进程快']);
    expect(value(scored(speed, '我认为进程的切换比线程快。'))).to.equal(0);
    expect(opposites(scored(speed, '进程的切换比线程慢。'))).to.deep.equal([]);
  });

  it('lets people correct themselves', () => {
    const queue = asked('队列有什么特点？', ['队列是先进先出']);
    const words = '队列是后进先出。不对，我说反了，队列是先进先出。';
    expect(opposites(scored(queue, words))).to.deep.equal([]);
    expect(value(scored(queue, words))).to.be.above(50);
  });

  it('reads no facts in stories', () => {
    const story = { ...asked('请讲一次排队的事。', ['队列是先进先出']), kind: 'behavioural' };
    const told = '有一次队列是后进先出，我先把后来的人请到前面，再跟先来的人解释清楚。';
    expect(opposites(scored(story as Question, told))).to.deep.equal([]);
  });
});
