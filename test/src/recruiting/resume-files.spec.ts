import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { AppError } from '@zhiyu/contracts/errors';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import { parseResumeFile } from '@zhiyu/server/recruiting/resume/resume-parser';
import { resumeCommand } from '@zhiyu/server/recruiting/resume/resume.command';
import {
  drawnPdf,
  encryptedWordFile,
  longPdf,
  songPdf,
  wordFile,
  type PlacedText,
} from '../factories/resume-files.js';
import { needs } from '../harness/machine.js';
import { analystResume, engineerResume, retailResume } from '../factories/resume-texts.js';

async function refusal(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    await parseResumeFile(bytes, fileName);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

function column(x: number, y: number, lines: string[]): PlacedText[] {
  return lines.map((text, index) => ({ x, y: y + index * 18, text }));
}

function facts(resume: ParsedResume) {
  return {
    name: resume.name?.value,
    phone: resume.phone?.value,
    schools: resume.education.map(({ school, degree }) => [school?.value, degree?.value]),
    jobs: resume.work.map(({ company, title }) => [company?.value, title?.value]),
  };
}

const sidebar = songPdf({
  items: [
    { x: 220, y: 60, text: '陈思远', size: 22 },
    ...column(40, 110, ['联系方式', '13611112222', 'chen@example.com', '上海']),
    ...column(40, 200, ['专业技能', 'Excel', 'SQL', 'Photoshop']),
    ...column(40, 290, ['语言能力', '英语六级']),
    ...column(220, 110, ['教育背景', '2016.09 - 2020.06', '复旦大学', '新闻学', '本科']),
    ...column(220, 210, ['工作经历', '2020.07 - 至今', '上海文汇传媒有限公司', '新媒体编辑']),
    ...column(220, 282, ['• 每周撰写五篇推文，阅读量提升四成', '• 管理三人编辑小组']),
  ],
});

describe('résumé files', () => {
  it('reads a Chinese PDF without embedded fonts, one column after the other', async () => {
    const resume = await parseResumeFile(sidebar, '简历.pdf');
    expect(facts(resume)).to.deep.equal({
      name: '陈思远',
      phone: '13611112222',
      schools: [['复旦大学', 'bachelor']],
      jobs: [['上海文汇传媒有限公司', '新媒体编辑']],
    });
    expect(resume.skills.map(({ code }) => code)).to.include.members(['excel', 'sql', 'photoshop']);
    expect(resume.languages.map(({ value }) => value)).to.deep.equal(['英语六级']);
  });

  it('keeps the cells of a table row together', async () => {
    const rows = ['2019.09', '2021.07'].flatMap((from, index) => [
      { x: 50, y: 140 + index * 60, text: `${from} - 至今` },
      {
        x: 190,
        y: 140 + index * 60,
        text: ['深圳前海软件有限公司', '广州白云商贸有限公司'][index] ?? '',
      },
      { x: 420, y: 140 + index * 60, text: ['测试工程师', '采购专员'][index] ?? '' },
      {
        x: 60,
        y: 160 + index * 60,
        text: '• 一条足够长的说明，横跨整个页面的宽度，写明做了什么以及结果如何',
      },
    ]);
    const items = [{ x: 50, y: 60, text: '何静' }, { x: 50, y: 110, text: '工作经历' }, ...rows];
    const resume = await parseResumeFile(songPdf({ items }), 'a.pdf');
    expect(facts(resume).jobs).to.deep.equal([
      ['深圳前海软件有限公司', '测试工程师'],
      ['广州白云商贸有限公司', '采购专员'],
    ]);
  });

  it('reports text that a reader cannot see and does not use it', async () => {
    const seen: PlacedText[] = [
      { x: 50, y: 60, text: '林晓 13500001111' },
      { x: 60, y: 125, text: '深色底上的白字', colour: [1, 1, 1] },
    ];
    const unseen: PlacedText[] = [
      { x: 50, y: 200, text: '白字精通Java', colour: [1, 1, 1] },
      { x: 50, y: 220, text: '极小字Python', size: 1 },
      { x: 50, y: 240, text: '隐形字Kafka', mode: 3 },
      { x: 700, y: 260, text: '页外字Docker' },
      { x: 60, y: 322, text: '被盖住Redis' },
    ];
    const before = '0.1 0.2 0.4 rg 50 700 300 40 re f';
    const after = '0.9 0.9 0.9 rg 50 500 300 40 re f';
    const resume = await parseResumeFile(
      songPdf({ items: [...seen, ...unseen], before, after }),
      'h.pdf',
    );
    const hidden = resume.hiddenText.map(({ value }) => value).join('|');
    for (const { text } of unseen) {
      expect(hidden).to.contain(text);
      expect(resume.text).not.to.contain(text);
    }
    for (const { text } of seen) expect(resume.text).to.contain(text);
    expect(resume.skills).to.deep.equal([]);
    expect(resume.warnings.join()).to.contain('看不见');
  });

  it('reads an English PDF with dates at the right edge', async () => {
    const bytes = await drawnPdf((page) => {
      for (const line of engineerResume.split('\n')) page.fontSize(10).text(line || ' ');
    });
    const resume = await parseResumeFile(bytes, 'jane.pdf');
    expect(facts(resume).jobs[1]).to.deep.equal(['Globex Corporation', 'Software Engineer']);
    expect(facts(resume).schools).to.deep.equal([
      ['University of California, Berkeley', 'bachelor'],
    ]);
  });

  it('reads a PDF with an embedded Chinese font', async () => {
    needs('cjkFont');
    const draw = (page: PDFKit.PDFDocument): void => {
      for (const line of analystResume.split('\n')) page.fontSize(10).text(line || ' ');
    };
    const resume = await parseResumeFile(await drawnPdf(draw, { cjk: true }), '王伟.pdf');
    expect(facts(resume).schools[0]).to.deep.equal(['北京师范大学', 'master']);
    expect(facts(resume).jobs).to.deep.equal([['启明数据科技有限公司', '数据分析师']]);
  });

  it('reads a DOCX with a table, and reports its vanished text', async () => {
    const table = [
      ['姓名', '周敏', '电话', '13700009999'],
      ['学历', '本科', '专业', '金融学'],
    ];
    const rest = [
      '教育经历',
      '2014.09-2018.06 厦门大学 金融学 本科',
      '工作经历',
      '2018.07-2022.05 厦门银行股份有限公司 客户经理',
      '负责对公客户',
    ];
    const resume = await parseResumeFile(
      await wordFile(['个人简历', table, ...rest], '隐藏Kubernetes'),
      '周敏.docx',
    );
    expect(facts(resume)).to.deep.equal({
      name: '周敏',
      phone: '13700009999',
      schools: [['厦门大学', 'bachelor']],
      jobs: [['厦门银行股份有限公司', '客户经理']],
    });
    expect(resume.hiddenText.map(({ value }) => value)).to.deep.equal(['隐藏Kubernetes']);
    expect(resume.skills.map(({ code }) => code)).not.to.include('kubernetes');
  });

  it('reads text in UTF-8, UTF-16 and GBK', async () => {
    const gbk = Buffer.from('d0d5c3fba3bad5c5c8fd0a', 'hex');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名：张三', 'utf16le')]);
    for (const bytes of [gbk, utf16, Buffer.from('姓名：张三')]) {
      const resume = await parseResumeFile(bytes, 'a.txt');
      expect(resume.name?.value).to.equal('张三');
    }
  });
});

describe('résumé files that are refused', () => {
  const text = Buffer.from(retailResume);

  it('tells by its first bytes what a file is', async () => {
    expect(await refusal(new Uint8Array(), 'a.pdf')).to.equal('fileEmpty');
    expect(await refusal(text, 'a.pdf')).to.equal('fileTypeLies');
    expect(await refusal(sidebar, 'a.docx')).to.equal('fileTypeLies');
    expect(await refusal(sidebar, 'a.txt')).to.equal('fileTypeLies');
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), 'a.png')).to.equal(
      'fileTypeUnknown',
    );
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.docx')).to.equal(
      'fileTypeLies',
    );
    expect(await refusal(new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt')).to.equal('fileTooLarge');
  });

  it('refuses what a password protects', async () => {
    const locked = await drawnPdf((page) => page.text('secret'), {
      userPassword: 'x',
      ownerPassword: 'y',
    });
    expect(await refusal(locked, 'a.pdf')).to.equal('fileEncrypted');
    expect(await refusal(encryptedWordFile(), 'a.docx')).to.equal('fileEncrypted');
  });

  it('refuses 3,000 pages without reading them', async () => {
    expect(await refusal(longPdf(3000), 'a.pdf')).to.equal('fileTooManyPages');
  });

  it('refuses a zip that swells, and one with too many parts', async () => {
    const swollen = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) });
    expect(await refusal(swollen, 'a.docx')).to.equal('fileBomb');
    const names = Array.from({ length: 2500 }, (_, index) => `word/${String(index)}.xml`);
    const many = zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
    expect(await refusal(many, 'a.docx')).to.equal('fileBomb');
  });

  it('refuses damaged files and declared entities', async () => {
    const word = await wordFile(['一份简历']);
    expect(await refusal(word.subarray(0, word.length / 2), 'a.docx')).to.equal('fileBroken');
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf')).to.equal('fileBroken');
    const entities = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>';
    const zip = zipSync({ 'word/document.xml': strToU8(entities) });
    expect(await refusal(zip, 'a.docx')).to.equal('fileBroken');
  });

  it('is not held up by endless lines', async () => {
    const lines = ['A'.repeat(3_000_000), '教育背景', 'The University of '.repeat(20_000)];
    await parseResumeFile(Buffer.from(lines.join('\n')), 'a.txt');
  });

  it('answers every one of many files at once', async () => {
    const files = Array.from({ length: 6 }, () => parseResumeFile(text, 'a.txt'));
    const names = (await Promise.all(files)).map(({ name }) => name?.value);
    expect(new Set(names)).to.deep.equal(new Set(['张晓明']));
  });
});

describe('zhiyu resume parse', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resume-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(args: string[]): Promise<{ code: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const io = { out: (s: string) => (out += s), err: (s: string) => (err += s) };
    return { code: await resumeCommand(args, io), out, err };
  }

  it('prints JSON and ends with 0', async () => {
    const file = path.join(folder, '张晓明 简历.txt');
    await writeFile(file, retailResume);
    const { code, out, err } = await run(['parse', file]);
    expect([code, err]).to.deep.equal([0, '']);
    const resume = JSON.parse(out) as ParsedResume;
    expect(resume.name).to.include({ value: '张晓明' });
  });

  it('says in one sentence why a file is refused, and how it is used', async () => {
    const file = path.join(folder, 'a.pdf');
    await writeFile(file, 'no pdf');
    const refused = await run(['parse', file]);
    expect([refused.code, refused.out]).to.deep.equal([1, '']);
    expect(refused.err).to.match(/扩展名不符.*not what the file name says/);
    expect((await run(['parse', path.join(folder, 'none.pdf')])).err).to.contain('找不到文件');
    expect((await run([])).code).to.equal(2);
    expect((await run(['parse', file, 'more'])).code).to.equal(2);
  });
});
