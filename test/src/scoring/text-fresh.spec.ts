import { pearson } from '@zhiyu/server/scoring/calibration/agreement';
import { expect } from 'chai';
import { scored } from './text-asked.js';
import { freshQuestions } from './text-fresh.set.js';

const said = freshQuestions.flatMap(({ asked, answers }) =>
  answers.map(([given, answer]) => ({
    given,
    answer,
    share: scored({ ...asked, scale: [0, 1], answer }).score,
  })),
);

describe('answers to questions of other subjects', () => {
  it('are scored near what a reader gave', () => {
    const r = pearson(
      said.map(({ given }) => given),
      said.map(({ share }) => share),
    );
    const off =
      said.reduce((sum, { given, share }) => sum + Math.abs(given - share), 0) / said.length;
    expect(r).to.be.above(0.75);
    expect(off).to.be.below(0.17);
  });

  it('what is wrong or empty is never paid as half', () => {
    for (const { given, answer, share } of said.filter((one) => one.given <= 0.1)) {
      expect(share, `${String(given)} ${answer}`).to.be.below(0.5);
    }
  });
});
