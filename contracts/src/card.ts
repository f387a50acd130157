import { z } from 'zod';
import { idSchema, localeSchema, momentSchema } from './basics.js';
import { scoreScaleSchema } from './score-scale.js';
import { verdicts } from './scoring.js';

/** What a card is about; each kind has one template in server/src/notify/cards and one handler in workflow. */
export const cardKinds = [
  'invitation',
  'screeningReview',
  'approval',
  'notice',
  'result',
  'thanks',
  'promiseDue',
  'digest',
  'alert',
  'groupResult',
  /** What a candidate asks for, to be granted, refused or answered. */
  'request',
  /** One answer to grade, without its name. */
  'grade',
  /** Somebody in the talent pool hears of a position. */
  'poolInvite',
  /** A round with people: to choose a time, moved, cancelled, near. */
  'meeting',
  /** An offer that waits for a second person. */
  'offer',
] as const;
export type CardKind = (typeof cardKinds)[number];

export const cardBlockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('fact'), label: z.string(), value: z.string() }),
  /** A score bar; values 0-100, null = not measured; shown on `scale`, absent: 0–10. */
  z.object({
    type: z.literal('score'),
    label: z.string(),
    value: z.number().nullable(),
    standardError: z.number().nullable(),
    requirement: z.number(),
    verdict: z.enum(verdicts),
    scale: scoreScaleSchema.optional(),
  }),
  /** Exact words with their second. */
  z.object({
    type: z.literal('quote'),
    text: z.string(),
    seconds: z.number().nullable(),
    note: z.string(),
  }),
  /** Amounts in their order, e.g. the applications of each day: columns, in a text ▂▅▇. */
  z.object({
    type: z.literal('chart'),
    label: z.string(),
    points: z
      .array(z.object({ label: z.string(), value: z.number().min(0) }))
      .min(2)
      .max(31),
  }),
  /** What the card has turned into. */
  z.object({
    type: z.literal('record'),
    glyph: z.enum(['pass', 'hold', 'reject', 'warn', 'unknown']),
    title: z.string(),
    detail: z.string(),
  }),
]);
export type CardBlock = z.infer<typeof cardBlockSchema>;

export const cardButtonSchema = z.object({
  /** Name of the act, or `open` for a link. */
  action: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'plain', 'quiet']),
  /** A page of the mini-app (hash path) or a file; set = the button opens it and presses nothing. */
  href: z.string().optional(),
  /** Asked before the press counts: one of the options, free text where the channel can. */
  ask: z
    .object({
      label: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string() })),
      freeText: z.boolean(),
    })
    .optional(),
});
export type CardButton = z.infer<typeof cardButtonSchema>;

/** The channel-neutral card. A channel that knows less draws text and a link instead. */
export const cardSchema = z.object({
  id: idSchema,
  kind: z.enum(cardKinds),
  /** Rises with each change in place. */
  version: z.number().int(),
  locale: localeSchema,
  /** Small line above the title. */
  eyebrow: z.string(),
  title: z.string(),
  /** The one number, e.g. 8.5 ±0.3, with what it is measured against. */
  figure: z.object({ value: z.string(), error: z.string(), note: z.string() }).nullable(),
  blocks: z.array(cardBlockSchema),
  buttons: z.array(cardButtonSchema),
  state: z.enum(['open', 'done', 'expired']),
  footnote: z.string(),
});
export type Card = z.infer<typeof cardSchema>;

/** A press (点按) as every channel hands it over. */
export interface CardAction {
  cardId: string;
  action: string;
  /** The chosen option. */
  value: string | null;
  text: string | null;
  /** Who pressed: the person behind the channel's own id. */
  actor: { kind: 'staff' | 'candidate'; id: string };
  /** Channel and the full identity of the event there: one effect for all its redeliveries. */
  source: string;
  eventId: string;
}

export const inboxItemSchema = z.object({
  deliveryId: idSchema,
  at: momentSchema,
  read: z.boolean(),
  card: cardSchema,
});
export const inboxSchema = z.object({ items: z.array(inboxItemSchema), unread: z.number().int() });
export type Inbox = z.infer<typeof inboxSchema>;

export const pressInputSchema = z.object({
  cardId: idSchema,
  action: z.string().min(1).max(40),
  value: z.string().max(200).nullable(),
  text: z.string().max(2000).nullable(),
  /** The card as the person saw it; pressing an older one has no effect and says what happened. */
  seenVersion: z.number().int(),
});
export type PressInput = z.infer<typeof pressInputSchema>;
export const pressResultSchema = z.object({
  /** False: somebody was faster or the card had ended; the card says who and what. */
  effective: z.boolean(),
  /** One sentence for the person who pressed. */
  message: z.string(),
  card: cardSchema,
});
export type PressResult = z.infer<typeof pressResultSchema>;
