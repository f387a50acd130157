import type { AccommodationKind } from '@zhiyu/contracts/arrangements';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';
import { type RequestOutcome, type RequestWords, requestWords } from './request.words.js';
import type { StaffLocale } from './staff-locale.js';

/** What a candidate asks for, with what has to be known to answer it. */
export type Asked =
  | { kind: 'extension'; days: number; deadline: number }
  | { kind: 'accommodation'; kinds: readonly AccommodationKind[] }
  | { kind: 'question' | 'review' | 'erasure'; text: string };

export interface RequestProps {
  locale: StaffLocale;
  candidateName: string;
  positionName: string;
  now: number;
  /** By when the candidate was promised an answer. */
  dueAt: number;
  /** The candidate's file. */
  href: string;
  asked: Asked;
}

function textsOf(props: RequestProps, say: RequestWords): string[] {
  const { asked, now, locale } = props;
  switch (asked.kind) {
    case 'extension':
      return [say.extensionText(asked.days, timeText(asked.deadline, now, locale))];
    case 'accommodation':
      return [say.accommodationText(asked.kinds.map((kind) => say.accommodations[kind]))];
    case 'question':
      return [asked.text];
    default:
      return asked.text === '' ? [say[asked.kind].text] : [say[asked.kind].text, asked.text];
  }
}

function buttonsOf(props: RequestProps, say: RequestWords): CardButton[] {
  const words = (label: string) => ({ label, options: [], freeText: true });
  const file: CardButton = { action: 'open', label: say.open, style: 'quiet', href: props.href };
  const refuse: CardButton = {
    ...{ action: 'refuse', label: say.refuse, style: 'plain', ask: words(say.whyNot) },
  };
  const answer: CardButton = {
    ...{ action: 'answer', label: say.answer, style: 'primary', ask: words(say.inWords) },
  };
  switch (props.asked.kind) {
    case 'extension':
    case 'accommodation':
      return [{ action: 'grant', label: say.grant, style: 'primary' }, refuse, file];
    case 'erasure': {
      const sure = { value: 'yes', label: say.eraseYes };
      const ask = { label: say.eraseSure, options: [sure], freeText: false };
      return [{ action: 'grant', label: say.erase, style: 'primary', ask }, refuse, file];
    }
    case 'review':
      return [answer, { action: 'grant', label: say.reopen, style: 'plain' }, file];
    default:
      return [answer, file];
  }
}

/** To HR: a candidate asks for something; one press answers, a refusal and an answer need words. */
export function requestCard(props: RequestProps): CardContent {
  const { locale, asked, candidateName, now } = props;
  const say = requestWords[locale];
  const texts = textsOf(props, say).map((text): CardBlock => ({ type: 'text', text }));
  const by = inLine(timeText(props.dueAt, now, locale));
  return {
    locale,
    eyebrow: props.positionName,
    title: say.title[asked.kind](candidateName),
    figure: null,
    blocks: [...texts, { type: 'fact', label: say.by, value: by }],
    buttons: buttonsOf(props, say),
    footnote: asked.kind === 'erasure' ? say.eraseNote : say.note,
  };
}

/** What it has turned into. */
export function requestDone(
  card: CardContent,
  done: { outcome: RequestOutcome; byName: string; at: number; text: string },
): CardContent {
  const locale = card.locale === 'zh' ? 'zh' : 'en';
  const say = requestWords[locale];
  const record: CardBlock = {
    type: 'record',
    glyph: done.outcome === 'refused' ? 'reject' : 'pass',
    title: say.done[done.outcome](done.byName),
    detail: [timeText(done.at, done.at, locale), done.text].filter(Boolean).join('  '),
  };
  const blocks = card.blocks.filter((block) => block.type === 'text');
  const buttons = card.buttons.filter((button) => button.href !== undefined);
  return { ...card, blocks: [...blocks, record], buttons, footnote: '' };
}
