import type { CardContent } from '../card-content.js';
import { dayText } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

export interface GroupResultProps {
  locale: StaffLocale;
  now: number;
  positionName: string;
  /** Beginning of the week, ms. */
  from: number;
  /** Candidates with a pass since then. */
  passed: number;
  hired: number;
  headcount: number;
  /** The board. */
  href: string;
}

const words = {
  zh: {
    eyebrow: '招聘进展',
    title: (position: string, passed: number) => `${position}：${passed} 位通过`,
    text: (from: string, to: string) => (from === to ? from : `${from}到 ${to}`),
    joined: '已入职',
    open: '看看板',
  },
  en: {
    eyebrow: 'Recruiting',
    title: (position: string, passed: number) => `${position}: ${passed} passed`,
    text: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    joined: 'Joined',
    open: 'Open the board',
  },
} as const;

/** To the recruiting group: how many passed this week for a position. It knows no names and no scores. */
export function groupResultCard(props: GroupResultProps): CardContent {
  const { locale, now, from, hired, headcount, href } = props;
  const say = words[locale];
  const text = say.text(dayText(from, now, locale), dayText(now, now, locale));
  return {
    locale,
    eyebrow: say.eyebrow,
    title: say.title(props.positionName, props.passed),
    figure: null,
    blocks: [
      { type: 'text', text },
      { type: 'fact', label: say.joined, value: `${hired}/${headcount}` },
    ],
    buttons: [{ action: 'open', label: say.open, style: 'plain', href }],
    footnote: '',
  };
}
