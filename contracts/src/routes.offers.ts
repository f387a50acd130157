import type { Nothing } from './basics.js';
import type {
  AnswerOffer,
  AnswerOwnOffer,
  Arrival,
  OfferList,
  OwnOffer,
  SaveOffer,
  WithdrawOffer,
} from './offers.js';
import { type ById, route } from './route.js';

/** Offers (录用通知): written, approved by a second person, sent, answered, and whether somebody came. */
export const offerRoutes = {
  offers: route<ById, OfferList>(
    'GET /api/applications/:id/offers',
    'staff',
    'Offers of an application, newest first, and what can be done',
  ),
  saveOffer: route<SaveOffer, OfferList>(
    'PUT /api/applications/:id/offer',
    'staff',
    'Write the draft of an offer, or go on with it',
  ),
  submitOffer: route<ById, OfferList>(
    'POST /api/applications/:id/offer/submission',
    'staff',
    'Hand the draft to who approves; where nobody does it goes out',
    { once: true },
  ),
  answerOffer: route<AnswerOffer, OfferList>(
    'POST /api/applications/:id/offer/approval',
    'staff',
    'Second yes, which sends it, or no with a reason',
    { once: true },
  ),
  withdrawOffer: route<WithdrawOffer, OfferList>(
    'POST /api/applications/:id/offer/withdrawal',
    'staff',
    'Take an offer back that was not answered',
    { once: true },
  ),
  tellArrival: route<Arrival, OfferList>(
    'POST /api/applications/:id/offer/arrival',
    'staff',
    'Whether somebody who accepted came to work: hired, or not',
    { once: true },
  ),
  ownOffer: route<Nothing, OwnOffer>('GET /api/candidate/offer', 'candidate', 'The own offer'),
  answerOwnOffer: route<AnswerOwnOffer, OwnOffer>(
    'POST /api/candidate/offer/answer',
    'candidate',
    'Accept or turn down the own offer',
    { once: true },
  ),
} as const;
