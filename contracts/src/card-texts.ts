import { z } from 'zod';
import { idSchema, localeSchema, momentSchema } from './basics.js';
import { gallerySchema } from './gallery.js';

/** Cards to candidates whose words a company may write itself. */
export const textKinds = ['invitation', 'reminder', 'result', 'thanks'] as const;
export type TextKind = (typeof textKinds)[number];

/** The places of a card that can have words of the company; not every kind has all of them. */
export const textSlots = ['title', 'titleApplied', 'intro', 'footnote', 'contact'] as const;
export type TextSlot = (typeof textSlots)[number];

/** What is filled in when a card is sent, written as {name}. */
export const textPlaceholders = [
  'name',
  'position',
  'company',
  'contact',
  'deadline',
  'decider',
] as const;
export type TextPlaceholder = (typeof textPlaceholders)[number];

/** Why a text cannot be saved. */
export const textFaultCodes = [
  'empty',
  'tooLong',
  'lineBreak',
  'unknownPlaceholder',
  'missingPlaceholder',
  'unknownSlot',
] as const;
export type TextFaultCode = (typeof textFaultCodes)[number];

export const textFaultSchema = z.object({
  slot: z.enum(textSlots),
  code: z.enum(textFaultCodes),
  /** The placeholder, or the greatest length; empty where neither is meant. */
  detail: z.string(),
});
export type TextFault = z.infer<typeof textFaultSchema>;

/** What differs from the built-in words, by place. */
export const cardTextsSchema = z.partialRecord(z.enum(textSlots), z.string().max(1000));
export type CardTexts = z.infer<typeof cardTextsSchema>;

const whichTexts = {
  kind: z.enum(textKinds),
  locale: localeSchema,
  /** Only for this position; for the whole company where absent. */
  positionId: idSchema.optional(),
};
export const textQuerySchema = z.object(whichTexts);
export type TextQuery = z.infer<typeof textQuerySchema>;

const textFieldSchema = z.object({
  slot: z.enum(textSlots),
  allowed: z.array(z.enum(textPlaceholders)),
  required: z.array(z.enum(textPlaceholders)),
  /** Letters at most, with made-up contents filled in. */
  maxLength: z.number().int(),
  /** The words without a text here: the company's for a position, otherwise the built-in ones; empty = none. */
  fallback: z.string(),
});
export type TextField = z.infer<typeof textFieldSchema>;

const textVersionSchema = z.object({
  version: z.number().int(),
  texts: cardTextsSchema,
  byStaffId: idSchema,
  at: momentSchema,
});

/** The words of one kind of card in one language, as they stand, with every earlier version. */
export const textViewSchema = z.object({
  fields: z.array(textFieldSchema),
  /** 0: never changed. */
  version: z.number().int(),
  texts: cardTextsSchema,
  /** Newest first, at most 50. */
  history: z.array(textVersionSchema),
});
export type TextView = z.infer<typeof textViewSchema>;

export const textPreviewInputSchema = z.object({
  ...whichTexts,
  texts: cardTextsSchema,
  /** Which of the cards of this kind; the first where absent. */
  sample: z.string().max(40).optional(),
});
export type TextPreviewInput = z.infer<typeof textPreviewInputSchema>;
export const textPreviewSchema = z.object({
  faults: z.array(textFaultSchema),
  gallery: gallerySchema,
});
export type TextPreview = z.infer<typeof textPreviewSchema>;

export const saveTextsSchema = z.object({
  ...whichTexts,
  texts: cardTextsSchema,
  /** The version that was looked at. */
  baseVersion: z.number().int().nonnegative(),
});
export type SaveTexts = z.infer<typeof saveTextsSchema>;
