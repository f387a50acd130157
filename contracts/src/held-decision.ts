import { z } from 'zod';
import { decisionReasons, decisions } from './application.js';
import { idSchema, momentSchema } from './basics.js';

/** `late`: somebody was faster, or the application had moved on. */
export const heldStates = ['waiting', 'done', 'late', 'undone'] as const;
export type HeldState = (typeof heldStates)[number];

/** A decision from a page that waits a moment: until `runAt` it can be taken back. */
export const heldDecisionSchema = z.object({
  id: idSchema,
  kind: z.enum(decisions),
  reason: z.enum(decisionReasons),
  state: z.enum(heldStates),
  by: z.string(),
  /** The reader's own: only he takes it back. */
  mine: z.boolean(),
  runAt: momentSchema,
});
export type HeldDecision = z.infer<typeof heldDecisionSchema>;

/** Null where nothing waits, and nothing of the reader's came too late just now. */
export const heldViewSchema = z.object({ held: heldDecisionSchema.nullable() });
export type HeldView = z.infer<typeof heldViewSchema>;

/** `held` null: it was decided at once, or somebody was faster; `message` says which. */
export const holdResultSchema = heldViewSchema.extend({ message: z.string() });
export type HoldResult = z.infer<typeof holdResultSchema>;
