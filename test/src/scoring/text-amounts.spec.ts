import { isSame, quantitiesOf, withDigits } from '@zhiyu/server/scoring/text/quantities';
import { expect } from 'chai';
import { scored } from './text-asked.js';

const share = (over: Parameters<typeof scored>[0]): number =>
  scored({ scale: [0, 1], ...over }).score;

describe('amounts in short answers', () => {
  it('are the same however they are written', () => {
    for (const [a, b] of [
      ['半年', '6个月'],
      ['八成', '80%'],
      ['两周', '十四天'],
      ['1.5公斤', '１５００克'],
      ['一百摄氏度', '100℃'],
      ['三点', '3'],
      ['三十八万千米', '38万公里'],
    ] as const) {
      const [one] = quantitiesOf(withDigits(a, 'zh'));
      const [other] = quantitiesOf(withDigits(b, 'zh'));
      expect(one && other && isSame(one, other), `${a} ${b}`).to.equal(true);
    }
    const [month] = quantitiesOf('6个月');
    const [day] = quantitiesOf('6天');
    expect(month && day && isSame(month, day)).to.equal(false);
  });

  it('asked for alone are the answer in any words, and another one is none', () => {
    const asked = { question: '仓库灭火器多久检查一次？', references: ['每30天'] };
    for (const answer of ['30天', '三十天', '每隔３０天检查一次', '30']) {
      expect(share({ ...asked, answer }), answer).to.equal(1);
    }
    for (const answer of ['60天', '三百天', '不是30天', '30年', '不知道']) {
      expect(share({ ...asked, answer }), answer).to.equal(0);
    }
  });

  it('belong to what stands before them', () => {
    const asked = {
      question: '高血压的诊断标准是多少？',
      keyPoints: ['收缩压不低于140毫米汞柱', '舒张压不低于90毫米汞柱'],
    };
    expect(share({ ...asked, answer: '收缩压140，舒张压90' })).to.equal(1);
    expect(share({ ...asked, answer: '收缩压一百四十以上' })).to.equal(0.5);
    expect(share({ ...asked, answer: '收缩压90，舒张压140' })).to.equal(0);
    expect(share({ ...asked, answer: '收缩压140，舒张压80' })).to.equal(0.5);
  });

  it('of a rule with its condition are wrong when the number is', () => {
    const asked = {
      question: '年休假怎么算？',
      keyPoints: ['工作满一年不满十年的，年休假五天', '工作满二十年的，年休假十五天'],
    };
    expect(
      share({ ...asked, answer: '工作满一年不满十年的年休假5天，满二十年的15天' }),
    ).to.be.above(0.7);
    expect(share({ ...asked, answer: '工作满一年不满十年的年休假三天' })).to.be.below(0.15);
  });

  it('leave names with digits alone: 5S and 4G are nothing to calculate', () => {
    const references = ['3C产品：计算机、通信、消费电子。'];
    const third = share({ question: '什么是3C产品？', references, answer: '3C产品包括计算机等。' });
    expect(third).to.be.closeTo(1 / 3, 0.05);
  });

  it('that are said to be about so much may be a little off', () => {
    const asked = { question: '全程多少公里？', references: ['约1300公里'] };
    expect(share({ ...asked, answer: '1318公里' })).to.equal(1);
    expect(share({ ...asked, answer: '1500公里' })).to.equal(0);
    expect(share({ ...asked, references: ['1300公里'], answer: '1318公里' })).to.equal(0);
  });
});
