import { expect } from 'chai';
import type { Requirement } from '@zhiyu/contracts/position';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { RuleResult } from '@zhiyu/contracts/screening';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { screeningIn } from '@zhiyu/server/recruiting/screening-words';
import { screen } from '@zhiyu/server/recruiting/screening.rules';
import { labelledResume, retailResume } from '../factories/resume-texts.js';

const now = Date.UTC(2024, 6, 15);

function read(text: string): ParsedResume {
  return extractResume({ text, hidden: [], pages: 1, warnings: [] }, 'text');
}

function only(rule: Requirement, text = retailResume): RuleResult {
  const [result] = screeningIn(screen([rule], read(text), 1, now), 'zh').rules;
  if (result === undefined) throw new Error('no rule was applied');
  return result;
}

const skill = (...anyOf: string[]): Requirement => ({ id: 's', kind: 'skill', anyOf });
const years = (minYears: number, ...words: string[]): Requirement => ({
  id: 'y',
  kind: 'experience',
  minYears,
  ...(words.length > 0 ? { in: words } : {}),
});
const education = (minDegree: 'associate' | 'bachelor' | 'master'): Requirement => ({
  id: 'e',
  kind: 'education',
  minDegree,
});
const protectedRule = (approvedBy?: string): Requirement => ({
  id: 'p',
  kind: 'protected',
  attribute: 'age',
  condition: '年满 18 周岁',
  legalGround: '劳动法第十五条',
  ...(approvedBy === undefined ? {} : { approvedBy }),
});

describe('screening', () => {
  it('names the rule, what was found, and the line of the résumé', () => {
    const result = only(education('associate'));
    expect(result).to.deep.include({
      rule: '学历不低于大专',
      outcome: 'held',
      found: '本科，简历第 6 行',
      line: 6,
    });
    expect(result.lineText).to.contain('浙江大学');
  });

  it('compares degrees by their order', () => {
    expect(only(education('bachelor')).outcome).to.equal('held');
    expect(only(education('master')).outcome).to.equal('failed');
    expect(only(education('bachelor'), labelledResume).outcome).to.equal('failed');
    expect(only(education('bachelor'), '姓名：张三').outcome).to.equal('unknown');
  });

  it('takes a major by its word, its family and its English name', () => {
    const major = (...anyOf: string[]): Requirement => ({ id: 'm', kind: 'major', anyOf });
    expect(only(major('市场营销')).outcome).to.equal('held');
    expect(only(major('电子商务')).outcome).to.equal('failed');
    expect(only(major('电子商务相关专业')).outcome).to.equal('held');
    expect(only(major('Marketing')).outcome).to.equal('held');
    expect(only(major('计算机')).outcome).to.equal('failed');
  });

  it('counts years of work up to now', () => {
    expect(only(years(5))).to.include({ outcome: 'held', found: '共 5.1 年，简历第 10 行' });
    expect(only(years(6)).outcome).to.equal('failed');
  });

  it('counts work at the same time once', () => {
    const text =
      '工作经历\n2020.01 - 2021.12  甲有限公司  店员\n2021.01 - 2022.12  乙有限公司  店员';
    expect(only(years(3), text)).to.include({ outcome: 'held' });
    expect(only(years(3.1), text)).to.include({ outcome: 'failed' });
  });

  it('counts only work that one of the words names', () => {
    expect(only(years(3, '门店', '零售')).found).to.contain('共 3.1 年');
    expect(only(years(4, '门店')).outcome).to.equal('failed');
    expect(only(years(1, '编程')).outcome).to.equal('failed');
  });

  it('leaves undated work to a person', () => {
    const text = '工作经历\n甲有限公司  店员\n• 负责收银';
    expect(only(years(1), text).outcome).to.equal('unknown');
  });

  it('finds a skill by code, by another name and in the text, and never says a missing one failed', () => {
    expect(only(skill('excel')).outcome).to.equal('held');
    expect(only(skill('cash handling', '点钞')).line).to.equal(14);
    expect(only(skill('会员积分')).outcome).to.equal('held');
    expect(only(skill('Java')).outcome).to.equal('unknown');
    expect(only(skill('Java'), '专业技能\nJavaScript').outcome).to.equal('unknown');
  });

  it('finds a language by any of its names', () => {
    const language = (...anyOf: string[]): Requirement => ({ id: 'l', kind: 'language', anyOf });
    expect(only(language('English')).outcome).to.equal('held');
    expect(only(language('日语')).outcome).to.equal('unknown');
  });

  describe('asks for a level of a language', () => {
    const resume = (line: string) => ['姓名：林晓', '语言能力', line].join('\n');
    const language = (...anyOf: string[]): Requirement => ({ id: 'l', kind: 'language', anyOf });
    const outcome = (line: string, ...anyOf: string[]) => only(language(...anyOf), resume(line));

    const enough: [string, string][] = [
      ['大学英语六级（520）', '英语六级'],
      ['CET-6', '英语四级'],
      ['英语四、六级', 'CET-6'],
      ['雅思 7.0', '雅思6.5'],
      ['TOEFL iBT 102', '托福 95'],
      ['日语 N1', '日语N2'],
      ['英语专业八级', '专四'],
      ['普通话二级甲等', '普通话二级乙等'],
      ['English C1, French B1', 'English B2'],
    ];
    for (const [line, wanted] of enough) {
      it(`${wanted} is shown by ${line}`, () => {
        const { outcome: found, line: at } = outcome(line, wanted);
        expect([found, at]).to.deep.equal(['held', 3]);
      });
    }

    const less: [string, string][] = [
      ['大学英语四级', '英语六级'],
      ['英语六级备考中', 'CET-6'],
      ['英语流利', 'CET-6'],
      ['雅思 6.0', 'IELTS 6.5'],
      ['日语 N3', '日语N2'],
      ['普通话二级乙等', '普通话二级甲等'],
      ['French C1, English A2', 'English B2'],
      ['计算机四级', '英语四级'],
    ];
    for (const [line, wanted] of less) {
      it(`${wanted} is not shown by ${line}: a person looks`, () => {
        expect(outcome(line, wanted).outcome).to.equal('unknown');
      });
    }

    it('says what stands there instead, on its line', () => {
      const { found, line } = outcome('大学英语四级', '英语六级');
      expect(found).to.equal('写的是大学英语四级，要的是英语六级，简历第 3 行');
      expect(line).to.equal(3);
    });

    it('is met where any of the words is: a bare name asks for no level', () => {
      expect(outcome('英语四级', '英语', 'CET-6').outcome).to.equal('held');
    });
  });

  it('leaves a protected rule to a person and ignores it without an approver', () => {
    expect(screen([protectedRule()], read(retailResume), 1, now).rules).to.deep.equal([]);
    expect(only(protectedRule('u1'))).to.include({ outcome: 'unknown', rule: '年满 18 周岁' });
  });

  it('rejects on one failure, looks on one unknown, else passes', () => {
    const outcome = (...rules: Requirement[]): string =>
      screen(rules, read(retailResume), 3, now).outcome;
    expect(outcome(education('bachelor'), skill('excel'))).to.equal('pass');
    expect(outcome(education('bachelor'), skill('Java'))).to.equal('look');
    expect(outcome(education('master'), skill('Java'))).to.equal('reject');
    expect(screen([], read(retailResume), 3, now).rulesVersion).to.equal(3);
  });
});
