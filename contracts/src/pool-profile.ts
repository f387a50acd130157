import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { countries, mostPoolMonths, openGround, regions, sights } from './regions.js';
import { languageLevels, moves, poolLanguagesAtMost, poolNoteLetters } from './pool-values.js';
import { protectedIn } from './rule-guard.js';

export const countrySchema = z.string().refine((code) => countries.includes(code), 'country');
export const languageCodeSchema = z.string().regex(/^[a-z]{2,3}$/);

/** What somebody in the talent pool said of himself: nothing of it is read from a name or a résumé. */
export const poolProfileSchema = z.object({
  /** Country or region he lives in; null: not said. */
  country: countrySchema.nullable(),
  languages: z
    .array(z.object({ code: languageCodeSchema, level: z.enum(languageLevels) }))
    .max(poolLanguagesAtMost),
  /** Whether he would move for work; null: not said. */
  move: z.enum(moves).nullable(),
});
export type PoolProfile = z.infer<typeof poolProfileSchema>;

/** `by`: name of the colleague who was told; null: the person wrote it. */
export const saidProfileSchema = poolProfileSchema.extend({
  by: z.string().nullable(),
  at: momentSchema,
});
export type SaidProfile = z.infer<typeof saidProfileSchema>;

export const poolNoteSchema = z.object({
  id: idSchema,
  text: z.string(),
  by: z.string(),
  /** Written by the reader. */
  own: z.boolean(),
  at: momentSchema,
});
export type PoolNote = z.infer<typeof poolNoteSchema>;

export const setPoolProfileSchema = poolProfileSchema.extend({
  id: idSchema,
  /** Who enters it was told so by the person. */
  told: z.literal(true),
});
export type SetPoolProfile = z.infer<typeof setPoolProfileSchema>;

export const addPoolNoteSchema = z.object({
  id: idSchema,
  text: z
    .string()
    .trim()
    .min(1)
    .max(poolNoteLetters)
    .refine((text) => protectedIn(text) === null, 'protected'),
});
export type AddPoolNote = z.infer<typeof addPoolNoteSchema>;

export const removePoolNoteSchema = z.object({ id: idSchema, note: idSchema });
export type RemovePoolNote = z.infer<typeof removePoolNoteSchema>;

const months = z.number().int().min(1).max(mostPoolMonths);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What holds for people of a region in the talent pool. */
export const poolRuleSchema = z.object({
  region: z.enum(regions),
  sight: z.enum(sights),
  /** Most months after a consent; a consent that named fewer holds for those. */
  keepMonths: months,
  /** Consents to older sentences do not count; null: all do. */
  textsFrom: day.nullable(),
  /** Of `open`; empty otherwise. */
  ground: z.string(),
});
export type PoolRule = z.infer<typeof poolRuleSchema>;

export const setPoolRuleSchema = poolRuleSchema.extend({
  ground: z.string().trim().max(openGround.most),
});
export type SetPoolRule = z.infer<typeof setPoolRuleSchema>;

export const poolRulesSchema = z.object({
  rules: z.array(
    poolRuleSchema.extend({
      /** Null: as the product begins. */
      changed: z.object({ by: z.string(), at: momentSchema }).nullable(),
    }),
  ),
  /** Days of the sentences that people have agreed to since there is a pool, oldest first. */
  texts: z.array(day),
  /** Where the company works: those who see the pool and have no place of their own work there. */
  home: countrySchema,
  /** Who sees the pool; `country` null: as the company. */
  people: z.array(z.object({ id: idSchema, name: z.string(), country: countrySchema.nullable() })),
});
export type PoolRules = z.infer<typeof poolRulesSchema>;

/** `id`: of the company or of one of its people; null: no place of its own. */
export const setPlaceSchema = z.object({ id: idSchema, country: countrySchema.nullable() });
export type SetPlace = z.infer<typeof setPlaceSchema>;

/** The candidate's own entry. */
export const ownPoolSchema = z.object({
  inPool: z.boolean(),
  /** Until when, while it holds; null: not in it. */
  until: momentSchema.nullable(),
  companyName: z.string(),
  profile: saidProfileSchema.omit({ by: true }).nullable(),
  /** Agreed that people elsewhere see it. */
  transfer: z.boolean(),
  /** Where people of the company see the pool from. */
  seenFrom: z.array(countrySchema),
  /** Months for which it holds from today, by where one lives, and where that is not said. */
  months: z.record(z.enum([...regions, 'unsaid']), months),
  /** Regions whose people are asked whether others may see them. */
  asks: z.array(z.enum(regions)),
});
export type OwnPool = z.infer<typeof ownPoolSchema>;

/** Saving agrees to the pool again: for so many months as the sentence said that was on the screen. */
export const setOwnPoolSchema = poolProfileSchema.extend({
  transfer: z.boolean(),
  months,
});
export type SetOwnPool = z.infer<typeof setOwnPoolSchema>;
