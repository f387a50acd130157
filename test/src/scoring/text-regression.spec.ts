import { expect } from 'chai';
import { scored } from './text-asked.js';
import { fixedQuestions } from './text-regression.set.js';
import type { FixedAnswer } from './text-regression.types.js';

/**
 * Forty answers with levels fixed beforehand. This protects against change; it proves nothing about quality: words
 * alone miss two levels where an answer is short or in other words, and the bound says so.
 */
const mostOff = 2.35;

const results = fixedQuestions.flatMap(({ code, asked, answers }) =>
  answers.map((fixed) => ({
    code,
    fixed,
    result: scored({ ...asked, scale: [1, 5], answer: fixed.answer }),
  })),
);

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function scoreOf(code: string, shape: FixedAnswer['shape']): number {
  const found = results.find((one) => one.code === code && one.fixed.shape === shape);
  if (!found) throw new Error(`no answer ${code} ${shape}`);
  return found.result.score;
}

describe('forty answers with levels fixed beforehand', () => {
  it('are five questions with eight answers each', () => {
    expect(fixedQuestions.map(({ answers }) => answers.length)).to.eql([8, 8, 8, 8, 8]);
  });

  for (const { code, fixed, result } of results) {
    it(`${code}, ${fixed.shape}: ${fixed.gated ? 'gated' : `near level ${String(fixed.level)}`} (${fixed.reason})`, () => {
      expect(result.gate !== undefined).to.equal(fixed.gated);
      if (fixed.gated) expect(result.score).to.equal(1);
      expect(Math.abs(result.score - fixed.level)).to.be.at.most(mostOff);
    });
  }

  it('lie half a level off on average, no more', () => {
    const off = results.map(({ fixed, result }) => Math.abs(result.score - fixed.level));
    expect(meanOf(off)).to.be.at.most(0.65);
  });

  it('rank what is short and good above what is long and empty, for each question', () => {
    for (const code of ['closing', 'index', 'complaint', 'pressure', 'price']) {
      const good = scoreOf(code, 'short and good');
      expect(good, code).to.be.above(scoreOf(code, 'long and empty') + 0.5);
    }
  });

  it('quote the answer for every score above the lowest', () => {
    for (const { fixed, result } of results) {
      for (const { start, end, text } of result.evidence) {
        expect(fixed.answer.slice(start, end)).to.equal(text);
      }
      if (result.score > 1) expect(result.evidence, fixed.answer).not.to.eql([]);
    }
  });
});
