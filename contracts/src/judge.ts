import { z } from 'zod';

/** Languages that a program may be written in. */
export const programLanguages = ['python', 'java', 'cpp', 'go', 'javascript'] as const;
export type ProgramLanguage = (typeof programLanguages)[number];

/** What became of a program: of one test, or of all (the first that is not accepted). */
export const verdicts = [
  'accepted',
  'wrongAnswer',
  'time',
  'memory',
  'output',
  'runtime',
  'compile',
] as const;
export type Verdict = (typeof verdicts)[number];

const words = z.string().max(16_000_000);
/** What one test may use: `timeMs` of processor time, `memoryMb` of memory. */
export interface JudgeLimits {
  timeMs: number;
  memoryMb: number;
}
/** What holds where a submission says nothing. */
const usual: JudgeLimits = { timeMs: 2000, memoryMb: 256 };

/** A number above 0, brought into the range that can be measured and granted. */
const within = (least: number, most: number, otherwise: number) =>
  z
    .number()
    .positive()
    .nullish()
    .transform((given) => Math.min(most, Math.max(least, Math.round(given ?? otherwise))));

const limitsSchema = z
  .object({
    timeMs: within(50, 60_000, usual.timeMs),
    memoryMb: within(16, 4096, usual.memoryMb),
  })
  .nullish()
  .transform((given): JudgeLimits => given ?? usual);

/**
 * A program and the tests it must pass. A test without `stdin` is given none, one without `stdout` only
 * runs; limits out of range are brought into it, and the judgement says which held.
 */
export const submissionSchema = z.object({
  language: z.enum(programLanguages),
  source: z.string().max(100_000),
  tests: z
    .array(
      z.object({
        stdin: words.nullish().transform((given) => given ?? ''),
        stdout: words.nullish().transform((given) => given ?? undefined),
      }),
    )
    .min(1)
    .max(1000),
  limits: limitsSchema,
});
/** A submission as it may be written down: everything but the language, the source and a test may be left out. */
export type Submission = z.input<typeof submissionSchema>;
export type ReadSubmission = z.output<typeof submissionSchema>;

export const judgedTestSchema = z.object({
  verdict: z.enum(verdicts),
  /** Milliseconds of processor time; of the clock where waiting used the limit up. */
  timeMs: z.number().nonnegative(),
  /** Highest memory in KiB; 0 where the machine does not tell. */
  memoryKb: z.number().nonnegative(),
  /** What it wrote, cut to 64 KiB. */
  stdout: z.string().optional(),
  stderr: z.string().optional(),
});
export type JudgedTest = z.infer<typeof judgedTestSchema>;

export const judgementSchema = z.object({
  verdict: z.enum(verdicts),
  tests: z.array(judgedTestSchema),
  /** What the compiler said, cut to 8 KiB; absent where nothing was said. */
  compile: z.string().optional(),
  /** What each test was allowed. */
  limits: z.object({ timeMs: z.number(), memoryMb: z.number() }),
  /** What ran it: the full sandbox, or JavaScript alone inside the server. */
  engine: z.enum(['bubblewrap', 'quickjs']),
});
export type Judgement = z.infer<typeof judgementSchema>;
