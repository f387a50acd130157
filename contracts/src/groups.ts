import { z } from 'zod';
import { idSchema, momentSchema, textSchema } from './basics.js';
import { groupAttributes } from './group-values.js';

/** Version of the sentences that are read before it is said. */
export const groupTextVersion = '2026-11';

const { sex, age, minority, disability } = groupAttributes;
/** What is left out was not said. */
export const statedGroupsSchema = z.object({
  sex: z.enum(sex).optional(),
  age: z.enum(age).optional(),
  minority: z.enum(minority).optional(),
  disability: z.enum(disability).optional(),
});
export type StatedGroups = z.infer<typeof statedGroupsSchema>;

export const ownGroupsSchema = z.object({
  /** The interview was handed in: before that nobody is asked. */
  open: z.boolean(),
  /** Null: nothing was said, or it was deleted. */
  stated: statedGroupsSchema.nullable(),
});
export type OwnGroups = z.infer<typeof ownGroupsSchema>;

/** found = under four fifths and not by chance; tooFew = under four fifths, and chance could do it; small = not compared. */
export const impactFindings = ['none', 'found', 'tooFew', 'small', 'reference'] as const;
export type ImpactFinding = (typeof impactFindings)[number];

const rateSchema = z.object({
  people: z.number().int(),
  /** How many were selected, or scored above the median of all. */
  reached: z.number().int(),
  /** 0-1. */
  rate: z.number(),
  /** Rate / the highest rate; null where it was not compared. */
  ratio: z.number().nullable(),
  /** Fisher's exact test against everybody else, by Holm over the whole table; null where not compared. */
  p: z.number().nullable(),
  finding: z.enum(impactFindings),
});

export const impactViewSchema = z.object({
  madeAt: momentSchema,
  /** Decided applications whose people said something, rounded down to tens: a total beside the rows would give away a hidden one. */
  peopleAbout: z.number().int(),
  /** What can be asked for one by one. */
  positions: z.array(z.object({ id: idSchema, name: textSchema })),
  rows: z.array(
    z.object({
      /** One attribute, or two together. */
      attributes: z.array(z.string()),
      categories: z.array(z.string()),
      /** Null: fewer than `leastGroup` people. */
      selection: rateSchema.nullable(),
      /** Null as well where too few have a score. */
      scoring: rateSchema.nullable(),
    }),
  ),
});
export type ImpactView = z.infer<typeof impactViewSchema>;
export type ImpactRate = z.infer<typeof rateSchema>;

/** A whole month, so that nobody is found by moving a limit by a day. */
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const askImpactSchema = z.object({
  positionId: idSchema.optional(),
  /** First and last month in which the applications came in, Asia/Shanghai. */
  from: monthSchema.optional(),
  to: monthSchema.optional(),
});
export type AskImpact = z.infer<typeof askImpactSchema>;
