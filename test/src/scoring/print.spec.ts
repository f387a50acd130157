import type { Locale } from '@zhiyu/contracts/basics';
import type { ReportReader } from '@zhiyu/contracts/report-print';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';
import { potentialOf } from '@zhiyu/contracts/potential';
import type { SoundSummary } from '@zhiyu/contracts/signals';
import type { Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { drawReport } from '@zhiyu/server/scoring/print/draw';
import type { Beside } from '@zhiyu/server/scoring/print/beside';
import type { Marks } from '@zhiyu/server/scoring/print/marks';
import { printed } from '@zhiyu/server/scoring/print/printed';
import { reportIn } from '@zhiyu/server/scoring/wording/report-in';
import { expect } from 'chai';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const graded =
  gradedQuestions.find(({ locale }) => locale === 'zh') ?? expect.fail('graded answers');
const { question, model } = aQuestion(graded.position, graded.question);
const long = '我们后来又把每一步都写成了卡片，新来的同事照着做，第三天就能自己开店。'.repeat(120);

const sound: SoundSummary = {
  ...{ measured: 1, recorded: 1, speechSeconds: 61.6, latency: 0.8 },
  pauses: { count: 9, seconds: 6.4, longest: 1.5 },
  ...{ perMinute: 231, syllablesPerSecond: 4.2, medianHz: 182, rangeSemitones: null, rangeDb: 11 },
  ...{ faults: [], engines: ['test'] },
};

const beside: Beside = {
  tests: [
    {
      ...{ id: 't', name: '行测', takenOn: '2026-11-20', score: 72, maximum: 100, required: 60 },
      ...{ source: 'taken', by: '许澜', at: 0, sittingId: 's', byEngine: 12 },
    },
  ],
  resume: {
    claims: [
      { line: 7, text: '带过 12 人的团队', standing: 'probe', ground: 'figure', by: null },
      { line: 8, text: '负责日常运营', standing: 'vague', ground: 'general', by: null },
    ],
    skills: [
      {
        ...{ wanted: ['收银'], standing: 'met', found: '收银', years: 3.5, wantedYears: 1 },
        ...{ line: 7, lineText: '店员，收银' },
      },
      {
        ...{ wanted: ['Excel'], standing: 'unknown', found: null, years: null },
        ...{ wantedYears: null, line: null, lineText: null },
      },
    ],
    notes: [{ kind: 'gap', text: '2021.03 – 2022.01', line: null }],
  },
};

function sheetReport(): Report {
  return assess(anInterview(model, [anAnswer(question, `${graded.strong}${long}`)]));
}

interface Shown {
  language?: Locale;
  asStored?: number;
  scale?: ScoreScale;
  marks?: Partial<Marks>;
}

function sheet(reader: ReportReader, change: Partial<Report> = {}, shown: Shown = {}) {
  const report = { ...sheetReport(), ...change };
  const names = { candidateName: '陈雨桐', positionName: '门店店长', companyName: '云杉零售' };
  return printed({
    ...{ report, language: shown.language ?? report.locale, asStored: shown.asStored ?? 0 },
    ...{ sound, beside, reader, ...names, madeOn: '2026-11-22' },
    scale: shown.scale ?? 'tenths',
    marks: { potential: null, culture: [], ...shown.marks },
  });
}

/** The pages of a PDF as text, without spaces. */
async function pagesOf(file: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await document.destroy();
  return pages;
}

describe('a printed report', function () {
  this.timeout(60_000);

  it('is real text over as many pages as it takes, with its legend and number on each', async () => {
    const pages = await pagesOf(await drawReport(sheet('hr')));
    expect(pages.length).to.be.greaterThan(2);
    pages.forEach((page, i) => {
      expect(page).to.contain(`第${i + 1}页，共${pages.length}页`);
      expect(page).to.contain('未测到不是0分');
    });
    expect(pages[0]).to.contain('陈雨桐').and.to.contain('HR版');
    const whole = pages.join('');
    expect(whole.match(/第三天就能自己开店/g)?.length, 'no words are lost').to.be.at.least(118);
  });

  it('shows a manager no transcript and no delivery', () => {
    const { answers, rows, sections } = sheet('manager');
    expect(answers).to.equal(null);
    expect(rows.map(({ title }) => title)).to.deep.equal(['笔试']);
    expect(sections.map(({ title }) => title)).to.include('先看这里');
  });

  it('shows the facts of delivery and sound to HR only, each pace with what it counts', () => {
    const [delivery, voice] = sheet('hr').rows.slice(-2);
    expect([delivery?.note, voice?.note]).to.deep.equal(['不计分', '不计分']);
    expect(voice?.rows).to.deep.include({ label: '语速，不含停顿', value: '231 字/分' });
    expect(voice?.rows).to.deep.include({ label: '停顿', value: '9 次，共 6.4 秒，最长 1.5 秒' });
    expect(voice?.rows).to.deep.include({ label: '音高', value: '182 Hz' });
    for (const reader of ['manager', 'candidate'] as const) {
      expect(JSON.stringify(sheet(reader).rows)).not.to.match(/字\/分|Hz|口头语/);
    }
  });

  it("the candidate's version is in any of the four languages, and says where the company wrote another one", () => {
    const report = sheetReport();
    const questions = [question];
    for (const language of ['en', 'ja', 'fr'] as const) {
      const of = reportIn({ report, potential: null }, language, { model, questions });
      const shown = { language, asStored: of.asStored };
      const made = sheet('candidate', of.report, shown);
      const { answers, sections, title, subtitle, head, rows, ...rest } = made;
      const own = [...sections.map((one) => [one.title, one.points.map(({ text }) => text)])];
      const told = JSON.stringify([rest, own, answers?.title, head[0]]);
      const chinese = /[\u4e00-\u9fff]+/gu;
      const left = language === 'ja' ? [] : (told.match(chinese) ?? []);
      expect(left, `${language} ${title} ${subtitle} ${rows.length}`).to.eql([]);
      expect(made.method.lines.length).to.equal(of.asStored > 0 ? 5 : 4);
      expect(of.asStored > 0, language).to.equal(language !== 'en');
      expect(answers?.items[0]?.words).to.contain(graded.strong.slice(0, 20));
    }
  });

  it('shows written tests to everybody, their limit not to the candidate, the résumé to HR alone', () => {
    const rows = (reader: ReportReader) => JSON.stringify(sheet(reader).rows);
    for (const reader of ['hr', 'manager', 'candidate'] as const) {
      expect(rows(reader)).to.contain('72 / 100').and.to.contain('其中 12 分是机器判的');
    }
    expect(rows('manager')).to.contain('要求 60，够要求');
    expect(rows('candidate')).not.to.contain('要求');
    const titles = sheet('hr').rows.map(({ title, rows: of }) => [title, of[0]?.label]);
    expect(titles).to.deep.include.members([
      ['简历：优势', '收银'],
      ['简历：缺口', 'Excel'],
      ['简历：风险', '中间有空档'],
      ['简历：面试要问', '要问一问'],
    ]);
    expect(rows('hr'))
      .to.contain('第 7 行：带过 12 人的团队')
      .and.to.contain('没有找到，不等于不会');
    for (const reader of ['manager', 'candidate'] as const) {
      expect(rows(reader)).not.to.match(/带过|收银|Excel|空档/);
    }
  });

  it('shows every score on the scale that was chosen, and its bar as before', () => {
    const scales = ['tenths', 'hundred', 'stars', 'percent'] as const;
    const sheets = scales.map((scale) => sheet('hr', {}, { scale }));
    const bars = sheets.map(({ dimensions }) =>
      dimensions.map(({ value, error, requirement, verdict }) => [
        value,
        error,
        requirement,
        verdict,
      ]),
    );
    expect(new Set(bars.map((one) => JSON.stringify(one))).size).to.equal(1);
    const figure = {
      tenths: /^\d+\.\d ±\d+\.\d$/,
      hundred: /^\d+ ±\d+$/,
      stars: /^\d\.\d★ ±\d\.\d$/,
      percent: /^\d+% ±\d+%$/,
    };
    sheets.forEach(({ facts, dimensions, sections }, at) => {
      const scale = scales[at] ?? 'tenths';
      const [total] = facts;
      const scores = dimensions.flatMap(({ value, score }) => (value === null ? [] : [score]));
      for (const text of [total?.value ?? '', ...scores]) {
        expect(text).to.match(figure[scale]);
      }
      const texts = JSON.stringify(sections.map(({ points }) => points.map(({ text }) => text)));
      if (scale !== 'tenths') expect(texts).not.to.match(/\d\.\d ±\d\.\d，/);
    });
  });

  it('sets portraits of culture apart, with what they cannot say and their weight of 0', () => {
    const [first] = model.dimensions;
    const culture = [{ code: first?.code ?? '', portrait: 'wolf' as const, weightReason: '' }];
    const report = { dimensions: sheetReport().dimensions.map((one) => ({ ...one, weight: 0 })) };
    const { dimensions, rows } = sheet('hr', report, { marks: { culture } });
    const names = dimensions.map(({ name }) => name);
    expect(names).to.have.length(model.dimensions.length - 1);
    const portrait = rows.find(({ title }) => title === '文化画像')?.rows ?? [];
    expect(portrait[0]?.value).to.contain('权重 0，不进总分');
    expect(portrait.at(-1)?.value).to.contain('Arthur');
    expect(JSON.stringify(portrait)).not.to.match(/要求|跨线/);
  });

  it('shows the mark of high potential with its words, and never to the candidate', () => {
    const made = sheetReport();
    const report = { ...made, total: { ...made.total, coverage: 1 } };
    const potential = potentialOf(report, { on: true, total: 0, dimensions: [] });
    for (const reader of ['hr', 'manager'] as const) {
      const [mark] = sheet(reader, {}, { marks: { potential } }).sections;
      expect(mark?.title).to.equal('高潜标记：够要求');
      expect(mark?.points[0]?.quotes).not.to.be.empty;
    }
    const unmet = potentialOf(report, { on: true, total: 100, dimensions: [] });
    const shown = JSON.stringify([
      sheet('candidate', {}, { marks: { potential } }),
      sheet('hr', {}, { marks: { potential: unmet } }),
    ]);
    expect(shown, 'nobody is labelled as not').not.to.contain('高潜');
  });

  it('shows a candidate own words and practice, and nothing to be measured against', () => {
    const own = sheet('candidate');
    expect(own.dimensions.every((one) => one.requirement === null && one.verdict === null)).to.be
      .true;
    const { facts, dimensions, sections } = own;
    expect(JSON.stringify({ facts, dimensions, sections })).not.to.match(/要求|跨线|要人看/);
    expect(own.answers?.items).to.have.length(1);
    expect(own.method.lines.at(-1)).to.contain('请一个人重新看');
  });

  it('shows both passages of a contradiction to HR and the manager, never to the candidate', () => {
    const one = { from: 'answer', answerId: 'answer-0', questionIndex: 0 } as const;
    const contradictions: Report['contradictions'] = [
      {
        kind: 'duration',
        one: { ...one, quote: '在那里待了四年', start: 12, end: 19, seconds: 4 },
        other: { from: 'resume', line: 5, quote: '2019.03-2021.02 永辉超市' },
        text: '简历第 5 行写“2019.03-2021.02 永辉超市”，回答说“在那里待了四年”：请问一问。',
        ask: '请讲讲当时的情况。',
      },
    ];
    for (const reader of ['hr', 'manager'] as const) {
      const { sections } = sheet(reader, { contradictions });
      const points = sections.find(({ title }) => title.includes('两处说法不一样'))?.points;
      expect(points?.map(({ time, text }) => [time, text])).to.deep.equal([
        ['0:04', contradictions[0]?.text],
      ]);
    }
    expect(JSON.stringify(sheet('candidate', { contradictions }))).not.to.match(/永辉|四年/);
  });

  it('never prints a number for what was not measured', () => {
    const unknown = sheet('hr').dimensions.filter(({ value }) => value === null);
    expect(unknown).not.to.be.empty;
    expect(unknown.map(({ score, reading }) => [score, reading])).to.deep.equal(
      unknown.map(() => ['—', '未测到']),
    );
  });

  for (const locale of ['en', 'ja', 'fr'] as const) {
    it(`speaks ${locale}, every letter of it in the font`, async () => {
      const pages = await pagesOf(await drawReport(sheet('candidate', { locale, answers: [] })));
      const { method } = sheet('candidate', { locale });
      expect(pages.join('')).to.contain(method.lines[0]?.replace(/\s/g, ''));
    });
  }
});
