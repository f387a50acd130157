import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { offerStates, probationMonthsAtMost } from './offer-values.js';

/** What is offered (录用通知). Words of the company; read by the candidate, those who may see offers, and nobody else. */
export const offerTermsSchema = z.object({
  /** As it is to be read: amount, period, number of months. */
  pay: z.string().trim().min(1).max(200),
  /** First day of work, YYYY-MM-DD in Asia/Shanghai. */
  startsOn: z.iso.date(),
  place: z.string().trim().max(200),
  /** Months of probation (试用期); 0: none. At most six (劳动合同法 art. 19). */
  probationMonths: z.number().int().min(0).max(probationMonthsAtMost),
  /** Anything else, in the company's own words. */
  note: z.string().trim().max(2000),
  /** Days from sending in which it can be answered. */
  answerDays: z.number().int().min(1).max(30),
});
export type OfferTerms = z.infer<typeof offerTermsSchema>;

export const offerSchema = z.object({
  id: idSchema,
  state: z.enum(offerStates),
  terms: offerTermsSchema,
  /** Why it was not approved, taken back or turned down; empty where nothing was said. */
  words: z.string(),
  by: z.string(),
  /** Who said yes; null: nobody yet, or nobody had to. */
  approvedBy: z.string().nullable(),
  createdAt: momentSchema,
  sentAt: momentSchema.nullable(),
  /** Until when it can be answered. */
  expiresAt: momentSchema.nullable(),
  answeredAt: momentSchema.nullable(),
});
export type Offer = z.infer<typeof offerSchema>;

/** What the reader can do with the newest offer, or without one. */
export const offerActs = ['write', 'submit', 'approve', 'withdraw', 'arrive'] as const;
export type OfferAct = (typeof offerActs)[number];

export const offerListSchema = z.object({
  /** Newest first. */
  offers: z.array(offerSchema),
  can: z.array(z.enum(offerActs)),
  /** Who has to say yes before it goes out; empty: it goes out at once. */
  approvers: z.array(z.string()),
  /** What the position says, to begin a first one with. */
  usual: z.object({ pay: z.string(), place: z.string() }),
});
export type OfferList = z.infer<typeof offerListSchema>;

export const saveOfferSchema = z.object({ id: idSchema, terms: offerTermsSchema });
export type SaveOffer = z.infer<typeof saveOfferSchema>;

export const answerOfferSchema = z.object({
  id: idSchema,
  yes: z.boolean(),
  /** Needed for a no. */
  words: z.string().trim().max(1000),
});
export type AnswerOffer = z.infer<typeof answerOfferSchema>;

export const withdrawOfferSchema = z.object({
  id: idSchema,
  /** The candidate reads them; needed once it was sent. */
  words: z.string().trim().max(1000),
});
export type WithdrawOffer = z.infer<typeof withdrawOfferSchema>;

export const arrivalSchema = z.object({ id: idSchema, came: z.boolean() });
export type Arrival = z.infer<typeof arrivalSchema>;

/** The candidate's own: sent ones only. */
export const ownOfferSchema = z.object({
  offer: offerSchema
    .pick({ id: true, state: true, terms: true, sentAt: true, expiresAt: true, answeredAt: true })
    /** What the company wrote when it took it back; empty otherwise. */
    .extend({ words: z.string() })
    .nullable(),
  positionName: z.string(),
  companyName: z.string(),
  /** Whom to ask. */
  contactName: z.string(),
  serverNow: momentSchema,
});
export type OwnOffer = z.infer<typeof ownOfferSchema>;

export const answerOwnOfferSchema = z.object({
  /** The offer that was read: another one meanwhile is not answered unseen. */
  offerId: idSchema,
  accept: z.boolean(),
  /** Of the candidate's own will. */
  words: z.string().trim().max(1000),
});
export type AnswerOwnOffer = z.infer<typeof answerOwnOfferSchema>;
