import type { CardBlock } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import type { StaffLocale } from './staff-locale.js';

/** Between people of the company: a version that waits for a second yes, and what is said of a page. */
interface OfficeProps {
  locale: StaffLocale;
  byName: string;
  /** The page where it is answered or stands. */
  href: string;
}

const words = {
  zh: {
    proposed: (by: string) => `${by}改了岗位，请您看`,
    proposedText: '您同意后才发布。正在投递的人仍按旧版。',
    version: '改完是',
    note: '说明',
    see: '看改了什么',
    published: (by: string) => `${by}同意了，已发布`,
    refused: (by: string) => `${by}没有同意发布`,
    open: '看版本',
    said: (by: string) => `${by}对一个页面有话说`,
    page: '页面',
    answer: '去处理',
    answered: (by: string) => `${by}回复了您的反馈`,
    yours: '您写的',
    home: '回首页',
    feedback: '反馈',
  },
  en: {
    proposed: (by: string) => `${by} changed a position. Please look`,
    proposedText: 'It is published when you agree. People who applied stay under the old version.',
    version: 'Becomes',
    note: 'Note',
    see: 'See what changes',
    published: (by: string) => `${by} agreed: published`,
    refused: (by: string) => `${by} did not agree to publish`,
    open: 'See the versions',
    said: (by: string) => `${by} has something to say about a page`,
    page: 'Page',
    answer: 'Deal with it',
    answered: (by: string) => `${by} answered your feedback`,
    yours: 'You wrote',
    home: 'Home',
    feedback: 'Feedback',
  },
} as const;

function plain(
  { locale, href }: OfficeProps,
  say: { eyebrow: string; title: string; blocks: CardBlock[]; button: string },
): CardContent {
  const { eyebrow, title, blocks, button } = say;
  const buttons = [{ action: 'open', label: button, style: 'plain' as const, href }];
  return { locale, eyebrow, title, figure: null, blocks, buttons, footnote: '' };
}

const quote = (text: string): CardBlock => ({ type: 'quote', text, seconds: null, note: '' });

export interface Proposed {
  positionName: string;
  /** The number it would have. */
  version: number;
  note: string;
}

/** To those who may approve: a new version waits. */
export function proposedCard(props: OfficeProps, what: Proposed): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [
    { type: 'text', text: say.proposedText },
    { type: 'fact', label: say.version, value: `v${what.version}` },
    ...(what.note === '' ? [] : [{ type: 'fact' as const, label: say.note, value: what.note }]),
  ];
  const title = say.proposed(props.byName);
  return plain(props, { eyebrow: what.positionName, title, blocks, button: say.see });
}

/** To its maker: published, or not and why. */
export function proposalAnsweredCard(
  props: OfficeProps,
  what: { positionName: string; published: boolean; reason: string },
): CardContent {
  const say = words[props.locale];
  const blocks = what.reason === '' ? [] : [quote(what.reason)];
  const title = (what.published ? say.published : say.refused)(props.byName);
  return plain(props, { eyebrow: what.positionName, title, blocks, button: say.open });
}

/** To the administrators: somebody said something of a page. */
export function feedbackCard(
  props: OfficeProps,
  what: { page: string; text: string },
): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [
    quote(what.text),
    { type: 'fact', label: say.page, value: what.page },
  ];
  const title = say.said(props.byName);
  return plain(props, { eyebrow: say.feedback, title, blocks, button: say.answer });
}

/** To the writer: what the administrator answered. */
export function feedbackAnsweredCard(
  props: OfficeProps,
  what: { text: string; answer: string },
): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [
    { type: 'text', text: what.answer },
    { type: 'fact', label: say.yours, value: what.text.slice(0, 80) },
  ];
  const title = say.answered(props.byName);
  return plain(props, { eyebrow: say.feedback, title, blocks, button: say.home });
}
