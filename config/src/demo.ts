import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decisionReasons, decisions } from '@zhiyu/contracts/application';
import { answerModes } from '@zhiyu/contracts/interview';
import { linkSources } from '@zhiyu/contracts/source-values';
import { roles } from '@zhiyu/contracts/staff';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../content/demo/', import.meta.url);

/** When it happened, seen from the day of the making: `-6d 12:42` (Asia/Shanghai) or `-95m`. */
const moment = z.string().regex(/^-(\d+d \d\d:\d\d|\d+m)$/);

const companySchema = z.object({
  name: z.string(),
  founded: moment,
  people: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      email: z.email(),
      roles: z.array(z.enum(roles)).min(1),
      department: z.string().optional(),
    }),
  ),
  departments: z.array(
    z.object({ code: z.string(), name: z.string(), manager: z.string().optional() }),
  ),
  positions: z.array(
    z.object({
      /** A seed of content/positions. */
      template: z.string(),
      opened: moment,
      department: z.string(),
      owner: z.string(),
      headcount: z.number().int(),
      links: z.array(
        z.object({ code: z.string(), source: z.enum(linkSources), label: z.string() }),
      ),
    }),
  ),
});
export type DemoCompanyContent = z.infer<typeof companySchema>;

const answerSchema = z.object({
  mode: z.enum(answerModes),
  /** A file of content/demo/clips whose speech is `text`. */
  clip: z.string().optional(),
  /** Length of the clip. */
  seconds: z.number().positive().optional(),
  text: z.string().min(1),
});
export type DemoAnswer = z.infer<typeof answerSchema>;

const candidateSchema = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.email(),
  /** Template of the position. */
  position: z.string(),
  /** Code of the link, or `upload`: HR hands the résumé in. */
  via: z.string(),
  applied: moment,
  talentPool: z.boolean(),
  /** The one whose interview a visitor takes: the start prints the link. */
  waiting: z.boolean().default(false),
  resume: z.object({ file: z.string(), text: z.string() }),
  /** When the interview begins; absent: not yet. */
  interview: moment.optional(),
  /** Stops after the last answer without handing in. */
  unfinished: z.boolean().default(false),
  answers: z.array(answerSchema),
  /** What is written to the follow-up questions, in their order. */
  replies: z.array(z.string().min(1)).default([]),
  steps: z.array(
    z.object({
      at: moment,
      do: z.literal('decide'),
      by: z.string(),
      kind: z.enum(decisions),
      reason: z.enum(decisionReasons),
    }),
  ),
});
export type DemoCandidate = z.infer<typeof candidateSchema>;

export interface DemoContent {
  company: DemoCompanyContent;
  candidates: DemoCandidate[];
}

function read<T>(schema: z.ZodType<T>, file: string): T {
  const result = schema.safeParse(parse(readFileSync(new URL(file, folder), 'utf8')));
  if (!result.success) {
    throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  }
  return result.data;
}

/** The example company as written in content/demo. @throws Error naming the file at fault. */
export function loadDemo(): DemoContent {
  const names = readdirSync(fileURLToPath(new URL('candidates/', folder))).sort();
  return {
    company: read(companySchema, 'company.yaml'),
    candidates: names.map((name) => read(candidateSchema, `candidates/${name}`)),
  };
}

/** Whose way the guided tour shows, while somebody watches. @throws Error naming the file at fault */
export function loadDemoTour(): DemoCandidate {
  return read(candidateSchema, 'tour.yaml');
}

/** A synthesised recording. */
export function readDemoClip(name: string): Buffer {
  return readFileSync(new URL(`clips/${name}`, folder));
}
