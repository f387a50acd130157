import { outcomeTexts } from '@zhiyu/contracts/outcome-texts';
import type { Outcomes, OutcomeTrend, Share } from '@zhiyu/contracts/outcomes';
import { rateOf } from '@zhiyu/contracts/rate';
import type { Cell } from '../../platform/sheet/csv.writer.js';
import type { Sheet } from '../../platform/sheet/xlsx.writer.js';

type Time = Outcomes['times'][number]['now'];
type Language = keyof typeof outcomeTexts;

const hourMs = 3_600_000;

const words = {
  zh: {
    head: [
      '部分',
      '指标',
      '从',
      '到',
      '值',
      '单位',
      '区间低',
      '区间高',
      '发生数',
      '总数',
      '怎么算',
    ],
    part: { now: '现在', before: '之前', trend: '趋势', steps: '走到哪一步', places: '从哪打开' },
    unit: { percent: '%', hours: '小时（中位数）', people: '人' },
    untold: '没有打开，或没说',
    about: ['项目', '内容'],
    of: { company: '公司', scope: '范围', period: '时间', made: '导出', by: '导出人' },
    scope: { all: '看得到的全部岗位', mine: '我负责的岗位' },
    interval: ['区间', '比例的 95 % 区间（Wilson 1927）。总数少于 5 时不下结论。'],
    sheets: { about: '说明', data: '数据' },
  },
  en: {
    head: [
      ...['Part', 'Figure', 'From', 'Until', 'Value', 'Unit', 'Interval low', 'Interval high'],
      ...['Hits', 'Of', 'How it is counted'],
    ],
    part: { now: 'Now', before: 'Before', trend: 'Trend', steps: 'How far', places: 'Opened on' },
    unit: { percent: '%', hours: 'hours (median)', people: 'people' },
    untold: 'not opened, or not told',
    about: ['What', 'Value'],
    of: { company: 'Company', scope: 'Scope', period: 'Period', made: 'Exported', by: 'By' },
    scope: {
      all: 'all positions the reader sees',
      mine: 'positions the reader is responsible for',
    },
    interval: [
      'Interval',
      '95 % interval of a share (Wilson 1927). Of fewer than 5 nothing is said.',
    ],
    sheets: { about: 'About', data: 'Data' },
  },
} as const;

/** What a file says of itself. */
export interface AboutFile {
  company: string;
  by: string;
  scope: 'all' | 'mine';
  language: Language;
}

interface When {
  part: string;
  from: number;
  until: number;
}

const moment = (at: number) =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const tenth = (value: number) => Math.round(value * 10) / 10;
const percent = (share: number) => tenth(share * 100);

/** The rows of a file: one figure of one span each, so that any program can sort and filter them. */
class Rows {
  readonly rows: Cell[][] = [];

  constructor(private readonly language: Language) {}

  get words() {
    return words[this.language];
  }

  rate(name: Outcomes['rates'][number]['name'], { hits, of }: Share, when: When): void {
    const texts = outcomeTexts[this.language];
    this.share({ name: texts.name[name], how: texts.how[name] }, { hits, of }, when);
  }

  share(said: { name: string; how: string | null }, { hits, of }: Share, when: When): void {
    const rate = rateOf(hits, of);
    const figures =
      rate === null
        ? [null, this.words.unit.percent, null, null]
        : [percent(rate.share), this.words.unit.percent, percent(rate.low), percent(rate.high)];
    this.row(said, when, [...figures, hits, of]);
  }

  time(name: Outcomes['times'][number]['name'], { medianMs, of }: Time, when: When): void {
    const texts = outcomeTexts[this.language];
    const hours = medianMs === null ? null : tenth(medianMs / hourMs);
    const figures = [hours, this.words.unit.hours, null, null, null, of];
    this.row({ name: texts.name[name], how: texts.how[name] }, when, figures);
  }

  people(name: string, count: number, when: When): void {
    this.row({ name, how: null }, when, [count, this.words.unit.people, null, null, null, null]);
  }

  private row(said: { name: string; how: string | null }, when: When, figures: Cell[]): void {
    const { part, from, until } = when;
    this.rows.push([part, said.name, moment(from), moment(until), ...figures, said.how]);
  }
}

function addPeriods(rows: Rows, outcomes: Outcomes): void {
  const { until, from, before } = outcomes;
  const spans = {
    now: { part: rows.words.part.now, from, until },
    before: { part: rows.words.part.before, from: before, until: from },
  };
  for (const period of ['now', 'before'] as const) {
    outcomes.times.forEach((one) => rows.time(one.name, one[period], spans[period]));
    outcomes.rates.forEach((one) => rows.rate(one.name, one[period], spans[period]));
  }
}

function addTrend(rows: Rows, trend: OutcomeTrend): void {
  const spans = trend.ends.map((until, n) => ({
    part: rows.words.part.trend,
    from: trend.ends[n - 1] ?? trend.from,
    until,
  }));
  for (const when of spans) {
    const n = spans.indexOf(when);
    const none = { medianMs: null, of: 0 };
    trend.times.forEach(({ name, parts }) => rows.time(name, parts[n] ?? none, when));
    trend.rates.forEach(({ name, parts }) => rows.rate(name, parts[n] ?? { hits: 0, of: 0 }, when));
  }
}

function addWays(rows: Rows, language: Language, { steps, places, from, until }: Outcomes): void {
  const { part, untold } = rows.words;
  const when = (name: string) => ({ part: name, from, until });
  steps.forEach(({ step, now }) =>
    rows.people(outcomeTexts[language].step[step], now, when(part.steps)),
  );
  places.forEach(({ app, device, hits, of }) =>
    rows.share(
      { name: app === '' ? untold : `${app} ${device}`, how: null },
      { hits, of },
      when(part.places),
    ),
  );
}

/** All figures of the page as one table, with how each is counted beside it. */
export function outcomeRows(outcomes: Outcomes, trend: OutcomeTrend, language: Language): Cell[][] {
  const rows = new Rows(language);
  addPeriods(rows, outcomes);
  addTrend(rows, trend);
  addWays(rows, language, outcomes);
  return [[...rows.words.head], ...rows.rows];
}

function aboutRows(outcomes: Outcomes, { company, by, scope, language }: AboutFile): Cell[][] {
  const said = words[language];
  const { name, how } = outcomeTexts[language];
  const figures = [...outcomes.times, ...outcomes.rates];
  return [
    [...said.about],
    [said.of.company, company],
    [said.of.scope, said.scope[scope]],
    [said.of.period, `${moment(outcomes.from)} – ${moment(outcomes.until)}`],
    [said.of.made, moment(outcomes.asOf)],
    [said.of.by, by],
    [...said.interval],
    ...figures.map((one) => [name[one.name], how[one.name]]),
  ];
}

/** The same table as a workbook, and a sheet that says whose figures these are and how they are counted. */
export function outcomeSheets(outcomes: Outcomes, trend: OutcomeTrend, about: AboutFile): Sheet[] {
  const { sheets } = words[about.language];
  const widths = [12, 22, 17, 17, 10, 16, 11, 11, 9, 9, 60];
  return [
    { name: sheets.data, rows: outcomeRows(outcomes, trend, about.language), widths },
    { name: sheets.about, rows: aboutRows(outcomes, about), widths: [22, 90] },
  ];
}
