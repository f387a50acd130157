import { expect } from 'chai';
import { scored } from './text-asked.js';

const share = (over: Parameters<typeof scored>[0]): number =>
  scored({ scale: [0, 1], ...over }).score;

describe('the same fact in other words, and the contrary in the same', () => {
  it('everyday words are read as the formal ones', () => {
    const asked = {
      question: '顾客摔倒怎么办？',
      keyPoints: ['立即停止营业', '通知医生', '安抚顾客'],
    };
    expect(share({ ...asked, answer: '赶紧停掉营业，告诉大夫，安慰顾客' })).to.be.above(0.8);
    expect(share({ ...asked, answer: '接着营业，别告诉大夫' })).to.be.below(0.1);
  });

  it('two everyday words that a list tells apart stay two', () => {
    const keyPoints = ['清扫', '清洁', '整理'];
    expect(share({ question: '要做什么？', keyPoints, answer: '清扫、整理' })).to.be.closeTo(
      2 / 3,
      0.05,
    );
  });

  it('words that lend a fact its form need not be said', () => {
    const keyPoints = ['应当及时进行设备点检', '认真做好交接记录'];
    expect(
      share({ question: '开工前做什么？', keyPoints, answer: '设备点检，交接记录' }),
    ).to.be.above(0.6);
  });

  it('steps behind arrows are items', () => {
    const keyPoints = ['切断电源', '拨打急救电话', '心肺复苏'];
    const answer = '切断电源→拨打急救电话→心肺复苏';
    expect(share({ question: '触电怎么救？', keyPoints, answer })).to.equal(1);
    expect(scored({ keyPoints, answer }).evidence.map(({ text }) => text)).to.eql(keyPoints);
  });

  const against: [point: string, right: string, wrong: string][] = [
    ['仓库内不得吸烟', '仓库内不准吸烟', '仓库内可以吸烟'],
    ['员工只能申请一次补贴', '补贴员工只能申请一次', '员工可以多次申请补贴'],
    ['推行计件工资制', '实行计件工资', '废除计件工资制'],
    ['压力升高会使沸点升高', '压力变大沸点增大', '压力升高沸点降低'],
    ['佣金不得低于售价的百分之五', '佣金不低于售价的5%', '佣金可以低于售价的5%'],
  ];
  for (const [point, right, wrong] of against) {
    it(`${wrong} is contrary to ${point}`, () => {
      const asked = { question: '有什么规定？', keyPoints: [point, '每月盘点库存'] };
      expect(share({ ...asked, answer: right }), right).to.be.within(0.2, 0.55);
      const said = scored({ ...asked, answer: wrong });
      expect(said.score, wrong).to.equal(0);
      expect(said.evidence.map(({ why }) => why).join()).to.contain('相反');
    });
  }

  it('a fact of one thing said of the other by name is contrary, what is denied of it is not', () => {
    const asked = {
      question: '活期存款和定期存款有什么区别？',
      references: ['活期存款可以随时取用，利率较低；定期存款到期才能支取，利率较高。'],
    };
    const right = share({ ...asked, answer: '活期存款随时可以取用，定期存款到期才能支取。' });
    const wrong = share({ ...asked, answer: '定期存款随时可以取用，活期存款到期才能支取。' });
    expect(right).to.be.above(wrong + 0.3);
    expect(wrong).to.be.below(0.15);
  });

  it('scores by the only anchor of a rubric', () => {
    const rubric = [{ level: 5, anchor: '说明原因，给出办法，约定时间回复' }];
    const asked = { question: '怎么回复投诉？', rubric };
    const full = share({ ...asked, answer: '先说明原因，再给出办法，约定时间回复他。' });
    expect(full).to.be.above(share({ ...asked, answer: '说明原因就行。' }) + 0.3);
  });

  it('what is denied in so many words is not said', () => {
    const asked = { question: '谁审批出差？', references: ['部门经理'] };
    expect(share({ ...asked, answer: '部门经理审批' })).to.equal(1);
    expect(share({ ...asked, answer: '不是部门经理' })).to.equal(0);
  });

  it('sentences between semicolons are sentences: their words may be others', () => {
    const asked = {
      question: '冷链运输为什么要预冷车厢，为什么少开门，为什么记录温度？',
      references: [
        '车厢预冷可以避免货物装车时温度回升，减少品质损失；运输途中少开门能防止外界热空气进入车厢，保持低温稳定；记录温度便于发现异常并追溯责任，让收货人放心。',
      ],
    };
    const said = share({
      ...asked,
      answer: '预冷是防止装车时温度回升；少开门，热空气就进不去；记录温度可以追溯责任。',
    });
    expect(said).to.be.above(0.5);
    expect(share({ ...asked, answer: '为了好看，公司规定要这样做。' })).to.be.below(0.1);
  });

  it('English: words of every day and other forms of a sentence', () => {
    const asked = {
      language: 'en' as const,
      question: 'What do you do when a parcel arrives damaged?',
      keyPoints: [
        'inform the supervisor immediately',
        'record the damage',
        'ask the carrier for a refund',
      ],
    };
    expect(
      share({ ...asked, answer: 'I tell my boss right away and write down the damage.' }),
    ).to.be.within(0.4, 0.7);
    expect(share({ ...asked, answer: 'I eat lunch and go home.' })).to.equal(0);
  });
});
