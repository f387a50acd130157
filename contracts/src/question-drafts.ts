import { z } from 'zod';
import { idSchema } from './basics.js';
import { originSchema } from './question-origin.js';
import { positionContentSchema, questionSchema } from './position.js';

/**
 * asked: a planned question covers it; open: drafts for it wait; screened: the résumé answers it, nobody
 * needs to ask; uncovered: nothing was found that asks for it.
 */
export const lineStates = ['asked', 'open', 'screened', 'uncovered'] as const;

/** One requirement line (要求) of a position, from its rules or its description. */
export const draftLineSchema = z.object({
  id: z.string(),
  from: z.enum(['requirement', 'description']),
  text: z.string(),
  state: z.enum(lineStates),
  /** Codes of planned questions that cover it. */
  askedBy: z.array(z.string()),
  /** Codes of drafts for it; the first is the advised one. */
  drafts: z.array(z.string()),
});
export type DraftLine = z.infer<typeof draftLineSchema>;

export const draftViewSchema = z.object({
  lines: z.array(draftLineSchema),
  /** Full questions, ready to be taken over. */
  drafts: z.array(questionSchema.extend({ origin: originSchema })),
});
export type DraftView = z.infer<typeof draftViewSchema>;
export type DraftQuestion = DraftView['drafts'][number];

/** The position as it stands in the editor, saved or not. */
export const draftInputSchema = z.object({ content: positionContentSchema });
export type DraftInput = z.infer<typeof draftInputSchema>;

/** What in a résumé is worth a question. */
export const claimKinds = ['change', 'project', 'result', 'skill', 'gap'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const resumeQuestionStates = ['proposed', 'approved', 'dropped', 'asked'] as const;
export const resumeQuestionSchema = z.object({
  id: idSchema,
  kind: z.enum(claimKinds),
  state: z.enum(resumeQuestionStates),
  text: z.string(),
  /** What the candidate is told: 因为您的简历写到“…”. Empty after the person was erased. */
  reason: z.string(),
  /** 1-based line of the résumé's text; null where none stands for it. */
  line: z.number().int().nullable(),
});
export type ResumeQuestion = z.infer<typeof resumeQuestionSchema>;

export const resumeQuestionListSchema = z.object({
  questions: z.array(resumeQuestionSchema),
  /** How many the position's plan asks at most, 0-3. */
  most: z.number().int(),
  /** HR says yes first; otherwise the first `most` are asked by themselves. */
  approval: z.boolean(),
  /** none: not invited yet; open: invited, not begun; closed: begun or over, nothing can be added. */
  interview: z.enum(['none', 'open', 'closed']),
});
export type ResumeQuestionList = z.infer<typeof resumeQuestionListSchema>;

export const changeResumeQuestionSchema = z.object({
  id: idSchema,
  state: z.enum(['proposed', 'approved', 'dropped']).optional(),
  text: z.string().min(6).max(300).optional(),
});
export type ChangeResumeQuestion = z.infer<typeof changeResumeQuestionSchema>;
