import { loadPositionSeeds } from '@zhiyu/config/content';
import type { Requirement } from '@zhiyu/contracts/position';
import { guardOf, protectedIn } from '@zhiyu/contracts/rule-guard';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';

const skill = (...anyOf: string[]): Requirement => ({ id: 'skill-1', kind: 'skill', anyOf });
const said = (requirements: Requirement[], zh = '负责门店销售。') =>
  guardOf({ requirements, description: { zh } });

describe('the guard over protected attributes', () => {
  it('refuses an ordinary rule that names one, in Chinese and English', () => {
    for (const [word, attribute] of [
      ['男', 'sex'],
      ['限女性', 'sex'],
      ['female', 'sex'],
      ['35岁以下', 'age'],
      ['90后', 'age'],
      ['under 35', 'age'],
      ['已婚已育', 'marriage'],
      ['本地户口', 'hukou'],
      ['汉族', 'ethnicity'],
      ['无乙肝', 'health'],
      ['身高170以上', 'health'],
    ] as const) {
      expect(said([skill('收银', word)])[0], word).to.include({ verdict: 'refused', attribute });
    }
  });

  it('leaves trades, products and subjects alone', () => {
    for (const word of [
      '男装',
      '女鞋陈列',
      '母婴用品',
      '民族乐器',
      '健康管理',
      '应届',
      '青年旅社',
    ]) {
      expect(protectedIn(word), word).to.equal(null);
    }
  });

  it('says of a rule of its own kind whether it runs', () => {
    const rule: Requirement = {
      ...{ id: 'p', kind: 'protected', attribute: 'health', condition: '健康证' },
      legalGround: '食品安全法',
    };
    expect(said([rule])[0]).to.include({ verdict: 'waiting', words: '健康证' });
    expect(said([{ ...rule, approvedBy: 'x' }])[0]).to.include({ verdict: 'running' });
  });

  it('asks to look at the description and at very many years', () => {
    expect(said([], '形象好。年龄 25-35岁优先。')[0]).to.include({
      ...{ verdict: 'look', ruleId: null, attribute: 'age' },
    });
    const years: Requirement = { id: 'e', kind: 'experience', minYears: 20 };
    expect(said([years])[0]).to.include({ verdict: 'look', attribute: 'age' });
  });

  it('refuses nothing of the positions that come with the product', () => {
    const refusedOnes = [storeStaff(), ...loadPositionSeeds()].flatMap((content) =>
      guardOf(content).filter(({ verdict }) => verdict === 'refused'),
    );
    expect(refusedOnes).to.deep.equal([]);
  });
});
