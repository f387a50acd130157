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

const words = z.string().max(1_000_000);
/** Of one test: `timeMs` is the program's time on one core, `memoryMb` its memory. */
export const judgeLimitsSchema = z.object({
  timeMs: z.number().int().min(50).max(20_000).optional(),
  memoryMb: z.number().int().min(16).max(1024).optional(),
});
export type JudgeLimits = z.infer<typeof judgeLimitsSchema>;

/** A program and the tests it must pass; without `stdout` a test only runs. */
export const submissionSchema = z.object({
  language: z.enum(programLanguages),
  source: z.string().min(1).max(100_000),
  tests: z
    .array(z.object({ stdin: words, stdout: words.optional() }))
    .min(1)
    .max(100),
  limits: judgeLimitsSchema.optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

export const judgedTestSchema = z.object({
  verdict: z.enum(verdicts),
  /** Wall-clock milliseconds of the run. */
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
  /** What ran it: the full sandbox, or JavaScript alone inside the server. */
  engine: z.enum(['bubblewrap', 'quickjs']),
});
export type Judgement = z.infer<typeof judgementSchema>;
