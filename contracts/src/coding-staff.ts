import { z } from 'zod';
import { idSchema, momentSchema, textSchema } from './basics.js';
import { programSubmissionSchema, snapshotSchema } from './coding.js';
import { programLanguages, verdicts } from './judge.js';

/** The problems a position may ask, for its editor. */
export const problemListSchema = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      title: textSchema,
      statement: textSchema,
      groups: z.array(z.object({ name: textSchema, points: z.number(), tests: z.number().int() })),
    }),
  ),
  /** Languages that programs can be run in on this machine. */
  runs: z.array(z.enum(programLanguages)),
});
export type ProblemList = z.infer<typeof problemListSchema>;

/** A program as HR reads it: with its source, and each hidden test's verdict. */
export const staffSubmissionSchema = programSubmissionSchema.extend({
  source: z.string(),
  tests: z.array(
    z.object({
      group: z.number().int(),
      verdict: z.enum(verdicts),
      timeMs: z.number(),
      memoryKb: z.number(),
    }),
  ),
});
export type StaffSubmission = z.infer<typeof staffSubmissionSchema>;

/** All programs of one answer. */
export const programsOfAnswerSchema = z.object({
  title: z.string(),
  submissions: z.array(staffSubmissionSchema),
  snapshots: z.number().int(),
});
export type ProgramsOfAnswer = z.infer<typeof programsOfAnswerSchema>;
export const askProgramsSchema = z.object({ answerId: idSchema });
export type AskPrograms = z.infer<typeof askProgramsSchema>;

/** The typing, second by second; each attempt goes on from where the one before ended. */
export const replaySchema = z.object({
  attempts: z.array(
    z.object({
      attemptId: idSchema,
      startedAt: momentSchema,
      snapshots: z.array(snapshotSchema),
      /** Snapshots stopped at their limit before the end. */
      full: z.boolean(),
    }),
  ),
});
export type Replay = z.infer<typeof replaySchema>;

/** Lines from 1, both ends included. */
export const sharedSpanSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  otherFrom: z.number().int(),
  otherTo: z.number().int(),
});
export type SharedSpan = z.infer<typeof sharedSpanSchema>;

/** A fact about two programs, never a verdict. */
export const similarProgramSchema = z.object({
  kind: z.enum(['submission', 'reference']),
  /** Null where it is the reference, or where this reader may not see that application. */
  applicationId: idSchema.nullable(),
  candidateName: z.string().nullable(),
  at: momentSchema.nullable(),
  /** Share of this program's words that stand in the other in the same order, names aside; 0-1. */
  share: z.number().min(0).max(1),
  spans: z.array(sharedSpanSchema),
  /** The other program; null where this reader may not see it. */
  source: z.string().nullable(),
});
export type SimilarProgram = z.infer<typeof similarProgramSchema>;
export const similarProgramsSchema = z.object({
  /** The submission that counts, which was compared; null where there is none. */
  submissionId: idSchema.nullable(),
  /** Programs of other candidates in the same language that were looked at. */
  compared: z.number().int(),
  /** A reference solution in this language was among them. */
  reference: z.boolean(),
  /** Most alike first. */
  matches: z.array(similarProgramSchema),
});
export type SimilarPrograms = z.infer<typeof similarProgramsSchema>;
