import { expect } from 'chai';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { monthOf, readDates } from '@zhiyu/server/recruiting/resume/dates';
import {
  analystResume,
  britishResume,
  engineerResume,
  labelledResume,
  retailResume,
  salesResume,
} from '../factories/resume-texts.js';

function read(text: string): ParsedResume {
  return extractResume({ text, hidden: [], pages: 1, warnings: [] }, 'text');
}

function schools(resume: ParsedResume): (string | undefined)[][] {
  return resume.education.map(({ school, degree, major, from, to }) => [
    school?.value,
    degree?.value,
    major?.value,
    from?.value,
    to?.value,
  ]);
}

function jobs(resume: ParsedResume): (string | undefined)[][] {
  return resume.work.map(({ company, title, from, to }) => [
    company?.value,
    title?.value,
    from?.value,
    to?.value,
  ]);
}

describe('fields of a résumé', () => {
  it('reads a Chinese résumé with one line per entry', () => {
    const resume = read(retailResume);
    expect(resume.name?.value).to.equal('张晓明');
    expect(resume.phone?.value).to.equal('13812345678');
    expect(resume.email?.value).to.equal('zhangxm@example.com');
    expect(schools(resume)).to.deep.equal([
      ['浙江大学', 'bachelor', '市场营销', '2015-09', '2019-06'],
    ]);
    expect(jobs(resume)).to.deep.equal([
      ['杭州云杉零售有限公司', '门店主管', '2021-07', 'now'],
      ['宁波银行股份有限公司杭州分行', '综合柜员', '2019-07', '2021-06'],
    ]);
    expect(resume.projects.map(({ name, role }) => [name?.value, role?.value])).to.deep.equal([
      ['会员体系升级项目', '项目负责人'],
    ]);
    expect(resume.skills.map(({ code }) => code)).to.include.members(['excel', 'sql', 'python']);
    expect(resume.languages.map(({ value }) => value)).to.deep.equal([
      '英语（CET-6）',
      '普通话二级甲等',
    ]);
    expect(resume.work[0]?.description?.value).to.contain('损耗率从 3% 降到 1.2%');
  });

  it('reads labels before values', () => {
    const resume = read(labelledResume);
    expect([resume.name?.value, resume.phone?.value]).to.deep.equal(['李小红', '13900139000']);
    expect(schools(resume)).to.deep.equal([
      ['南京工业职业技术学院', 'associate', '会计', '2016-09', '2019-07'],
    ]);
    expect(jobs(resume)).to.deep.equal([['南京苏果超市有限公司', '收银员', '2019-08', '2020-10']]);
    expect(resume.skills.map(({ code }) => code)).to.include.members(['kingdee', 'driving']);
  });

  it('reads an American résumé', () => {
    const resume = read(engineerResume);
    expect(resume.name?.value).to.equal('Jane A. Doe');
    expect(resume.phone?.value).to.equal('(415) 555-0132');
    expect(jobs(resume)).to.deep.equal([
      ['Acme Inc.', 'Senior Software Engineer', '2020-01', 'now'],
      ['Globex Corporation', 'Software Engineer', '2017-07', '2019-12'],
    ]);
    expect(schools(resume)).to.deep.equal([
      ['University of California, Berkeley', 'bachelor', 'Computer Science', '2013-08', '2017-05'],
    ]);
    expect(resume.skills.map(({ code }) => code)).to.include.members(['go', 'python', 'aws']);
    expect(resume.languages).to.have.length(2);
  });

  it('reads a British one with the dates above the names', () => {
    const resume = read(britishResume);
    expect(resume.phone?.value).to.equal('+44 7700 900123');
    expect(jobs(resume)).to.deep.equal([
      ['Marks & Spencer', 'Sales Assistant', '2019-09', 'now'],
      ['Costa Coffee', 'Barista', '2017-06', '2019-08'],
    ]);
    expect(schools(resume)[1]).to.deep.equal([
      'Manchester Metropolitan University',
      'bachelor',
      'Marketing',
      '2017',
      '2020',
    ]);
  });

  it('reads numbered headings and a company above title and dates', () => {
    const resume = read(analystResume);
    expect(schools(resume)).to.deep.equal([
      ['北京师范大学', 'master', '应用统计', '2018-09', '2021-06'],
      ['山东大学（威海）', 'bachelor', '数学与应用数学', '2014-09', '2018-06'],
    ]);
    expect(jobs(resume)).to.deep.equal([['启明数据科技有限公司', '数据分析师', '2021-07', 'now']]);
    expect(resume.projects[0]?.name?.value).to.equal('用户流失预测模型');
  });

  it('reads entries parted by single blanks, and a family name of two characters', () => {
    const resume = read(salesResume);
    expect(resume.name?.value).to.equal('欧阳娜');
    expect(jobs(resume).map(([company, title]) => [company, title])).to.deep.equal([
      ['上海味源食品有限公司', '销售经理'],
      ['统一商贸（中国）投资有限公司', '销售代表'],
    ]);
    expect(schools(resume)).to.deep.equal([
      ['上海海洋大学', 'bachelor', '食品科学与工程', '2013', '2017'],
    ]);
  });

  it('points every span at its words', () => {
    for (const text of [retailResume, labelledResume, analystResume, salesResume]) {
      const resume = read(text);
      const fields = [
        resume.name,
        resume.email,
        ...resume.education.flatMap(({ school, major }) => [school, major]),
        ...resume.work.flatMap(({ company, title }) => [company, title]),
        ...resume.skills,
        ...resume.languages,
      ];
      for (const field of fields) {
        if (field?.span == null) continue;
        const { start, end, line } = field.span;
        expect(resume.text.slice(start, end)).to.equal(field.value);
        expect(resume.text.slice(0, start).split('\n')).to.have.length(line);
      }
    }
  });

  it('leaves out what is not there', () => {
    const resume = read('这份文件只是一段普通的话，没有任何联系方式，也没有经历。');
    expect([resume.name, resume.phone, resume.email]).to.deep.equal([null, null, null]);
    expect([...resume.education, ...resume.work, ...resume.projects]).to.deep.equal([]);
  });

  it('turns full-width characters and radicals into ordinary ones', () => {
    const resume = read('⼯作经历\n２０２０．０３－２０２１．０４  杭州天⽬有限公司  会计');
    expect(jobs(resume)).to.deep.equal([['杭州天目有限公司', '会计', '2020-03', '2021-04']]);
  });
});

describe('dates of a résumé', () => {
  const ranges: [string, string, string][] = [
    ['2019.09 - 2023.06', '2019-09', '2023-06'],
    ['2019年9月—至今', '2019-09', 'now'],
    ['2019/09~2020/1', '2019-09', '2020-01'],
    ['2019-09至2020-12', '2019-09', '2020-12'],
    ['201909-202306', '2019-09', '2023-06'],
    ['2019-2023', '2019', '2023'],
    ['Sept. 2019 – Present', '2019-09', 'now'],
    ['09/2019 to 12/2020', '2019-09', '2020-12'],
    ['Jun – Aug 2021', '2021-06', '2021-08'],
    ['2021.3-8', '2021-03', '2021-08'],
    ['Since March 2020', '2020-03', 'now'],
    ['2020年3月起', '2020-03', 'now'],
  ];
  for (const [written, from, to] of ranges) {
    it(`reads ${written}`, () => {
      const dates = readDates({ text: `某某公司 ${written} 店员`, start: 0, end: 40, no: 1 });
      expect([dates.from?.value, dates.to?.value]).to.deep.equal([from, to]);
    });
  }

  it('takes no telephone number or percentage for a date', () => {
    expect(
      readDates({ text: '13820191234 占比 2019%', start: 0, end: 20, no: 1 }).found,
    ).to.not.equal('range');
    expect(monthOf('2020年13月')).to.equal('2020');
  });
});
