import { splitReference } from '@zhiyu/server/scoring/text/points';
import { expect } from 'chai';
import { scored } from './text-asked.js';

function share(references: string[], answer: string, question = '有哪些？'): number {
  return scored({ question, references, answer, scale: [0, 1] }).score;
}

describe('key points of a reference', () => {
  it('are the items of a list, without its head', () => {
    expect(splitReference('配送模式：自营配送；共同配送；第三方配送。').points).to.eql([
      '自营配送',
      '共同配送',
      '第三方配送',
    ]);
    expect(splitReference('特点有：（1）快；（2）稳；（3）省').list).to.equal(true);
    expect(splitReference('组成：标签、阅读器和天线。').points).to.eql(['标签', '阅读器', '天线']);
  });

  it('first this, then that stays one point', () => {
    expect(splitReference('先断电，再检修；最后挂牌。').points).to.eql([
      '先断电，再检修',
      '最后挂牌',
    ]);
  });

  it('the share of them named is the score', () => {
    const reference = ['五险包括：养老保险、医疗保险、失业保险、工伤保险、生育保险。'];
    expect(share(reference, '养老保险、医疗保险、失业保险、工伤保险、生育保险')).to.equal(1);
    expect(share(reference, '有养老保险和工伤保险')).to.be.closeTo(0.4, 0.05);
    expect(share(reference, '汽车保险')).to.be.at.most(0.1);
  });
});

describe('a fact turned round', () => {
  const cases: [string, string, string][] = [
    ['an opposite word', '出货量较少；货物体积大', '出货量较多；货物体积小'],
    ['a negation more', '服务对象不确定；支持随机访问', '服务对象确定；不支持随机访问'],
    ['another number', '试用期不超过6个月；年假5天起', '试用期不超过9个月；年假15天起'],
    ['numbers exchanged', '2小时内答复；24小时内给出方案', '24小时内答复；2小时内给出方案'],
    ['the other order', '先断电再检修；先收款再发货', '先检修再断电；先发货再收款'],
  ];
  for (const [name, reference, answer] of cases) {
    it(`${name} is worth nothing, said straight it is worth all`, () => {
      expect(share([reference], reference), reference).to.equal(1);
      expect(share([reference], answer), answer).to.equal(0);
      const { evidence } = scored({ references: [reference], answer });
      expect(evidence.map(({ why }) => why).join()).to.contain('相反');
    });
  }

  it('a wrong judgement leaves next to nothing, however many words are right', () => {
    const question = '请判断以下叙述是否正确并说明理由：索引越多越好';
    const references = ['错误。索引要占用空间，写入时要维护，太多会变慢。'];
    const right = share(references, '错误。索引占用空间，写入要维护，太多会变慢。', question);
    const wrong = share(references, '正确。索引占用空间，写入要维护，太多会变慢。', question);
    expect(right).to.be.above(0.8);
    expect(wrong).to.be.below(0.2);
  });
});

describe('formulas', () => {
  const question = '平均要比较多少次？';

  it('are compared by value, however they are written', () => {
    const full = share(['(n+1)/2'], '(n+1)/2', question);
    for (const same of ['（n+1）/2', '(1+n)/2', '0.5*(n+1)', 'n/2+1/2']) {
      expect(share(['(n+1)/2'], same, question), same).to.be.above(full * 0.45);
    }
    for (const other of ['n+1/2', '(n-1)/2', '2n']) {
      expect(share(['(n+1)/2'], other, question), other).to.be.below(full * 0.75);
    }
    expect(share(['2^(n-1)'], '2的n-1次方', question)).to.be.above(
      share(['2^(n-1)'], '2^n-1', question),
    );
  });
});

describe('other words for the same thing', () => {
  it('synonyms and numbers in characters count as said', () => {
    const reference = ['关闭电源；24小时内回访客户'];
    expect(share(reference, '关掉电源，二十四小时内回访顾客')).to.equal(1);
  });
});
