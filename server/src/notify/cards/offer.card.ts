import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { OfferTerms } from '@zhiyu/contracts/offers';
import type { CardContent } from '../card-content.js';
import { timeText } from '../time-text.js';
import { offerWords } from './offer.words.js';
import type { StaffLocale } from './staff-locale.js';

export interface OfferProps {
  locale: StaffLocale;
  candidateName: string;
  positionName: string;
  /** The candidate's file, where the offer stands. */
  href: string;
}

/** What people of the company hear of an offer; `words` empty: none were written. */
export type OfferNews =
  /** The last round is passed: an offer is to be written. */
  | { about: 'write' }
  | { about: 'refused'; byName: string; words: string }
  | { about: 'sent'; byName: string }
  | { about: 'accepted'; startsOn: string }
  | { about: 'declined'; words: string }
  | { about: 'expired' }
  /** The first day of work has come. */
  | { about: 'begin'; startsOn: string };

/** How the question for a second yes ended. */
export interface OfferSettled {
  how: 'approved' | 'refused' | 'takenBack';
  byName: string;
  at: number;
  words: string;
}

function facts(terms: OfferTerms, locale: StaffLocale): CardBlock[] {
  const { label, months, days } = offerWords[locale];
  const { pay, startsOn, place, probationMonths, answerDays, note } = terms;
  const fact = (name: string, value: string): CardBlock => ({ type: 'fact', label: name, value });
  return [
    fact(label.pay, pay),
    fact(label.startsOn, startsOn),
    ...(place === '' ? [] : [fact(label.place, place)]),
    fact(label.probation, months(probationMonths)),
    fact(label.answer, days(answerDays)),
    ...(note === '' ? [] : [{ type: 'text' as const, text: note }]),
  ];
}

/** To those who may say yes: all that is offered, and two buttons. A no needs words. */
export function offerApprovalCard(
  { locale, candidateName, positionName, href }: OfferProps,
  { byName, terms }: { byName: string; terms: OfferTerms },
): CardContent {
  const say = offerWords[locale];
  const ask = { label: say.whyNot, options: [], freeText: true };
  const buttons: CardButton[] = [
    { action: 'grant', label: say.approve, style: 'primary' },
    { action: 'refuse', label: say.refuse, style: 'plain', ask },
    { action: 'open', label: say.open, style: 'quiet', href },
  ];
  return {
    ...{ locale, eyebrow: positionName, title: say.asked(byName, candidateName), figure: null },
    ...{ blocks: facts(terms, locale), buttons, footnote: say.askedNote },
  };
}

/** What the question has turned into; what is offered is not repeated. */
export function offerSettled(card: CardContent, settled: OfferSettled): CardContent {
  const locale = card.locale === 'zh' ? 'zh' : 'en';
  const { how, byName, at, words } = settled;
  const record: CardBlock = {
    type: 'record',
    glyph: how === 'approved' ? 'pass' : how === 'refused' ? 'reject' : 'unknown',
    title: offerWords[locale].settled[how](byName),
    detail: [timeText(at, at, locale), words].filter(Boolean).join('  '),
  };
  const buttons = card.buttons.filter((button) => button.href !== undefined);
  return { ...card, blocks: [record], buttons, footnote: '' };
}

function said(name: string, news: OfferNews, locale: StaffLocale): { title: string; text: string } {
  const say = offerWords[locale].news;
  switch (news.about) {
    case 'refused':
    case 'sent':
      return say[news.about](name, news.byName);
    case 'accepted':
    case 'begin':
      return say[news.about](name, news.startsOn);
    default:
      return say[news.about](name);
  }
}

/** To those who look after the candidate: what became of the offer. */
export function offerNewsCard(props: OfferProps, news: OfferNews): CardContent {
  const { locale, candidateName, positionName, href } = props;
  const { title, text } = said(candidateName, news, locale);
  const words = 'words' in news ? news.words : '';
  const blocks: CardBlock[] = [
    { type: 'text', text },
    ...(words === '' ? [] : [{ type: 'quote' as const, text: words, seconds: null, note: '' }]),
  ];
  const label = offerWords[locale].open;
  return {
    ...{ locale, eyebrow: positionName, title, figure: null, blocks },
    ...{ buttons: [{ action: 'open', label, style: 'plain', href }], footnote: '' },
  };
}
