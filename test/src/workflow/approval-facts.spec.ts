import type { Finding } from '@zhiyu/contracts/scoring';
import { factsOf } from '@zhiyu/server/workflow/approval-facts';
import { expect } from 'chai';
import { aQuote } from '../factories/evidence.js';

const finding = (text: string, first: string, ...rest: string[]): Finding => ({
  text,
  evidence: [aQuote({ quote: first }), ...rest.map((quote) => aQuote({ quote }))],
});

describe('what an approval card points at', () => {
  it('is three things to look at or to know, doubts first', () => {
    const facts = factsOf({
      lookFirst: [finding('先看', '我请她坐下')],
      highlights: [
        finding('甲', '十分钟办好'),
        finding('乙', '她同意了'),
        finding('丙', '再数一遍'),
      ],
    });
    expect(facts.map(({ text }) => text)).to.deep.equal(['先看', '甲', '乙']);
  });

  it('never quotes the same words twice: other words of the finding, or the next finding', () => {
    const facts = factsOf({
      lookFirst: [finding('先看', '签了三十六万')],
      highlights: [
        finding('金额', '签了三十六万', '今年又续签'),
        finding('数字', '今年又续签'),
        finding('做法', '做了一个样品间'),
      ],
    });
    expect(facts.map(({ text, quote }) => [text, quote])).to.deep.equal([
      ['先看', '签了三十六万'],
      ['金额', '今年又续签'],
      ['做法', '做了一个样品间'],
    ]);
  });
});
