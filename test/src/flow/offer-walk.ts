import type { OfferList, OfferTerms } from '@zhiyu/contracts/offers';
import { routes } from '@zhiyu/contracts/routes';
import { shanghaiDay } from '@zhiyu/server/platform/time/shanghai';
import type { AStaff } from '../factories/company.js';
import { assessed, day, type Stand, type Walker } from './walk.js';

/** Terms that begin in so many days. */
export function termsOf(stand: Stand, inDays = 14): OfferTerms {
  return {
    ...{ pay: '8000 元/月，13 薪', place: '杭州湖滨店', note: '带身份证', probationMonths: 3 },
    startsOn: shanghaiDay(stand.app.clock.now() + inDays * day),
    answerDays: 5,
  };
}

/** Interviewed, and passed by people twice: an offer is due. */
export async function passedAll(stand: Stand): Promise<Walker> {
  const walker = await assessed(stand);
  for (let round = 0; round < 3; round += 1) {
    const input = { id: walker.applicationId, kind: 'pass', reason: 'meetsRequirement' } as const;
    await stand.app.api(routes.decide, { ...input, note: '' }, stand.hr.session);
    await stand.app.drainJobs();
  }
  return walker;
}

export function offersOf(stand: Stand, { applicationId: id }: Walker, reader: AStaff) {
  return stand.app.api(routes.offers, { id }, reader.session);
}

export function write(
  stand: Stand,
  { applicationId: id }: Walker,
  terms = termsOf(stand),
): Promise<OfferList> {
  return stand.app.api(routes.saveOffer, { id, terms }, stand.hr.session);
}

/** Written and handed to who approves; the card is out. */
export async function submitted(stand: Stand, walker: Walker, terms?: OfferTerms): Promise<void> {
  await write(stand, walker, terms);
  await stand.app.api(routes.submitOffer, { id: walker.applicationId }, stand.hr.session);
  await stand.app.drainJobs();
}

/** Approved by the head and sent. */
export async function sent(stand: Stand, walker: Walker, terms?: OfferTerms): Promise<void> {
  await submitted(stand, walker, terms);
  const yes = { id: walker.applicationId, yes: true, words: '' };
  await stand.app.api(routes.answerOffer, yes, stand.head.session);
  await stand.app.drainJobs();
}

export function ownOffer(stand: Stand, { session }: Walker) {
  return stand.app.api(routes.ownOffer, {}, session);
}

export async function reply(stand: Stand, walker: Walker, accept: boolean, words = '') {
  const { offer } = await ownOffer(stand, walker);
  const input = { offerId: offer?.id ?? '', accept, words };
  const after = await stand.app.api(routes.answerOwnOffer, input, walker.session);
  await stand.app.drainJobs();
  return after;
}
