import { z } from 'zod';
import { cardKinds } from './card.js';
import { idSchema, momentSchema } from './basics.js';

/** One way that a card took to one person. */
export const messageWaySchema = z.object({
  to: z.enum(['staff', 'candidate', 'group']),
  /** A name; empty for the recruiting group. */
  who: z.string(),
  channel: z.string(),
  state: z.enum(['queued', 'delivered', 'failed', 'refused']),
  /** Why it did not arrive, in words; empty otherwise. */
  failure: z.string(),
  at: momentSchema,
  deliveredAt: momentSchema.nullable(),
  read: z.boolean(),
});
export type MessageWay = z.infer<typeof messageWaySchema>;

export const messagePressSchema = z.object({
  who: z.string(),
  by: z.enum(['staff', 'candidate']),
  /** Name of the act, as the card's button has it. */
  action: z.string(),
  channel: z.string(),
  /** False: somebody was faster, or the card had ended. */
  effective: z.boolean(),
  at: momentSchema,
});
export type MessagePress = z.infer<typeof messagePressSchema>;

/** A card about an application, as it stands now. */
export const messageSchema = z.object({
  id: idSchema,
  kind: z.enum(cardKinds),
  at: momentSchema,
  changedAt: momentSchema,
  state: z.enum(['open', 'done', 'expired']),
  title: z.string(),
  texts: z.array(z.string()),
  ways: z.array(messageWaySchema),
  presses: z.array(messagePressSchema),
});
export type Message = z.infer<typeof messageSchema>;

/** Newest first. */
export const messageListSchema = z.object({ messages: z.array(messageSchema) });
export type MessageList = z.infer<typeof messageListSchema>;
