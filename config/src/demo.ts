import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decisionReasons, decisions } from '@zhiyu/contracts/application';
import { statedGroupsSchema } from '@zhiyu/contracts/groups';
import { answerModes } from '@zhiyu/contracts/interview';
import { surveyInputSchema } from '@zhiyu/contracts/requests';
import { planSchema } from '@zhiyu/contracts/position';
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
      /** Instead of what the seed plans. */
      plan: planSchema.partial().optional(),
      links: z.array(
        z.object({
          code: z.string(),
          source: z.enum(linkSources),
          label: z.string(),
          /** Where those who come by it open their interview, in turn: `<app>:<device>`. */
          on: z.array(z.string().regex(/^[a-z]+:[a-z]+$/)).min(1),
        }),
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
  /** What the candidate says of the own groups, after handing in. */
  groups: statedGroupsSchema.optional(),
  /** And of the interview. */
  survey: surveyInputSchema.optional(),
  /** Where it was opened; of the company's people as the link says. */
  on: z.string().optional(),
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

/** Many who applied for one position, each in a few lines. */
const crowdSchema = z.object({
  position: z.string(),
  by: z.string(),
  people: z.array(
    z.object({
      name: z.string(),
      via: z.string(),
      /** Applied so many days ago; interviewed and decided on the two days after. */
      day: z.number().int().min(3),
      groups: statedGroupsSchema.optional(),
      survey: surveyInputSchema.optional(),
      resume: z.object({
        school: z.string(),
        major: z.string(),
        years: z.string(),
        since: z.string(),
        employer: z.string(),
        title: z.string(),
      }),
      answers: z.array(z.string().min(1)),
      decided: z.enum(['pass', 'reject']),
      /** Of the round after it, a week later. */
      after: z.literal('reject').optional(),
    }),
  ),
});

export interface DemoContent {
  company: DemoCompanyContent;
  candidates: DemoCandidate[];
  /** Those of whom few passed, with short answers. */
  crowd: DemoCandidate[];
}

function read<T>(schema: z.ZodType<T>, file: string): T {
  const result = schema.safeParse(parse(readFileSync(new URL(file, folder), 'utf8')));
  if (!result.success) {
    throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  }
  return result.data;
}

/** What is the same of each of them is made here. */
export function loadDemoCrowd(): DemoCandidate[] {
  const { position, by, people } = read(crowdSchema, 'crowd.yaml');
  return people.map((one, n) => {
    const { name, day, decided, after, via, groups, survey } = one;
    const [hour, minute] = [10 + (n % 8), 10 + ((n * 7) % 50)];
    const at = (daysAgo: number, plus = 0) => `-${daysAgo}d ${hour + plus}:${minute}`;
    const step = (when: string, kind: 'pass' | 'reject') => ({
      ...{ at: when, do: 'decide' as const, by, kind },
      reason: kind === 'pass' ? ('strongEvidence' as const) : ('belowRequirement' as const),
    });
    const contact = { phone: `1390000${1001 + n}`, email: `lead${1001 + n}@example.com` };
    return candidateSchema.parse({
      ...{ name, ...contact, position, via, talentPool: false, groups, survey },
      ...{ applied: at(day), interview: at(day - 1, 2), resume: resumeOf(one, contact) },
      answers: one.answers.map((text) => ({ mode: 'text', text })),
      steps: [
        step(at(day - 2), decided),
        ...(after === undefined ? [] : [step(at(day - 9, 1), after)]),
      ],
    });
  });
}

/** @returns the file that is handed in */
function resumeOf(
  { name, resume }: z.infer<typeof crowdSchema>['people'][number],
  { phone, email }: { phone: string; email: string },
) {
  const { school, major, years, since, employer, title } = resume;
  const lines = [
    ...[name, `${phone} | ${email}`, '', '教育背景', `${years}  ${school}  ${major}  大专`, ''],
    ...['工作经历', `${since} - 至今  ${employer}  ${title}`, '• 排班、带教、每周复盘', ''],
    ...['专业技能', '团队管理、排班、培训'],
  ];
  return { file: `${name}.txt`, text: lines.join('\n') };
}

/** Gives each who comes by a link the next place of those that the link names. */
function placesOf({ positions }: DemoCompanyContent) {
  const links = new Map(positions.flatMap((one) => one.links.map(({ code, on }) => [code, on])));
  const turns = new Map<string, number>();
  return (candidate: DemoCandidate): DemoCandidate => {
    const places = links.get(candidate.via);
    const turn = turns.get(candidate.via) ?? 0;
    turns.set(candidate.via, turn + 1);
    return places ? { ...candidate, on: places[turn % places.length] } : candidate;
  };
}

/** The example company as written in content/demo. @throws Error naming the file at fault. */
export function loadDemo(): DemoContent {
  const names = readdirSync(fileURLToPath(new URL('candidates/', folder))).sort();
  const company = read(companySchema, 'company.yaml');
  const opened = placesOf(company);
  return {
    company,
    crowd: loadDemoCrowd().map(opened),
    candidates: names.map((name) => read(candidateSchema, `candidates/${name}`)).map(opened),
  };
}

/** Whose way the guided tour shows, while somebody watches. @throws Error naming the file at fault */
export function loadDemoTour(): DemoCandidate {
  return read(candidateSchema, 'tour.yaml');
}

/** A text cut after each stop: what the voice of the clips says in one breath. */
export const clausesOf = (text: string): string[] =>
  text === '' ? [] : text.split(/(?<=[，。！？；：])/);

const timesSchema = z.record(z.string(), z.array(z.number().nonnegative()));

/** One sentence of a clip and when it is said, in seconds of the clip. */
export interface DemoSentence {
  text: string;
  from: number;
  to: number;
}

const closed = /[。！？]$/;

/**
 * When each sentence of an answer's clip is said, as written down when the clip was made.
 * @returns empty for an answer without a clip
 * @throws Error for a clip that has other clauses than its text
 */
export function demoSentences({ clip, seconds, text }: DemoAnswer): DemoSentence[] {
  if (clip === undefined) {
    return [];
  }
  const begins = read(timesSchema, 'clips/times.json')[clip] ?? [];
  const clauses = clausesOf(text);
  if (begins.length !== clauses.length) {
    throw new Error(`${clip}: ${clauses.length} clauses, ${begins.length} times`);
  }
  const sentences: DemoSentence[] = [];
  for (const [n, clause] of clauses.entries()) {
    const from = begins[n] ?? 0;
    const to = begins[n + 1] ?? seconds ?? from;
    const last = sentences.at(-1);
    if (last && !closed.test(last.text)) {
      Object.assign(last, { text: last.text + clause, to });
    } else {
      sentences.push({ text: clause, from, to });
    }
  }
  return sentences;
}

/** A synthesised recording. */
export function readDemoClip(name: string): Buffer {
  return readFileSync(new URL(`clips/${name}`, folder));
}
