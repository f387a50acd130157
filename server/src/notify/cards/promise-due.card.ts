import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, spanText, timeText } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

export interface PromiseDueProps {
  locale: StaffLocale;
  candidateName: string;
  positionName: string;
  /** Who promised. */
  ownerName: string;
  dueAt: number;
  now: number;
  /** The candidate's file. */
  href: string;
}

const words = {
  zh: {
    half: (name: string) => `${name}在等答复`,
    halfText: (due: string, left: string) => `答应过${inLine(due)} 前答复，还有${inLine(left)}。`,
    end: (name: string) => `${name}还没等到答复`,
    endText: (owner: string, due: string) => `${owner}答应过${inLine(due)} 前答复，时间已经过了。`,
    open: '去答复',
    kept: '已经答复',
  },
  en: {
    half: (name: string) => `${name} is waiting for an answer`,
    halfText: (due: string, left: string) => `An answer is promised by ${due}: ${left} left.`,
    end: (name: string) => `${name} has had no answer yet`,
    endText: (owner: string, due: string) =>
      `${owner} promised an answer by ${due}, and the time has passed.`,
    open: 'Answer now',
    kept: 'Answered',
  },
} as const;

function card(props: PromiseDueProps, title: string, text: string): CardContent {
  const button: CardButton = {
    action: 'open',
    label: words[props.locale].open,
    style: 'plain',
    href: props.href,
  };
  return {
    locale: props.locale,
    eyebrow: props.positionName,
    title,
    figure: null,
    blocks: [{ type: 'text', text }],
    buttons: [button],
    footnote: '',
  };
}

/** To the responsible HR when half of the time is over. */
export function promiseHalfCard(props: PromiseDueProps): CardContent {
  const { locale, dueAt, now } = props;
  const say = words[locale];
  const text = say.halfText(timeText(dueAt, now, locale), spanText(dueAt - now, locale));
  return card(props, say.half(props.candidateName), text);
}

/** To the lead when the time is over and nobody has answered. */
export function promiseEndCard(props: PromiseDueProps): CardContent {
  const { locale, dueAt, now } = props;
  const say = words[locale];
  return card(
    props,
    say.end(props.candidateName),
    say.endText(props.ownerName, timeText(dueAt, now, locale)),
  );
}

/** Either card once the answer has gone out. */
export function promiseKeptCard(props: PromiseDueProps, at: number): CardContent {
  const say = words[props.locale];
  const detail = timeText(at, props.now, props.locale);
  const record: CardBlock = { type: 'record', glyph: 'pass', title: say.kept, detail };
  const open = card(props, props.candidateName, say.kept);
  return { ...open, blocks: [record], buttons: [] };
}
