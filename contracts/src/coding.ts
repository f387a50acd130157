import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { programLanguages, verdicts } from './judge.js';

/** The longest program, in characters. */
export const longestProgram = 60_000;

/** What makes a question one of programming: the problem, and the languages it may be solved in. */
export const codingSchema = z.object({
  problem: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  languages: z.array(z.enum(programLanguages)).min(1).max(5),
});
export type Coding = z.infer<typeof codingSchema>;

const languageSchema = z.enum(programLanguages);
const sourceSchema = z.string().max(longestProgram);
/** One program for each language that was touched. */
const sourcesSchema = z.partialRecord(languageSchema, sourceSchema);
export type Sources = z.infer<typeof sourcesSchema>;

/**
 * What changed in the editor from one second to the next: of the program in this language `cut` characters from
 * `from` on were taken out and `put` stands there. `at` are milliseconds since the attempt began.
 */
export const snapshotSchema = z.object({
  at: z.number().int().nonnegative(),
  language: languageSchema,
  from: z.number().int().nonnegative(),
  cut: z.number().int().nonnegative(),
  put: sourceSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A group of hidden tests. Its points are given when every one of its tests is passed. */
export const judgedGroupSchema = z.object({
  name: z.string(),
  points: z.number(),
  earned: z.number(),
  tests: z.number().int(),
  passed: z.number().int(),
  /** Of the first test that was not passed. */
  verdict: z.enum(verdicts),
  /** Of the slowest and of the largest of its tests. */
  timeMs: z.number(),
  memoryKb: z.number(),
});
export type JudgedGroup = z.infer<typeof judgedGroupSchema>;

/** `notJudged`: no machine could run it; a person reads it. */
export const submissionStates = ['queued', 'done', 'notJudged'] as const;
export const programSubmissionSchema = z.object({
  id: idSchema,
  language: languageSchema,
  state: z.enum(submissionStates),
  /** Programs that are judged before it. */
  ahead: z.number().int(),
  at: momentSchema,
  /** Handed in by the end of the time, not by hand. */
  auto: z.boolean(),
  /** The one that counts. */
  best: z.boolean(),
  /** 0-100; null until judged. */
  points: z.number().nullable(),
  verdict: z.enum(verdicts).nullable(),
  groups: z.array(judgedGroupSchema),
  /** What the compiler said; empty where it said nothing. */
  compile: z.string(),
});
export type ProgramSubmission = z.infer<typeof programSubmissionSchema>;

/** The problem of the open question, what the candidate has written and what became of it. */
export const codingTaskSchema = z.object({
  answerId: idSchema,
  serverNow: momentSchema,
  /** When its answer time began; null before that. */
  startedAt: momentSchema.nullable(),
  title: z.string(),
  statement: z.string(),
  input: z.string(),
  output: z.string(),
  samples: z.array(z.object({ stdin: z.string(), stdout: z.string(), note: z.string() })),
  timeMs: z.number(),
  memoryMb: z.number(),
  groups: z.array(z.object({ name: z.string(), points: z.number(), tests: z.number().int() })),
  languages: z.array(
    z.object({
      language: languageSchema,
      /** Programs in it can be run here; otherwise a person reads them. */
      runs: z.boolean(),
      starter: z.string(),
    }),
  ),
  /** The newest draft the server keeps; of another attempt where this device goes on from another one. */
  work: z
    .object({
      attemptId: idSchema,
      language: languageSchema,
      sources: sourcesSchema,
      /** Counts the changes: the device's own draft may be newer. */
      revision: z.number().int(),
      /** Snapshots kept of this attempt. */
      snapshots: z.number().int(),
    })
    .nullable(),
  /** The typing is noted second by second: only where recording was agreed to. */
  replayed: z.boolean(),
  submissions: z.array(programSubmissionSchema),
  submissionsLeft: z.number().int(),
});
export type CodingTask = z.infer<typeof codingTaskSchema>;

export const askCodingSchema = z.object({ answerId: idSchema });
export type AskCoding = z.infer<typeof askCodingSchema>;

export const keepProgramSchema = z.object({
  attemptId: idSchema,
  language: languageSchema,
  sources: sourcesSchema,
  revision: z.number().int().nonnegative(),
  /** Number of the first of these snapshots, from 0; those that are known already are left out. */
  first: z.number().int().nonnegative(),
  snapshots: z.array(snapshotSchema).max(600),
});
export type KeepProgram = z.infer<typeof keepProgramSchema>;
export const keptProgramSchema = z.object({
  serverNow: momentSchema,
  revision: z.number().int(),
  snapshots: z.number().int(),
  /** No more snapshots are kept of this attempt; the program itself is. */
  full: z.boolean(),
});
export type KeptProgram = z.infer<typeof keptProgramSchema>;

export const runProgramSchema = z.object({
  attemptId: idSchema,
  language: languageSchema,
  source: sourceSchema.min(1),
  /** An input of one's own; null: the samples of the problem. */
  stdin: z.string().max(20_000).nullable(),
});
export type RunProgram = z.infer<typeof runProgramSchema>;
export const programRunSchema = z.object({
  runId: idSchema,
  state: z.enum(['queued', 'running', 'done', 'failed']),
  ahead: z.number().int(),
  verdict: z.enum(verdicts).nullable(),
  compile: z.string(),
  tests: z.array(
    z.object({
      verdict: z.enum(verdicts),
      timeMs: z.number(),
      memoryKb: z.number(),
      stdin: z.string(),
      /** Null where the input is the candidate's own. */
      expected: z.string().nullable(),
      stdout: z.string(),
      stderr: z.string(),
    }),
  ),
});
export type ProgramRun = z.infer<typeof programRunSchema>;
export const askRunSchema = z.object({ runId: idSchema });
export type AskRun = z.infer<typeof askRunSchema>;

export const submitProgramSchema = z.object({
  attemptId: idSchema,
  language: languageSchema,
  source: sourceSchema.min(1),
});
export type SubmitProgram = z.infer<typeof submitProgramSchema>;

/** The last program with the end of the answer, where the device could not send it before. */
export const lastProgramSchema = z.object({ language: languageSchema, source: sourceSchema });
export type LastProgram = z.infer<typeof lastProgramSchema>;

/** What the hidden tests said about the answer, as the report keeps it. */
export const codingResultSchema = z.object({
  problem: z.string(),
  title: z.string(),
  language: languageSchema,
  submissionId: z.string(),
  submissions: z.number().int(),
  points: z.number().nullable(),
  groups: z.array(judgedGroupSchema),
  /** What ran it; null where nothing could. */
  sandbox: z.enum(['bubblewrap', 'quickjs']).nullable(),
});
export type CodingResult = z.infer<typeof codingResultSchema>;
