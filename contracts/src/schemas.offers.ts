import { z } from 'zod';
import * as b from './basics.js';
import * as of from './offers.js';

const byId = z.object({ id: b.idSchema });

/** What goes in and comes out at the addresses of offers. */
export const offerSchemas = {
  offers: { input: byId, output: of.offerListSchema },
  saveOffer: { input: of.saveOfferSchema, output: of.offerListSchema },
  submitOffer: { input: byId, output: of.offerListSchema },
  answerOffer: { input: of.answerOfferSchema, output: of.offerListSchema },
  withdrawOffer: { input: of.withdrawOfferSchema, output: of.offerListSchema },
  tellArrival: { input: of.arrivalSchema, output: of.offerListSchema },
  ownOffer: { input: b.nothingSchema, output: of.ownOfferSchema },
  answerOwnOffer: { input: of.answerOwnOfferSchema, output: of.ownOfferSchema },
};
