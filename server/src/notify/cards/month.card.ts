import type { CardBlock } from '@zhiyu/contracts/card';
import type { Compared, MonthFacts } from '@zhiyu/contracts/digest';
import { outcomeTexts } from '@zhiyu/contracts/outcome-texts';
import { FEW } from '@zhiyu/contracts/rate';
import type { CardContent } from '../card-content.js';
import { spanText } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

export interface MonthProps {
  locale: StaffLocale;
  facts: MonthFacts;
  /** The figures of that month. */
  href: string;
}

interface MonthWords {
  eyebrow: (year: number, month: number) => string;
  title: (applied: number, hired: number) => string;
  applied: string;
  hired: string;
  compared: (now: number, before: number) => string;
  percent: (value: number) => string;
  /** Of so few that nothing is said of a change. */
  few: (value: string, of: number) => string;
  changed: (value: string, of: number, before: string) => string;
  first: (value: string, of: number) => string;
  open: string;
  footnote: string;
}

const words: Record<StaffLocale, MonthWords> = {
  zh: {
    eyebrow: (year, month) => `招聘月报，${year}年${month}月`,
    title: (applied, hired) => `${applied} 份投递，${hired} 人入职`,
    applied: '新投递',
    hired: '入职',
    compared: (now, before) => `${now}，上个月 ${before}`,
    percent: (value) => `${Math.round(value * 100)} %`,
    few: (value, of) => `${value}（${of} 个，人太少）`,
    changed: (value, of, before) => `${value}（${of} 个），上个月 ${before}`,
    first: (value, of) => `${value}（${of} 个），上个月没有`,
    open: '看报表',
    footnote: '时间是中位数。每项怎么算，报表里点名字就有。',
  },
  en: {
    eyebrow: (year, month) =>
      `Recruiting in ${new Date(Date.UTC(year, month - 1, 15)).toLocaleString('en', { month: 'long' })} ${year}`,
    title: (applied, hired) => `${applied} applied, ${hired} joined`,
    applied: 'Applied',
    hired: 'Joined',
    compared: (now, before) => `${now}, ${before} the month before`,
    percent: (value) => `${Math.round(value * 100)}%`,
    few: (value, of) => `${value} (of ${of}, too few)`,
    changed: (value, of, before) => `${value} (of ${of}), ${before} the month before`,
    first: (value, of) => `${value} (of ${of}), none the month before`,
    open: 'Open the figures',
    footnote: 'Times are medians. On the page a figure’s name opens how it is counted.',
  },
};

type Figure = MonthFacts['rates'][number] | MonthFacts['times'][number];

function valueOf(figure: Figure, text: (value: number) => string, say: MonthWords): string | null {
  const { now, before } = figure;
  if (now.value === null) {
    return null;
  }
  const value = text(now.value);
  if (now.of < FEW) {
    return say.few(value, now.of);
  }
  return before.value === null || before.of < FEW
    ? say.first(value, now.of)
    : say.changed(value, now.of, text(before.value));
}

/** The report of a month: who came and joined, then the figures in the order of the page, each with the month before. */
export function monthCard({ locale, facts, href }: MonthProps): CardContent {
  const say = words[locale];
  const { name } = outcomeTexts[locale];
  const [year = 0, month = 1] = facts.month.split('-').map(Number);
  const fact = (label: string, value: string): CardBlock => ({ type: 'fact', label, value });
  const compared = (label: string, { now, before }: Compared) =>
    fact(label, say.compared(now, before));
  const figures = (of: readonly Figure[], text: (value: number) => string) =>
    of.flatMap((figure) => {
      const value = valueOf(figure, text, say);
      return value === null ? [] : [fact(name[figure.name], value)];
    });
  return {
    locale,
    eyebrow: say.eyebrow(year, month),
    title: say.title(facts.applied.now, facts.hired.now),
    figure: null,
    blocks: [
      compared(say.applied, facts.applied),
      compared(say.hired, facts.hired),
      ...figures(facts.times, (ms) => spanText(ms, locale)),
      ...figures(facts.rates, say.percent),
    ],
    buttons: [{ action: 'open', label: say.open, style: 'plain', href }],
    footnote: say.footnote,
  };
}
