import { spansOf } from '@zhiyu/server/interviews/meetings/free-times';
import { expect } from 'chai';

const quarter = 900_000;

describe('times in which somebody is taken', () => {
  it('are spans of the quarters beside each other, each counted once, soonest first', () => {
    expect(spansOf([8, 4, 5, 6, 5])).to.deep.equal([
      { from: 4 * quarter, to: 7 * quarter },
      { from: 8 * quarter, to: 9 * quarter },
    ]);
    expect(spansOf([])).to.deep.equal([]);
  });
});
