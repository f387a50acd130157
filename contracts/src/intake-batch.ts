import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** How those of a batch were handed in. */
export const batchKinds = ['files', 'table', 'one'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** Under which a page hands in what belongs together; made by the page. */
export const batchKeySchema = z.string().min(8).max(40).optional();

/** Why somebody of a batch stays when it is taken back. */
export const stayReasons = [
  /** Decided on, or moved on. */
  'decided',
  /** A decision on several waits for its time. */
  'planned',
  'invited',
  /** The candidate was sent something. */
  'told',
  /** The candidate did something: agreed, wrote, asked. */
  'came',
  /** Somebody here entered or approved something. */
  'worked',
  /** Said to be the same person as another, or not to be. */
  'merged',
] as const;
export type StayReason = (typeof stayReasons)[number];

const takenBackSchema = z.object({
  at: momentSchema,
  by: z.string(),
  removed: z.number().int(),
  stayed: z.number().int(),
});

export const intakeBatchSchema = z.object({
  id: idSchema,
  kind: z.enum(batchKinds),
  at: momentSchema,
  by: z.string(),
  count: z.number().int(),
  takenBack: takenBackSchema.nullable(),
});
export type IntakeBatch = z.infer<typeof intakeBatchSchema>;
export const intakeBatchListSchema = z.object({ batches: z.array(intakeBatchSchema) });
export type IntakeBatchList = z.infer<typeof intakeBatchListSchema>;

const oneSchema = z.object({ applicationId: idSchema, candidateName: z.string() });

/** What taking it back removes, and what it leaves. */
export const batchEffectSchema = z.object({
  batch: intakeBatchSchema,
  /** `newPerson`: with all that is known of the person; otherwise only this application. */
  goes: z.array(oneSchema.extend({ newPerson: z.boolean() })),
  stays: z.array(oneSchema.extend({ why: z.enum(stayReasons) })),
});
export type BatchEffect = z.infer<typeof batchEffectSchema>;
