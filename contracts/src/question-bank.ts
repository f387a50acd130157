import { z } from 'zod';
import { localeSchema, momentSchema, textSchema } from './basics.js';
import { followUpSchema } from './follow-up.js';
import { anchorSchema, attributes, indicatorSchema, questionKinds } from './position.js';

/** Where an item fits; none named: everywhere. */
export const industries = ['retail', 'bank', 'sales', 'it', 'office'] as const;
export type Industry = (typeof industries)[number];

/** A point an answer can show, before it is bound to a dimension of a position's model. */
export const bankIndicatorSchema = indicatorSchema.omit({ dimension: true });
export type BankIndicator = z.infer<typeof bankIndicatorSchema>;

/** Code of an item or a competency. */
export const bankCodeSchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,58}$/);

/** One thing the bank asks about (胜任力), with the points that every answer about it can show. */
export const competencySchema = z.object({
  code: bankCodeSchema,
  name: textSchema,
  definition: textSchema,
  /** Codes of dimensions that mean the same in a position's model. */
  dimensions: z.array(z.string()).min(1),
  indicators: z.array(bankIndicatorSchema).min(5),
});
export type Competency = z.infer<typeof competencySchema>;

/** One question of the bank; a saved change is a new immutable version. */
export const bankItemSchema = z.object({
  code: bankCodeSchema,
  competency: z.string(),
  kind: z.enum(questionKinds),
  text: textSchema,
  /** One sentence for the candidate: what a full answer covers. */
  hint: textSchema,
  thinkingSeconds: z.number().int().min(0).max(300),
  answerSeconds: z.number().int().min(30).max(600),
  /** What an answer to this question sounds like, levels 1-5. */
  anchors: z.array(anchorSchema).length(5),
  /** Its own points, beside those of the competency. */
  indicators: z.array(bankIndicatorSchema),
  followUps: z.array(followUpSchema).min(2).max(3),
  /** What may come up here and must not be asked further, for the people who use the item. */
  mustNotAsk: z.array(textSchema).max(5),
  attributes: z.array(z.enum(attributes)),
  industries: z.array(z.enum(industries)),
});
export type BankItem = z.infer<typeof bankItemSchema>;

/** How often candidates of the company got it; `lastAt` null: never. */
export const exposureSchema = z.object({
  asked: z.number().int(),
  lastAt: momentSchema.nullable(),
});

export const bankOrigins = ['product', 'own'] as const;
export const bankSummarySchema = z.object({
  code: z.string(),
  version: z.number().int(),
  /** Came with the product, or written or changed by the company. */
  origin: z.enum(bankOrigins),
  competency: z.string(),
  kind: z.enum(questionKinds),
  text: textSchema,
  languages: z.array(localeSchema),
  attributes: z.array(z.enum(attributes)),
  industries: z.array(z.enum(industries)),
  /** Thinking and answering. */
  seconds: z.number().int(),
  retired: z.boolean(),
  exposure: exposureSchema,
});
export type BankSummary = z.infer<typeof bankSummarySchema>;

export const listBankSchema = z.object({
  competency: z.string().max(60).optional(),
  kind: z.enum(questionKinds).optional(),
  locale: localeSchema.optional(),
  industry: z.enum(industries).optional(),
  attribute: z.enum(attributes).optional(),
  origin: z.enum(bankOrigins).optional(),
  /** `1`: items taken out of use as well. */
  retired: z.enum(['1']).optional(),
  /** Words, all of which stand in the texts, the anchors or the code. */
  search: z.string().max(100).optional(),
});
export type ListBank = z.infer<typeof listBankSchema>;

export const bankListSchema = z.object({
  competencies: z.array(
    competencySchema.omit({ indicators: true }).extend({ items: z.number().int() }),
  ),
  items: z.array(bankSummarySchema),
  /** Items in use, whatever was filtered. */
  total: z.number().int(),
});
export type BankList = z.infer<typeof bankListSchema>;

export const bankDetailSchema = bankSummarySchema.extend({
  content: bankItemSchema,
  /** The competency's points and its own, as a position's question gets them. */
  allIndicators: z.array(bankIndicatorSchema),
  versions: z.array(
    z.object({
      version: z.number().int(),
      createdAt: momentSchema,
      createdBy: z.string(),
      note: z.string(),
    }),
  ),
});
export type BankDetail = z.infer<typeof bankDetailSchema>;

export const saveBankItemSchema = z.object({
  code: bankCodeSchema,
  /** The version the change was made on; 0 for a new item. */
  baseVersion: z.number().int().min(0),
  content: bankItemSchema,
  note: z.string().max(200),
});
export type SaveBankItem = z.infer<typeof saveBankItemSchema>;

export const retireBankItemSchema = z.object({ code: bankCodeSchema, retired: z.boolean() });
export type RetireBankItem = z.infer<typeof retireBankItemSchema>;
