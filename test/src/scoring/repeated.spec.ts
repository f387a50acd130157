import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import type { Question } from '@zhiyu/contracts/position';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { splitClauses } from '@zhiyu/server/scoring/engine/clauses';
import { sharedBy, shingled } from '@zhiyu/server/scoring/engine/shared-words';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview } from './engine.cases.js';

const seeds = loadPositionSeeds();
const words = (text: string) => shingled(splitClauses({ text, segments: [], breaks: [] }, []));
const share = (own: string, other: string) => sharedBy(words(own), words(other), [])?.share ?? 0;

/** The first three questions of a position that are told, not programmed. */
function told(code: string): { questions: Question[]; model: (typeof seeds)[number]['model'] } {
  const seed = seeds.find((one) => one.code === code);
  if (!seed) throw new Error(`no position ${code}`);
  const questions = seed.questions.filter(({ kind }) => kind !== 'coding').slice(0, 3);
  return { questions, model: seed.model };
}

const { questions, model } = told('store-staff');
const story = gradedQuestions[0]?.strong ?? '';

function report(texts: string[]) {
  const answers = texts.flatMap((text, i) => {
    const question = questions[i];
    return question ? [anAnswer(question, text)] : [];
  });
  return assess(anInterview(model, answers));
}

const repeatedOf = (made: ReturnType<typeof report>) =>
  made.lookFirst.filter(({ text }) => text.includes('同样的话'));

describe('the same words to different questions', () => {
  it('are named with both passages, and a person decides', () => {
    const made = report([story, `您好，${story.replace('小王', '小李')}谢谢。`, '']);
    const [found] = repeatedOf(made);
    expect(found?.text).to.match(/^第 1 题和第 2 题的回答有 (?:9\d|100)% 是同样的话/);
    expect(found?.evidence.map(({ questionIndex }) => questionIndex)).to.eql([0, 1]);
    for (const { answerId, quote, start, end } of found?.evidence ?? []) {
      const answer = made.answers.find((one) => one.answerId === answerId);
      const text = (answer?.transcript?.segments ?? []).map((one) => one.text).join('');
      expect(text.slice(start, end)).to.equal(quote);
      expect(quote.length).to.be.above(20);
    }
    expect(made.confidence).to.equal('low');
  });

  it('move no score', () => {
    const twice = report([story, story]);
    const once = report([story, '我会先问清楚情况，再请店长来定，最后把结果告诉顾客。']);
    const first = (made: typeof twice) => made.answers[0]?.gate;
    expect(first(twice)).to.equal(first(once));
    const value = (made: typeof twice) =>
      made.dimensions.flatMap(({ evidence }) => evidence.filter((e) => e.questionIndex === 0));
    expect(value(twice)).to.eql(value(once));
  });

  it('to all questions are named for at most two pairs', () => {
    expect(repeatedOf(report([story, story, story]))).to.have.length(2);
  });

  it('a question read out in both, a follow-up and short answers are no likeness', () => {
    const [a, b] = questions;
    const asked = `${a?.text.zh ?? ''}${b?.text.zh ?? ''}`;
    const one = `${asked}我先请他到旁边坐下，再查小票。`;
    const other = `${asked}过期的我马上下架，登记以后退给供应商。`;
    expect(repeatedOf(report([one, other]))).to.eql([]);
    expect(repeatedOf(report(['我会先听他说完。', '我会先听他说完。']))).to.eql([]);
    const interview = anInterview(model, [
      anAnswer(questions[0] as Question, story),
      anAnswer(questions[0] as Question, story),
    ]);
    const answers = interview.answers.map((answer, i) =>
      i === 1 ? { ...answer, follows: 'answer-0', kind: 'followUp' as const } : answer,
    );
    expect(repeatedOf(assess({ ...interview, answers }))).to.eql([]);
  });

  it('no honest answers are called the same: those of the demo company and the graded ones', () => {
    const groups = [
      ...loadDemo().candidates.map(({ answers }) => answers.map(({ text }) => text)),
      gradedQuestions
        .filter(({ locale }) => locale === 'zh')
        .flatMap((one) => [one.strong, one.middling, one.weak]),
    ];
    const pairs = groups.flatMap((texts) =>
      texts.flatMap((one, i) => texts.slice(i + 1).map((other) => share(one, other))),
    );
    expect(pairs).to.have.length.above(300);
    expect(Math.max(...pairs)).to.be.below(0.3);
  });

  it('half of an answer said again is found in the longer one', () => {
    const half = story.slice(0, 150);
    expect(share(half, story)).to.be.above(0.95);
    expect(share(story, half)).to.equal(share(half, story));
  });
});
