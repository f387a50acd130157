import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock } from '@zhiyu/contracts/card';
import type { Recipient, StoredCard } from './card-content.js';
import { spanText } from './time-text.js';

/** A difference longer than this is not worth counting in seconds: the record already says when. */
const worthSaying = 3_600_000;

interface LateWords {
  earlier: (span: string) => string;
  inVain: (label: string) => string;
  own: string;
  over: string;
  changed: string;
  join: string;
  stop: string;
}

const words: Record<Locale, LateWords> = {
  zh: {
    earlier: (span) => `比您早 ${span}`,
    inVain: (label) => `您按的“${label}”没有生效`,
    own: '已经定了，再按没有变化',
    over: '这张卡片已经结束',
    changed: '卡片刚变过，请看过新的再按',
    join: '，',
    stop: '。',
  },
  en: {
    earlier: (span) => `${span} before you`,
    inVain: (label) => `Your “${label}” had no effect`,
    own: 'It’s already settled, so pressing again changes nothing',
    over: 'This card is closed',
    changed: 'The card has just changed: please read it before you press',
    join: ', ',
    stop: '. ',
  },
  ja: {
    earlier: (span) => `あなたより ${span}早く決まりました`,
    inVain: (label) => `「${label}」は反映されていません`,
    own: 'すでに決まっています。もう一度押しても変わりません',
    over: 'このカードは終了しました',
    changed: 'カードが更新されました。内容を見てから押してください',
    join: '、',
    stop: '。',
  },
  fr: {
    earlier: (span) => `${span} avant vous`,
    inVain: (label) => `Votre choix « ${label} » n’a pas eu d’effet`,
    own: 'C’est déjà décidé, appuyer encore ne change rien',
    over: 'Cette carte est close',
    changed: 'La carte vient de changer : lisez-la avant d’appuyer',
    join: ', ',
    stop: '. ',
  },
};

export interface LatePress {
  locale: Locale;
  /** What had happened by then, e.g. 何敬选了待定. */
  happened: string;
  /** How much earlier, ms. */
  earlierMs: number;
  /** Label of the button that was pressed. */
  pressed: string;
}

/** 何敬选了待定，比您早 4 秒。您按的“通过”没有生效 */
export function lateMessage(late: LatePress): string {
  const say = words[late.locale];
  const close = late.earlierMs >= 0 && late.earlierMs < worthSaying;
  const when = close ? `${say.join}${say.earlier(spanText(late.earlierMs, late.locale))}` : '';
  return `${late.happened}${when}${say.stop}${say.inVain(late.pressed)}`;
}

type RecordBlock = Extract<CardBlock, { type: 'record' }>;

/** The sentence for a press that comes after the card was settled or changed. */
export function lateSentence(
  stored: StoredCard,
  press: { actor: Recipient; action: string },
  now: number,
): string {
  const { card, by } = stored;
  const say = words[card.locale];
  if (card.state === 'open') {
    return say.changed;
  }
  const record = card.blocks
    .filter((block): block is RecordBlock => block.type === 'record')
    .at(-1);
  if (by?.kind === press.actor.kind && by.id === press.actor.id) {
    return record ? `${record.title}${say.stop}${say.own}` : say.own;
  }
  return lateMessage({
    locale: card.locale,
    happened: record?.title ?? say.over,
    earlierMs: now - stored.stateAt,
    pressed: stored.labels[press.action] ?? press.action,
  });
}
