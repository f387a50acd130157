import type { OfferList, OfferTerms } from '@zhiyu/contracts/offers';
import { endedOffers, probationMonthsAtMost, usualAnswerDays } from '@zhiyu/contracts/offer-values';

/** The form as it is typed. */
export interface OfferForm {
  pay: string;
  startsOn: string;
  place: string;
  probationMonths: string;
  answerDays: string;
  note: string;
}

const usualProbation = 3;

/** A draft goes on, a new offer begins with what the last one or the position says. */
export function formOf({ offers: [last], usual }: OfferList): OfferForm {
  const first = { probationMonths: usualProbation, answerDays: usualAnswerDays, note: '' };
  const { pay, place, probationMonths, answerDays, note } = last?.terms ?? { ...first, ...usual };
  return {
    ...{ pay, place, note, startsOn: last?.state === 'draft' ? last.terms.startsOn : '' },
    ...{ probationMonths: String(probationMonths), answerDays: String(answerDays) },
  };
}

function within(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

/** Fields that are wrong. @param today YYYY-MM-DD */
export function faultsOf(form: OfferForm, today: string): (keyof OfferForm)[] {
  const wrong: Record<keyof OfferForm, boolean> = {
    pay: form.pay.trim() === '',
    startsOn: !/^\d{4}-\d{2}-\d{2}$/.test(form.startsOn) || form.startsOn < today,
    place: false,
    probationMonths: !within(form.probationMonths, 0, probationMonthsAtMost),
    answerDays: !within(form.answerDays, 1, 30),
    note: false,
  };
  return (Object.keys(wrong) as (keyof OfferForm)[]).filter((field) => wrong[field]);
}

export function termsOf({ probationMonths, answerDays, ...form }: OfferForm): OfferTerms {
  return { ...form, probationMonths: Number(probationMonths), answerDays: Number(answerDays) };
}

/** How the newest offer stands, as a key of `state`; `none`: nobody has written one. */
export function standingOf({
  offers: [last],
}: OfferList): OfferList['offers'][number]['state'] | 'none' {
  return last?.state ?? 'none';
}

/** Whether the company may still end the application with a no: not while the candidate has the offer. */
export function mayStillRefuse(list: OfferList): boolean {
  const state = standingOf(list);
  return state === 'none' || state === 'draft' || endedOffers.includes(state);
}
