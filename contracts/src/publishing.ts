import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { positionContentSchema } from './position.js';

/** One version of a position as it was published. */
export const askVersionSchema = z.object({ id: idSchema, version: z.coerce.number().int().min(1) });
export type AskVersion = z.infer<typeof askVersionSchema>;
export const positionVersionSchema = z.object({
  version: z.number().int(),
  createdAt: momentSchema,
  createdBy: z.string(),
  note: z.string(),
  content: positionContentSchema,
});
export type PositionVersionView = z.infer<typeof positionVersionSchema>;

/** A change that waits for a second person: where the company wants it so, saving makes this and no version. */
export const proposalSchema = z.object({
  id: idSchema,
  /** The version it was made on; another one meanwhile: it can no longer be published. */
  baseVersion: z.number().int(),
  content: positionContentSchema,
  note: z.string(),
  createdBy: z.string(),
  createdAt: momentSchema,
  /** The reader's own: may be taken back, never approved. */
  own: z.boolean(),
  /** The reader may say yes or no. */
  answerable: z.boolean(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const publishingSchema = z.object({
  /** The company wants a second person's yes to every new version. */
  needsSecond: z.boolean(),
  proposal: proposalSchema.nullable(),
  /** By whom versions were approved; those from before, or without a second person, are not listed. */
  approvals: z.array(z.object({ version: z.number().int(), by: z.string(), at: momentSchema })),
});
export type PublishingView = z.infer<typeof publishingSchema>;

export const answerProposalSchema = z.object({
  id: idSchema,
  proposalId: idSchema,
  approve: z.boolean(),
  /** A no has one; 300 characters at most. */
  reason: z.string().trim().max(300),
});
export type AnswerProposal = z.infer<typeof answerProposalSchema>;

export const withdrawProposalSchema = z.object({ id: idSchema, proposalId: idSchema });
export type WithdrawProposal = z.infer<typeof withdrawProposalSchema>;
