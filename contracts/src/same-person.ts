import { z } from 'zod';
import { decisions } from './application.js';
import { stages } from './stage-values.js';
import { idSchema, momentSchema } from './basics.js';
import { verdicts } from './scoring.js';

/** Why two people look like one. A name alone is never enough. */
export const sameReasons = ['phone', 'email', 'nameSchool', 'nameEmployer'] as const;
export type SameReason = (typeof sameReasons)[number];

/** Whoever applies again within so many days is shown with the result of the last time. */
export const reapplyDays = 90;

/** Another application of the same person. */
export const earlierApplicationSchema = z.object({
  applicationId: idSchema,
  /** As it was given with that application. */
  candidateName: z.string(),
  positionName: z.string(),
  stage: z.enum(stages),
  appliedAt: momentSchema,
  /** Null where there is none, or the reader may not see scores. */
  total: z.number().nullable(),
  requirement: z.number().nullable(),
  verdict: z.enum(verdicts).nullable(),
  decision: z
    .object({ kind: z.enum(decisions), reason: z.string(), by: z.string(), at: momentSchema })
    .nullable(),
  /** So near to this one in time that it counts as applying again (`reapplyDays`). */
  again: z.boolean(),
});
export type EarlierApplication = z.infer<typeof earlierApplicationSchema>;

/** Two people that somebody said are one; `applicationId` is the newest of the other. */
export const mergeSchema = z.object({
  id: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  at: momentSchema,
  by: z.string(),
});
export type Merge = z.infer<typeof mergeSchema>;

export const suspectSchema = z.object({
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  appliedAt: momentSchema,
  reasons: z.array(z.enum(sameReasons)),
});
export type Suspect = z.infer<typeof suspectSchema>;

/** What is known around an application of its person. */
export const personAroundSchema = z.object({
  earlier: z.array(earlierApplicationSchema),
  /** Applications of the same person to positions that the reader may not see. */
  elsewhere: z.number().int(),
  merges: z.array(mergeSchema),
  suspects: z.array(suspectSchema),
  mayMerge: z.boolean(),
});
export type PersonAround = z.infer<typeof personAroundSchema>;

export const otherPersonSchema = z.object({
  id: idSchema,
  /** An application of the other person. */
  other: idSchema,
});
export type OtherPerson = z.infer<typeof otherPersonSchema>;

/** One of the two as they stand before the merge. */
export const mergeSideSchema = z.object({
  applicationId: idSchema,
  name: z.string(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  schools: z.array(z.string()),
  employers: z.array(z.string()),
  applications: z.array(
    z.object({
      applicationId: idSchema,
      positionName: z.string(),
      stage: z.enum(stages),
      appliedAt: momentSchema,
    }),
  ),
  /** The person works here and signs in. */
  employee: z.boolean(),
});
export type MergeSide = z.infer<typeof mergeSideSchema>;

/** Both sides, why they look like one, and what would not fit. */
export const mergePreviewSchema = z.object({
  one: mergeSideSchema,
  other: mergeSideSchema,
  reasons: z.array(z.enum(sameReasons)),
  /** Facts in which they differ. */
  differs: z.array(z.enum(['name', 'phone', 'email'])),
  /** Positions for which both have an application under way. */
  bothUnderWay: z.array(z.string()),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const undoMergeSchema = z.object({ id: idSchema, merge: idSchema });
export type UndoMerge = z.infer<typeof undoMergeSchema>;
