import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock } from '@zhiyu/contracts/card';
import { errorText, scoreText, usualScale } from '@zhiyu/contracts/score-scale';
import type { Verdict } from '@zhiyu/contracts/scoring';

/** The space of a full-width line, between parts that stand side by side. */
export const wideSpace = '\u3000';

interface CardWords {
  requirement: string;
  verdicts: Record<Verdict, string>;
  /** Button that leads to everything a card had no room for. */
  otherWays: string;
  /** Before the link at the end of a text. */
  open: string;
  quote: (text: string) => string;
}

/** The few words a card needs that its template did not write, because a channel cannot draw what it meant. */
export const cardWords: Record<Locale, CardWords> = {
  zh: {
    requirement: '要求',
    verdicts: { meets: '够要求', crosses: '跨线', below: '不够', unknown: '未测到' },
    otherWays: '其他方式',
    open: '打开卡片',
    quote: (text) => `“${text}”`,
  },
  en: {
    requirement: 'required',
    verdicts: {
      meets: 'meets it',
      crosses: 'on the line',
      below: 'below',
      unknown: 'not measured',
    },
    otherWays: 'Other ways',
    open: 'Open the card',
    quote: (text) => `“${text}”`,
  },
  ja: {
    requirement: '基準',
    verdicts: { meets: '満たす', crosses: '判断保留', below: '届かず', unknown: '未測定' },
    otherWays: 'その他',
    open: 'カードを開く',
    quote: (text) => `「${text}」`,
  },
  fr: {
    requirement: 'exigence',
    verdicts: {
      meets: 'atteinte',
      crosses: 'sur la limite',
      below: 'en dessous',
      unknown: 'non mesuré',
    },
    otherWays: 'Autres choix',
    open: 'Ouvrir la carte',
    quote: (text) => `« ${text} »`,
  },
};

type ScoreBlock = Extract<CardBlock, { type: 'score' }>;

/** One dimension in one line: 情绪稳定 7.2 ±0.9 要求 7.5 跨线, with wide spaces between the three parts */
export function scoreLine(block: ScoreBlock, locale: Locale): string {
  const say = cardWords[locale];
  const { value, standardError, label } = block;
  const scale = block.scale ?? usualScale;
  const error = standardError === null ? '' : ` ${errorText(standardError, scale, locale)}`;
  const requirement = `${say.requirement} ${scoreText(block.requirement, scale, locale)}`;
  const verdict = say.verdicts[block.verdict];
  if (value === null) {
    return [`${label} ${verdict}`, requirement].join(wideSpace);
  }
  const figure = `${label} ${scoreText(value, scale, locale)}${error}`;
  return [figure, requirement, verdict].join(wideSpace);
}

/** 07:50 */
function secondText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds % 60))}`;
}

const columns = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

type ChartBlock = Extract<CardBlock, { type: 'chart' }>;

/** 每天的投递 ▁▅▇▂▁▁▃: every column measured against the highest, nothing is the lowest. */
function chartLine({ label, points }: ChartBlock): string {
  const highest = Math.max(1, ...points.map((point) => point.value));
  const last = columns.length - 1;
  const heights = points.map(({ value }) => {
    const height = value === 0 ? 0 : Math.max(1, Math.round((value / highest) * last));
    return columns[height] ?? '';
  });
  return `${label} ${heights.join('')}`;
}

/** One block in one line. */
export function blockLine(block: CardBlock, locale: Locale): string {
  const joined = (parts: string[]) => parts.filter((part) => part !== '').join(wideSpace);
  switch (block.type) {
    case 'text':
      return block.text;
    case 'fact':
      return `${block.label} ${block.value}`;
    case 'score':
      return scoreLine(block, locale);
    case 'chart':
      return chartLine(block);
    case 'quote': {
      const second = block.seconds === null ? '' : secondText(block.seconds);
      return joined([second, cardWords[locale].quote(block.text), block.note]);
    }
    case 'record':
      return joined([block.title, block.detail]);
  }
}
