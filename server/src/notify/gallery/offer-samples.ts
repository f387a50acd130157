import type { Locale } from '@zhiyu/contracts/basics';
import type { OfferTerms } from '@zhiyu/contracts/offers';
import {
  offerApprovalCard,
  type OfferNews,
  offerNewsCard,
  offerSettled,
} from '../cards/offer.card.js';
import { ownOfferCard, type OwnOfferNews } from '../cards/own-offer.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords } from './sample-people.js';

const dayMs = 86_400_000;
const href = '/pages/file/index';
const words = {
  zh: { pay: '8000 元/月，13 薪', note: '带身份证和离职证明', why: '薪酬超出这个岗位的范围。' },
  en: {
    pay: '8,000 yuan a month, 13 months',
    note: 'Bring your identity card',
    why: 'The pay is beyond the range of this position.',
  },
} as const;

function termsIn(locale: StaffLocale): OfferTerms {
  const { pay, note } = words[locale];
  const { place } = sampleWords[locale];
  return { pay, note, place, startsOn: '2026-12-14', probationMonths: 3, answerDays: 5 };
}

/** An offer that waits for a second person, and how that ended. */
export function offerSamples(locale: StaffLocale, now: number): SampleOf[] {
  const { candidate, position, contact, manager } = sampleWords[locale];
  const props = { locale, candidateName: candidate, positionName: position, href };
  const card = offerApprovalCard(props, { byName: contact, terms: termsIn(locale) });
  const by = { byName: manager, at: now };
  const { why } = words[locale];
  return [
    { name: 'open', content: card, state: 'open' },
    {
      ...{ name: 'approved', state: 'done' },
      content: offerSettled(card, { ...by, how: 'approved', words: '' }),
    },
    {
      ...{ name: 'refused', state: 'done' },
      content: offerSettled(card, { ...by, how: 'refused', words: why }),
    },
  ];
}

/** What the responsible HR hears of it. */
export function offerNewsSamples(locale: StaffLocale): SampleOf[] {
  const { candidate, position, manager } = sampleWords[locale];
  const props = { locale, candidateName: candidate, positionName: position, href };
  const startsOn = '2026-12-14';
  const all: OfferNews[] = [
    { about: 'write' },
    { about: 'refused', byName: manager, words: words[locale].why },
    { about: 'sent', byName: manager },
    { about: 'accepted', startsOn },
    { about: 'declined', words: '' },
    { about: 'expired' },
    { about: 'begin', startsOn },
  ];
  return all.map((news) => ({
    ...{ name: `offer.${news.about}`, content: offerNewsCard(props, news), state: 'open' },
  }));
}

/** What the candidate hears of it. */
export function ownOfferSamples(locale: Locale, now: number): SampleOf[] {
  const { candidate, company, position, contact } = sampleWords[locale];
  const props = {
    ...{ locale, candidateName: candidate, companyName: company, positionName: position },
    ...{ contactName: contact, now, expiresAt: now + 5 * dayMs, href: '/pages/offer/index' },
  };
  const all: OwnOfferNews[] = ['sent', 'remind', 'takenBack', 'expired'];
  return all.map((news) => ({
    ...{ name: `ownOffer.${news}`, content: ownOfferCard(props, news), state: 'open' },
  }));
}
