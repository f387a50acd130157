import type { CardBlock } from '@zhiyu/contracts/card';
import type { OutsideChannel } from '@zhiyu/contracts/channels';
import type { CardContent } from '../card-content.js';
import { spanText, timeText } from '../time-text.js';
import { alertWords } from './alert.words.js';
import type { StaffLocale } from './staff-locale.js';

export interface AlertProps {
  locale: StaffLocale;
  now: number;
  /** Where something can be done about it. */
  href: string;
}

/** What is wrong; moments in ms. */
export type Alert =
  /** A promise to a candidate was broken. */
  | { about: 'promise'; candidateName: string; positionName: string; dueAt: number }
  | { about: 'channel'; channel: OutsideChannel; since: number; reason: string }
  /** Interviews without a decision, by position. */
  | { about: 'pile'; since: number; positions: { name: string; count: number }[] };

function textOf({ locale, now }: AlertProps, alert: Alert) {
  const say = alertWords[locale];
  const time = (at: number) => timeText(at, now, locale);
  switch (alert.about) {
    case 'promise': {
      const { candidateName: candidate, positionName: position, dueAt } = alert;
      return say.promise({ candidate, position, due: time(dueAt) });
    }
    case 'channel':
      return say.channel({ channel: say.channels[alert.channel], since: time(alert.since) });
    case 'pile':
      return say.pile({
        count: alert.positions.reduce((sum, { count }) => sum + count, 0),
        longest: spanText(now - alert.since, locale),
        lines: alert.positions.map(({ name, count }) => say.line(name, count)),
      });
  }
}

/** One cause, and the page where it can be removed. */
export function alertCard(props: AlertProps, alert: Alert): CardContent {
  const { locale, href } = props;
  const say = textOf(props, alert);
  const reason = alert.about === 'channel' ? alert.reason : '';
  const fact: CardBlock = { type: 'fact', label: alertWords[locale].reason, value: reason };
  return {
    locale,
    eyebrow: say.eyebrow,
    title: say.title,
    figure: null,
    blocks: [{ type: 'text', text: say.text }, ...(reason === '' ? [] : [fact])],
    buttons: [{ action: 'open', label: say.button, style: 'plain', href }],
    footnote: '',
  };
}

/** Why an alert ended. */
export type AlertEnd =
  | { by: 'answered' | 'worksAgain'; at: number }
  | { by: 'decided'; at: number; left: number }
  /** The next day's alert has taken its place. */
  | { by: 'newer' };

/** The alert once its cause is over: the same card with what it has turned into. */
export function alertEnded(card: CardContent, end: AlertEnd): CardContent {
  const locale = card.locale === 'zh' ? 'zh' : 'en';
  const say = alertWords[locale];
  const time = (at: number) => timeText(at, at, locale);
  const record: CardBlock =
    end.by === 'newer'
      ? { type: 'record', glyph: 'unknown', ...say.newer }
      : {
          type: 'record',
          glyph: 'pass',
          title: say.over,
          detail:
            end.by === 'decided' ? say.decided(end.left, time(end.at)) : say[end.by](time(end.at)),
        };
  return { ...card, blocks: [...card.blocks, record], buttons: [] };
}
