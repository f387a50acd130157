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
  ]) {
    it(`${said}: stands, it is of others or of work`, () => {
      expect(cover.text(said)).to.equal(said);
    });
  }
});
