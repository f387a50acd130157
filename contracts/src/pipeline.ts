import { z } from 'zod';
import { applicationRowSchema, narrowSchema } from './application.js';
import { idSchema, momentSchema } from './basics.js';
import { stages, steps } from './stage-values.js';

/** Weeks of the trend, the running one included. */
export const trendWeeks = 12;

export const askPipelineSchema = narrowSchema;
export type AskPipeline = z.infer<typeof askPipelineSchema>;

/** Where the applications of a choice stand, and how far they came. */
export const pipelineSchema = z.object({
  asOf: momentSchema,
  stages: z.array(
    z.object({
      stage: z.enum(stages),
      /** Stand here now. */
      here: z.number().int(),
      /** Mean days since they came here; null where nobody is, or the stage is an end. */
      days: z.number().nullable(),
    }),
  ),
  /** How many ever came at least so far, those whose way ended included. */
  reached: z.array(z.object({ step: z.enum(steps), count: z.number().int() })),
  /** By the week of the application, oldest first; of each how many came at least so far until now. */
  weeks: z.array(
    z.object({
      /** Its Monday, YYYY-MM-DD in Asia/Shanghai. */
      week: z.string(),
      applied: z.number().int(),
      /** The AI interview is behind them. */
      interviewed: z.number().int(),
      /** Passed on to people. */
      passed: z.number().int(),
      hired: z.number().int(),
    }),
  ),
  /** Departments of the positions that the reader sees. */
  departments: z.array(z.object({ id: idSchema, name: z.string() })),
});
export type Pipeline = z.infer<typeof pipelineSchema>;

/** A filter of the list as its page has it in the address: names and values, nothing personal but what was searched. */
export const viewFilterSchema = z.record(z.string().max(20), z.string().max(100));
export const savedViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  filter: viewFilterSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;
export const savedViewListSchema = z.object({ views: z.array(savedViewSchema) });
export type SavedViewList = z.infer<typeof savedViewListSchema>;
/** The views that everybody has: all, and those who wait. */
export const fixedViews = ['all', 'mine'] as const;
export const viewCountsSchema = z.object({
  /** By the view's id, or the name of a fixed one; `viewCountAtMost` + 1 says that there are more. */
  counts: z.array(z.object({ id: z.string(), count: z.number().int() })),
});
export type ViewCounts = z.infer<typeof viewCountsSchema>;
export const saveViewSchema = z.object({
  name: z.string().trim().min(1).max(24),
  filter: viewFilterSchema,
});
export type SaveView = z.infer<typeof saveViewSchema>;

/** What can be done with several at once. */
export const bulkKinds = ['pass', 'hold', 'reject'] as const;
export type BulkKind = (typeof bulkKinds)[number];
export const bulkAtMost = 100;
/** So long it can be taken back: nothing has happened and nobody was told (ms). */
export const bulkWaitMs = 2 * 60_000;

/**
 * Why one of them is left out: its stage has nothing to decide, no right, or a person has to look at this one first
 * (the result lies on the line, or something is there that no machine knows).
 */
export const bulkObstacles = ['stage', 'right', 'look'] as const;
/** What the candidate gets of it. */
export const bulkEffects = ['invitation', 'meeting', 'word', 'letter', 'nothing'] as const;

const idsSchema = z.array(idSchema).min(1).max(bulkAtMost);

export const askBulkSchema = z.object({
  kind: z.enum(bulkKinds),
  /** Ids with commas between them. */
  ids: z
    .string()
    .min(26)
    .max(bulkAtMost * 27),
});
export type AskBulk = z.infer<typeof askBulkSchema>;

export const bulkItemSchema = applicationRowSchema
  .pick({ id: true, candidateName: true, positionName: true, stage: true })
  .extend({
    obstacle: z.enum(bulkObstacles).nullable(),
    /** Where it will stand. */
    to: z.enum(stages),
    effect: z.enum(bulkEffects),
  });
export type BulkItem = z.infer<typeof bulkItemSchema>;
export const bulkPreviewSchema = z.object({
  items: z.array(bulkItemSchema),
  /** How many of them will be decided. */
  count: z.number().int(),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

export const bulkReasons = [
  'meetsRequirement',
  'strongEvidence',
  'belowRequirement',
  'requirementMissing',
  'needsTalk',
  'positionFilled',
] as const;
export const startBulkSchema = z.object({
  kind: z.enum(bulkKinds),
  reason: z.enum(bulkReasons),
  ids: idsSchema,
});
export type StartBulk = z.infer<typeof startBulkSchema>;

export const bulkOrderSchema = z.object({
  id: idSchema,
  kind: z.enum(bulkKinds),
  state: z.enum(['waiting', 'done', 'undone']),
  count: z.number().int(),
  /** When it is done; until then it can be taken back. */
  runAt: momentSchema,
  /** Decided by it; others were faster with the rest, or it had moved on. */
  decided: z.number().int(),
  late: z.number().int(),
});
export type BulkOrder = z.infer<typeof bulkOrderSchema>;
export const bulkOrderListSchema = z.object({ orders: z.array(bulkOrderSchema) });
export type BulkOrderList = z.infer<typeof bulkOrderListSchema>;
