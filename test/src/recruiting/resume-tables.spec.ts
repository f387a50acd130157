import { expect } from 'chai';
import type { Field, ParsedResume } from '@zhiyu/contracts/resume';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { parseResumeFile } from '@zhiyu/server/recruiting/resume/resume-parser';
import { songPdf, wordFile } from '../factories/resume-files.js';

function read(...lines: string[]): ParsedResume {
  const text = lines.join('\n');
  return extractResume({ text, hidden: [], pages: 1, warnings: [] }, 'text');
}

function jobs(resume: ParsedResume): (string | undefined)[][] {
  return resume.work.map(({ company, title, from, to, description }) =>
    [company, title, from, to, description].map((field) => field?.value),
  );
}

function expectSpans(resume: ParsedResume, fields: (Field<string> | null)[]): void {
  for (const field of fields) {
    const { start = -1, end = -1, line = 0 } = field?.span ?? {};
    expect(resume.text.slice(start, end)).to.equal(field?.value);
    expect(resume.text.slice(0, start).split('\n')).to.have.length(line);
  }
}

const told = '负责门店日常运营，带领8人团队；盘点库存。';
const rows = [
  ['2019.07-2021.06', '杭州云杉零售有限公司', '店长', told],
  ['2021.07-至今', '宁波银行股份有限公司', '客户经理', '维护客户关系，完成存款指标'],
];
const expected = [
  ['杭州云杉零售有限公司', '店长', '2019-07', '2021-06', told],
  ['宁波银行股份有限公司', '客户经理', '2021-07', 'now', '维护客户关系，完成存款指标'],
];
const header = ['起止时间', '工作单位', '职务', '工作内容'];

describe('tables in a résumé', () => {
  it('keep their fourth column, with and without words above the columns', () => {
    const lines = rows.map((row) => row.join('  '));
    expect(jobs(read('工作经历', header.join('  '), ...lines))).to.deep.equal(expected);
    expect(jobs(read('工作经历', ...lines))).to.deep.equal(expected);
    const piped = [header, ...rows].map((row) => row.join(' | '));
    expect(jobs(read('工作经历', ...piped))).to.deep.equal(expected);
  });

  it('keep it in a DOCX and in a PDF', async () => {
    const word = await wordFile(['张晓明的个人简历', '工作经历', [header, ...rows]]);
    expect(jobs(await parseResumeFile(word, 'a.docx'))).to.deep.equal(expected);
    const places = [40, 200, 320, 390];
    const items = [['工作经历'], header, ...rows].flatMap((row, line) =>
      row.map((text, column) => ({ x: places[column] ?? 0, y: 100 + line * 20, text, size: 8 })),
    );
    expect(jobs(await parseResumeFile(songPdf({ items }), 'a.pdf'))).to.deep.equal(expected);
  });

  it('are read by the words above them: departments, places and referees are no names', () => {
    const resume = read(
      '工作经历',
      '公司  部门  职位  入职时间  离职时间  证明人',
      '云杉商贸行  市场拓展部  区域拓展  2018.03  2019.04  李经理',
      '乐购便民店  营运部  值班店长  2019.05  至今  王主任',
    );
    expect(jobs(resume)).to.deep.equal([
      ['云杉商贸行', '区域拓展', '2018-03', '2019-04', undefined],
      ['乐购便民店', '值班店长', '2019-05', 'now', undefined],
    ]);
    expectSpans(
      resume,
      resume.work.flatMap(({ company, title }) => [company, title]),
    );
  });

  it('tell schools and projects too, and what stands below a row belongs to it', () => {
    const resume = read(
      '教育经历',
      '时间  学校  专业  学历',
      '2015.09-2019.06  浙江大学  市场营销  本科',
      '2012.09-2015.06  杭州第二中学  理科  高中',
      '项目经历',
      '项目名称  角色  时间  项目描述',
      '会员日  组员  2020.03-2020.08  写方案',
      '• 到店人数增加两成',
    );
    expect(
      resume.education.map(({ school, major, degree }) => [
        school?.value,
        major?.value,
        degree?.value,
      ]),
    ).to.deep.equal([
      ['浙江大学', '市场营销', 'bachelor'],
      ['杭州第二中学', '理科', 'secondary'],
    ]);
    const [project] = resume.projects;
    expect([project?.name?.value, project?.role?.value, project?.to?.value]).to.deep.equal([
      '会员日',
      '组员',
      '2020-08',
    ]);
    expect(project?.description?.value).to.equal('写方案\n• 到店人数增加两成');
  });

  it('give no name to a line that does not fit them', () => {
    const resume = read(
      '工作经历',
      header.join('  '),
      rows[0]?.join('  ') ?? '',
      '2017.07-2019.06  上海味源食品有限公司  销售代表',
      '负责商超渠道铺货',
    );
    expect(jobs(resume)[1]?.slice(0, 2)).to.deep.equal(['上海味源食品有限公司', '销售代表']);
  });
});

describe('the role in a project', () => {
  const cases: [string, string, string | undefined][] = [
    ['门店改造 / 项目负责人', '门店改造', '项目负责人'],
    ['门店改造/项目负责人', '门店改造', '项目负责人'],
    ['门店改造，项目负责人', '门店改造', '项目负责人'],
    ['会员小程序（产品经理）', '会员小程序', '产品经理'],
    ['数据中台/指标平台 核心成员', '数据中台/指标平台', '核心成员'],
    ['Store App, Lead Developer', 'Store App', 'Lead Developer'],
    ['销售/库存一体化系统', '销售/库存一体化系统', undefined],
    ['A/B测试平台', 'A/B测试平台', undefined],
    ['电商平台/智能客服', '电商平台/智能客服', undefined],
  ];
  for (const [written, name, role] of cases) {
    it(`${role === undefined ? 'is not invented in' : 'does not stay in'} ${written}`, () => {
      const resume = read('项目经历', `2021.03-2021.08  ${written}`, '• 提升到店人数');
      const [project] = resume.projects;
      expect([project?.name?.value, project?.role?.value]).to.deep.equal([name, role]);
      expectSpans(resume, [project?.name ?? null, ...(project?.role ? [project.role] : [])]);
    });
  }

  it('does not take a name of an employer with it either', () => {
    const resume = read('工作经历', '2019.07-2021.06  杭州云杉零售有限公司/店长', '排班');
    expect(jobs(resume)[0]?.slice(0, 2)).to.deep.equal(['杭州云杉零售有限公司', '店长']);
  });
});

describe('languages in one line', () => {
  const cases: [string, string[]][] = [
    ['英语 CET-6，日语 N2', ['英语 CET-6', '日语 N2']],
    ['英语CET-6 日语N2', ['英语CET-6', '日语N2']],
    ['英语六级，听说流利，日语 N1', ['英语六级，听说流利', '日语 N1']],
    ['英语（CET-6，听说读写熟练）、日语（N2）', ['英语（CET-6，听说读写熟练）', '日语（N2）']],
    ['英语和流利的法语', ['英语', '流利的法语']],
    ['英语（可用英文和日文写邮件）', ['英语（可用英文和日文写邮件）']],
    ['English C1 and French B2', ['English C1', 'French B2']],
    ['Fluent English, conversational French', ['Fluent English', 'conversational French']],
  ];
  for (const [written, values] of cases) {
    it(`are read one by one: ${written}`, () => {
      const resume = read('语言能力', written);
      expect(resume.languages.map(({ value }) => value)).to.deep.equal(values);
      expectSpans(resume, resume.languages);
    });
  }

  it('are found among skills, without what stands between them', () => {
    const resume = read('专业技能', '英语CET-6、Excel、日语N2，驾驶证 C1');
    expect(resume.languages.map(({ value }) => value)).to.deep.equal(['英语CET-6', '日语N2']);
  });
});
