import { intraclass, pearson, weightedKappa } from '@zhiyu/server/scoring/calibration/agreement';
import { calibrate, recordOf } from '@zhiyu/server/scoring/calibration/calibrate';
import { groundOf } from '@zhiyu/server/scoring/text/ground';
import { expect } from 'chai';
import { asked, scored } from './text-asked.js';

/** Graders who like one example and dislike another, which no reference says. */
const graded = [
  ...['用排班表提前一周公布', '把排班表提前公布给大家', '每周五公布下周的排班表'].map((answer) => ({
    answer,
    score: 9,
  })),
  ...['临时打电话叫人来上班', '当天早上打电话通知上班', '谁有空就打电话叫谁'].map((answer) => ({
    answer,
    score: 2,
  })),
  ...['看情况安排', '按经验安排人手', '让大家自己商量'].map((answer) => ({ answer, score: 5 })),
];
const question = '门店怎么安排员工上班？';
const references = ['根据客流安排人手，兼顾员工意愿。'];

describe('calibration by graded answers', () => {
  it('an answer like well graded ones rises, one like badly graded ones falls', () => {
    const like = { question, references, answer: '我会提前公布排班表' };
    const unlike = { question, references, answer: '早上打电话叫人上班' };
    const [before, beforeUnlike] = [scored(like), scored(unlike)];
    const [after, afterUnlike] = [scored({ ...like, graded }), scored({ ...unlike, graded })];
    expect(after.score).to.be.above(before.score + 2);
    expect(after.score).to.be.above(afterUnlike.score + 3);
    expect(after.evidence.map(({ why }) => why).join()).to.contain('9 分');
    expect(beforeUnlike.evidence.map(({ why }) => why).join()).not.to.contain('已评');
  });

  it('one grade moves little: the score without grades is where it starts', () => {
    const answer = '根据客流安排，兼顾大家的意愿。';
    const bare = scored({ question, references, answer });
    const one = scored({ question, references, answer, graded: [{ answer: '随便', score: 0 }] });
    expect(Math.abs(one.score - bare.score)).to.be.below(3);
  });

  it('is sure near what was graded and less sure far from it', () => {
    const near = scored({ question, references, graded, answer: '把排班表提前公布给大家' });
    const far = scored({ question, references, graded, answer: '根据客流高峰灵活调整岗位数量' });
    expect(near.se).to.be.below(far.se);
  });

  it('says by how much it agrees with the graders before and after, left-out answers only', () => {
    const ground = groundOf(asked({ question, references, graded }));
    const record = recordOf(calibrate(ground));
    expect(record.answers).to.equal(9);
    expect(record.after.pearson).to.be.above(0.4);
    expect(record.after.meanError).to.be.below(record.before.meanError);
    expect(record.graded[0]?.after).not.to.equal(record.graded[0]?.given);
  });

  it('the same grades give the same bytes', () => {
    const made = () =>
      JSON.stringify(recordOf(calibrate(groundOf(asked({ question, references, graded })))));
    expect(made()).to.equal(made());
  });
});

describe('agreement of two lists of scores', () => {
  it('Pearson, by hand', () => {
    expect(pearson([1, 2, 3, 4], [2, 4, 5, 4])).to.be.closeTo(0.7182, 0.0001);
    expect(pearson([1, 1, 1], [1, 2, 3])).to.equal(null);
  });

  it('quadratic weighted kappa, by hand: 1 - (4/6) / (mean of chance)', () => {
    // Squared differences seen: 0, 1, 1 -> 2/3; by chance (all nine pairs of 1,2,3 and 1,3,2): 12/9.
    expect(weightedKappa([1, 2, 3], [1, 3, 2], [1, 3], 3)).to.be.closeTo(0.5, 1e-9);
    expect(weightedKappa([1, 2, 3], [1, 2, 3], [1, 3], 3)).to.be.closeTo(1, 1e-9);
    expect(weightedKappa([1, 2, 3], [3, 2, 1], [1, 3], 3)).to.be.closeTo(-1, 1e-9);
  });

  it('ICC(2,1), by hand: mean squares 3.8, 1/3 and 1/3', () => {
    expect(intraclass([9, 6, 8, 7, 10, 6], [8, 6, 8, 6, 9, 7])).to.be.closeTo(
      3.4666667 / 4.1333333,
      1e-6,
    );
    // Absolute agreement: a grader who is always one point milder does not agree.
    expect(intraclass([1, 2, 3], [2, 3, 4])).to.be.closeTo(2 / 3, 1e-9);
  });
});
