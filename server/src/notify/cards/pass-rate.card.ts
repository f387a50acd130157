import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { timeText } from '../time-text.js';
import { passRateWords } from './pass-rate.words.js';
import type { StaffLocale } from './staff-locale.js';

/** Shares 0-1. */
export interface PassRateProps {
  locale: StaffLocale;
  positionName: string;
  passed: number;
  decided: number;
  low: number;
  high: number;
  limit: number;
  days: number;
  /** The share of the same time before; null: too few. */
  before: number | null;
  fallen: boolean;
  /** On 0-100. */
  dimension: { name: string; mean: number; requirement: number } | null;
  question: { text: string; share: number } | null;
  threshold: number;
  atFiveLess: number;
  /** The page with the evidence. */
  href: string;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const tenths = (value: number) => (value / 10).toFixed(1);

function facts(props: PassRateProps): CardBlock[] {
  const say = passRateWords[props.locale];
  const { dimension, question, before } = props;
  const fact = (label: string, value: string): CardBlock => ({ type: 'fact', label, value });
  return [
    ...(before === null ? [] : [fact(say.drift, say.driftOf(percent(before), props.fallen))]),
    ...(dimension === null
      ? []
      : [
          fact(
            say.dimension,
            say.dimensionOf(dimension.name, tenths(dimension.mean), tenths(dimension.requirement)),
          ),
        ]),
    ...(question === null
      ? []
      : [fact(say.question, say.questionOf(question.text, percent(question.share)))]),
    fact(say.threshold, say.thresholdOf(tenths(props.threshold), props.atFiveLess)),
  ];
}

function openButton(label: string, href: string): CardButton {
  return { action: 'open', label, style: 'quiet', href };
}

function choices(locale: StaffLocale): CardButton[] {
  const say = passRateWords[locale];
  return [
    { action: 'meet', label: say.meet, style: 'primary' },
    { action: 'later', label: say.later, style: 'plain' },
  ];
}

/** To who recruits for the position and who answers for its model: a meeting is proposed, with its grounds. */
export function passRateCard(props: PassRateProps): CardContent {
  const { locale, positionName, passed, decided, low, high, limit, days } = props;
  const say = passRateWords[locale];
  const counted = say.counted({ passed, decided, days });
  const within = say.within({ low: percent(low), high: percent(high), limit: percent(limit) });
  return {
    locale,
    eyebrow: say.eyebrow(positionName),
    title: say.title,
    figure: { value: percent(passed / decided), error: '', note: within },
    blocks: [{ type: 'text', text: counted }, ...facts(props)],
    buttons: [...choices(locale), openButton(say.open, props.href)],
    footnote: say.footnote,
  };
}

function recorded(
  card: CardContent,
  record: { glyph: 'pass' | 'hold' | 'unknown'; title: string; detail: string },
  buttons: CardButton[],
): CardContent {
  const blocks = card.blocks.filter((block) => block.type !== 'record');
  return { ...card, blocks: [...blocks, { type: 'record', ...record }], buttons, footnote: '' };
}

const localeOf = (card: CardContent): StaffLocale => (card.locale === 'zh' ? 'zh' : 'en');
const links = (card: CardContent) => card.buttons.filter(({ href }) => href !== undefined);

/** Somebody pressed; a time is being found. */
export function passRateAsked(card: CardContent, byName: string): CardContent {
  const say = passRateWords[localeOf(card)];
  return recorded(card, { glyph: 'hold', title: say.asked(byName), detail: '' }, links(card));
}

/** No time suits everybody: it can be asked for again. */
export function passRateNoTime(card: CardContent): CardContent {
  const locale = localeOf(card);
  const say = passRateWords[locale];
  const record = { glyph: 'unknown' as const, title: say.noTime, detail: say.noTimeHow };
  return recorded(card, record, [...choices(locale), ...links(card)]);
}

/** It has a time; what is decided there is written down with one more press. @param link empty: no online meeting */
export function passRateArranged(
  card: CardContent,
  of: { startsAt: number; names: string[]; link: string; inCalendar: boolean; now: number },
): CardContent {
  const locale = localeOf(card);
  const say = passRateWords[locale];
  const time = timeText(of.startsAt, of.now, locale);
  const detail = [of.names.join(say.and), ...(of.inCalendar ? [] : [say.noCalendar])].join(' · ');
  const join: CardButton[] =
    of.link === '' ? [] : [{ action: 'open', label: say.join, style: 'plain', href: of.link }];
  const ask = { label: say.whatChanges, options: [], freeText: true };
  const decide: CardButton = { action: 'decide', label: say.decide, style: 'primary', ask };
  const record = { glyph: 'pass' as const, title: say.arranged(time), detail };
  return recorded(card, record, [decide, ...links(card), ...join]);
}

/** Closed: put off, or its decision was written down. */
export function passRateClosed(
  card: CardContent,
  of: { by: 'later' | 'decided' | 'risen'; byName: string; text: string },
): CardContent {
  const say = passRateWords[localeOf(card)];
  const glyph = of.by === 'later' ? ('unknown' as const) : ('pass' as const);
  const title = (of.by === 'later' ? say.put : say[of.by])(of.byName);
  return recorded(card, { glyph, title, detail: of.text }, links(card));
}

/** A change request (变更请求) on the model, to those who may publish it. */
export function modelChangeCard(props: {
  locale: StaffLocale;
  positionName: string;
  byName: string;
  text: string;
  href: string;
}): CardContent {
  const say = passRateWords[props.locale];
  return {
    locale: props.locale,
    eyebrow: props.positionName,
    title: say.changeAsked(props.byName),
    figure: null,
    blocks: [
      { type: 'text', text: props.text },
      { type: 'text', text: say.changeHow },
    ],
    buttons: [
      { action: 'done', label: say.changeDone, style: 'primary' },
      {
        ...{ action: 'refuse', label: say.changeRefuse, style: 'plain' },
        ask: { label: say.whyNot, options: [], freeText: true },
      },
      openButton(say.model, props.href),
    ],
    footnote: '',
  };
}

/** What became of the request. */
export function modelChangeClosed(
  card: CardContent,
  of: { done: boolean; byName: string; reason?: string },
): CardContent {
  const say = passRateWords[localeOf(card)];
  const title = of.done ? say.changedBy(of.byName) : say.refusedBy(of.byName);
  const record = {
    type: 'record' as const,
    glyph: of.done ? ('pass' as const) : ('reject' as const),
  };
  return {
    ...card,
    blocks: [...card.blocks.slice(0, 1), { ...record, title, detail: of.reason ?? '' }],
    buttons: links(card),
  };
}
