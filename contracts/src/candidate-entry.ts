import { z } from 'zod';
import { uploadResultSchema } from './application.js';
import { idSchema } from './basics.js';
import { entryFaults } from './entry-faults.js';
import { batchKeySchema } from './intake-batch.js';
import { earlierApplicationSchema, suspectSchema } from './same-person.js';
import { entrySources } from './source-values.js';

const entered = {
  /** The position. */
  id: idSchema,
  name: z.string().trim().max(60),
  phone: z.string().trim().max(30),
  email: z.string().trim().max(120),
  /** A résumé that was read before and is kept for an hour. */
  draftId: idSchema.nullable(),
};

/** Each field says by itself what is wrong with it, as a word of `entryFaultNames`. */
function sayFaults(
  fields: Parameters<typeof entryFaults>[0],
  context: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
): void {
  for (const [path, message] of Object.entries(entryFaults(fields))) {
    context.addIssue({ code: 'custom', path: [path], message });
  }
}

export const lookForCandidateSchema = z.object(entered).superRefine(sayFaults);
export type LookForCandidate = z.infer<typeof lookForCandidateSchema>;

/** Who has been here before, said before anything is kept. */
export const candidateFoundSchema = z.object({
  /** The number or the address is known: the application will be that person's. */
  known: z.boolean(),
  /** Under way for this position: nothing would be added. */
  underWay: z.boolean(),
  /** Null where the reader may not recognise the person. */
  underWayId: idSchema.nullable(),
  /** What that person applied for, as far as the reader may see it; `again` marks the last `reapplyDays`. */
  earlier: z.array(earlierApplicationSchema),
  /** Others who look like this one: they stay others until somebody says that they are one. */
  suspects: z.array(suspectSchema),
});
export type CandidateFound = z.infer<typeof candidateFoundSchema>;

export const enterCandidateSchema = z
  .object({
    ...entered,
    source: z.enum(entrySources),
    internal: z.boolean(),
    batch: batchKeySchema,
  })
  .superRefine(sayFaults);
export type EnterCandidate = z.infer<typeof enterCandidateSchema>;

export const enteredCandidateSchema = uploadResultSchema.extend({
  /** Was under way already: nothing was added. */
  repeated: z.boolean(),
});
export type EnteredCandidate = z.infer<typeof enteredCandidateSchema>;
