import { Cover } from '@zhiyu/server/candidate-file/masking/cover';
import { expect } from 'chai';

/** Who he is, is known by his résumé: a name, and no school. */
const cover = new Cover([
  { alias: '候选人 5W0D', names: ['陈雨桐'], phones: [], emails: [], schools: [] },
]);

describe('what somebody says of himself in masked mode (R4)', () => {
  for (const [said, shown] of [
    ['我毕业于浙江大学，学市场营销', '我毕业于████，学市场营销'],
    ['我是一个女生，力气不大', '我是一个██，力气不大'],
    ['作为一名女性店长', '作为一名██店长'],
    ['我是90后，做事快', '我是███，做事快'],
    ['我99年出生', '我█████'],
    [
      'I graduated from Zhejiang University of Technology in 2019.',
      `I graduated from ${'█'.repeat(33)} in 2019.`,
    ],
    ["I'm a mother of two", "I'm a ██████ of two"],
    ['I was born in 1999', 'I was born in ████'],
    ['我叫陈雨彤，做过三年店员', '我叫███，做过三年店员'],
    ['大家叫我雨桐', '大家叫我██'],
    ['，一九九九年四月三号出生', '，███████████'],
    ['我今年二十六岁', '我今年████'],
    ['born on 12 April 1999, in Jena', 'born on █████████████, in Jena'],
    ['My name is Hannah Smit.', 'My name is ███████████.'],
    ["I'm twenty-six and I like shops", "I'm ██████████ and I like shops"],
    ['陈雨桐女士接待得很好', '█████接待得很好'],
  ] as const) {
    it(`${said}: covered, each place where it was`, () => {
      expect(cover.text(said)).to.equal(shown);
      expect(shown).to.have.length(said.length);
    });
  }

  for (const said of [
    '一位90后的女顾客要退货',
    '我接待了一位男士，又接待了一位女士',
    '我考上了大学以后去门店实习',
    '我是2019年的店长',
    'As a team lead I asked a woman to sit down',
    '我叫他先走，我叫上两个同事',
    '今年26人报名',
    "I'm 30 minutes early",
    '2019年出货单',
  ]) {
    it(`${said}: stands, it is of others or of work`, () => {
      expect(cover.text(said)).to.equal(said);
    });
  }
});

describe('names in masked mode', () => {
  const anna = new Cover([
    { alias: 'Candidate 5W0D', names: ['Anna Schmidt'], phones: [], emails: [], schools: [] },
  ]);

  it('goes over the segments of a recogniser, whose lengths stay', () => {
    const segment = (text: string) => ({ text, from: 0, to: 1, confidence: 0.9 });
    const parts = ['我叫', '陈', '雨', '桐', '，电话', '一三九', '八七六五四三二一'];
    const phones = new Cover([
      { alias: '候选人 1', names: ['陈雨桐'], phones: ['13987654321'], emails: [], schools: [] },
    ]);
    const covered = phones.body({ locale: 'zh', segments: parts.map(segment) });
    expect(covered.segments.map(({ text }) => text)).to.deep.equal([
      ...['我叫', '█', '█', '█', '，电话', '███', '████████'],
    ]);
    const words = ['I', 'am', 'Anna', 'Schmidt', 'of', 'Jena'].map(segment);
    const english = anna.body({ locale: 'en', segments: words });
    expect(english.segments.map(({ text }) => text).join(' ')).to.equal(
      'I am ████ ███████ of Jena',
    );
  });

  it('covers first and family name alone, in words that were counted too', () => {
    expect(anna.text('Call me Anna, or Ms Schmidt.')).to.equal('Call me ████, or ██ ███████.');
    expect(anna.body({ word: 'schmidt', count: 2 })).to.deep.equal({ word: '███████', count: 2 });
    expect(anna.body({ fileName: 'CV Anna.pdf' })).to.deep.equal({ fileName: 'CV ████.pdf' });
  });

  it('leaves a colleague with the same first name his name', () => {
    const colleague = { ownerName: 'Anna Meyer', by: 'Anna Meyer' };
    expect(anna.body(colleague)).to.deep.equal(colleague);
  });
});
