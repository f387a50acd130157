import type { Question } from '@zhiyu/contracts/position';
import { followUpParts, type FollowUpPart } from '@zhiyu/contracts/follow-up';
import type { DimensionScore } from '@zhiyu/contracts/scoring';
import { type Given, nextQuestion } from '@zhiyu/server/workflow/next-question';
import { expect } from 'chai';
import { aQuote } from '../factories/evidence.js';
import { storeStaff } from '../factories/position.js';

const content = storeStaff();

function questionOf(kind: Question['kind']): Question {
  const question = content.questions.find((one) => one.kind === kind);
  if (!question) {
    throw new Error(`the seed has no ${kind} question`);
  }
  return question;
}

const quotes = Object.fromEntries(
  followUpParts.map((part) => [part, '我跟她解释了规定']),
) as Record<FollowUpPart, string>;

function scoreOf(code: string, verdict: DimensionScore['verdict']): DimensionScore {
  const plain = { code, name: code, weight: 0.2, requirement: 60 };
  if (verdict === 'unknown') {
    const nothing = { value: null, standardError: null, level: null } as const;
    return { ...plain, ...nothing, verdict, reason: '没有问到', evidence: [] };
  }
  const measured = { value: 50, standardError: 8, level: 3, verdict, reason: '' };
  return { ...plain, ...measured, evidence: [aQuote({ quote: '我跟她解释了规定' })] };
}

/** An answer to a behavioural question that leaves out these parts, in the middle of an interview. */
function given(missing: FollowUpPart[], change: Partial<Given> = {}): Given {
  return {
    locale: 'zh',
    answer: '',
    question: questionOf('behavioural'),
    story: { gate: null, missing, quotes },
    left: 2,
    secondsLeft: 300,
    dimensions: [],
    settled: [],
    model: content.model.dimensions,
    spare: [],
    ...change,
  };
}

const textOf = (one: Given) => nextQuestion(one)?.content.text.zh;

describe('the question after an answer (R23)', () => {
  it('asks for the part that is missing, takes up own words and says why', () => {
    const next = nextQuestion(given(['result']));
    expect(next).to.include({ said: '我跟她解释了规定', reason: '还没听到结果', joins: true });
    expect(next?.content.text).to.have.all.keys('zh', 'en', 'ja', 'fr');
    expect(next?.content.text.zh).to.include('结果');
  });

  it('asks nothing where nothing is missing and every dimension is clear', () => {
    expect(nextQuestion(given([]))).to.equal(null);
    const clear = [scoreOf('service', 'meets')];
    expect(nextQuestion(given([], { dimensions: clear }))).to.equal(null);
  });

  it('never asks for a part that was told, whatever else is missing', () => {
    for (const told of followUpParts) {
      const rest = followUpParts.filter((part) => part !== told);
      for (const question of [
        undefined,
        { ...questionOf('behavioural'), followUps: ownWordings },
      ]) {
        const next = nextQuestion(given(rest, question ? { question } : {}));
        expect(next?.content.code.endsWith(`-${told}`)).to.equal(false);
      }
    }
  });

  it("asks for the own part of 'we' before anything else, and for a figure only of a result", () => {
    expect(nextQuestion(given([...followUpParts]))?.content.code).to.match(/-ownPart$/);
    expect(nextQuestion(given(['numbers', 'result']))?.content.code).to.match(/-result$/);
    expect(nextQuestion(given(['numbers']))?.content.code).to.match(/-numbers$/);
  });

  it("uses the question's own wording where it has one in the interview's language", () => {
    const question = { ...questionOf('behavioural'), followUps: ownWordings };
    expect(textOf(given(['result'], { question }))).to.equal('顾客最后怎么说？');
    const japanese = given(['result'], { question, locale: 'ja' });
    expect(nextQuestion(japanese)?.content.text.ja).to.include('その後どうなりましたか');
  });

  it('asks nothing about an answer that cannot be read', () => {
    for (const gate of ['empty', 'nonsense', 'echo', 'tooShort', 'noTranscript'] as const) {
      const story = { gate, missing: [...followUpParts], quotes };
      expect(
        nextQuestion(given([], { story, dimensions: [scoreOf('service', 'below')] })),
      ).to.equal(null);
    }
  });

  it('stays within the number of follow-ups and the minutes of the interview', () => {
    expect(nextQuestion(given(['result'], { left: 0 }))).to.equal(null);
    expect(nextQuestion(given(['result'], { secondsLeft: 89 }))).to.equal(null);
    expect(nextQuestion(given(['result'], { secondsLeft: 90 }))).not.to.equal(null);
  });

  it('asks a case for what would be done, and facts and motives only what the question brings itself', () => {
    const situational = { question: questionOf('situational') };
    expect(
      nextQuestion(given(['result', 'numbers', 'learned', 'situation'], situational)),
    ).to.equal(null);
    expect(nextQuestion(given(['action'], situational))).not.to.equal(null);
    for (const kind of ['motivation', 'knowledge'] as const) {
      const question = { ...questionOf('behavioural'), kind };
      expect(nextQuestion(given([...followUpParts], { question }))).to.equal(null);
      const worded = { ...question, followUps: ownWordings };
      expect(textOf(given([...followUpParts], { question: worded }))).to.equal('顾客最后怎么说？');
    }
  });

  describe('a dimension that is low or uncertain', () => {
    const code = content.model.dimensions[0]?.code ?? '';
    const weak = (verdict: DimensionScore['verdict'], change: Partial<Given> = {}) =>
      given([], { dimensions: [scoreOf(code, verdict)], ...change });

    it('gets one more question, by its name', () => {
      for (const verdict of ['below', 'crosses', 'unknown'] as const) {
        const next = nextQuestion(weak(verdict));
        expect(next?.content.dimensions).to.deep.equal([code]);
        expect(next?.reason).to.include(content.model.dimensions[0]?.name.zh);
      }
    });

    it('gets none when a question to come measures it, or it had its one', () => {
      expect(nextQuestion(weak('below', { settled: [code] }))).to.equal(null);
    });

    it("is asked by another of the position's questions where the time allows", () => {
      const spare = content.questions.filter((one) => one.dimensions.includes(code)).slice(0, 1);
      const next = nextQuestion(weak('below', { spare, secondsLeft: 600 }));
      expect(next).to.deep.include({ content: spare[0], joins: false });
      expect(nextQuestion(weak('below', { spare, secondsLeft: 100 }))?.joins).to.equal(true);
    });

    it('comes after a missing part', () => {
      expect(
        nextQuestion({ ...weak('below'), story: given(['result']).story })?.content.code,
      ).to.match(/-result$/);
    });
  });
});

const ownWordings = [{ part: 'result' as const, text: { zh: '顾客最后怎么说？' } }];
