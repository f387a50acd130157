import { z } from 'zod';
import { textSchema } from './basics.js';
import { programLanguages, verdicts } from './judge.js';

/** How much a problem asks for: minutes of a practised person, roughly 15, 25 and 40. */
export const difficulties = ['easy', 'medium', 'hard'] as const;

/** What a problem exercises, with its name on screens. */
export const problemSkills = {
  parsing: { zh: '解析文本', en: 'Parsing' },
  grouping: { zh: '分组统计', en: 'Grouping' },
  sorting: { zh: '排序', en: 'Sorting' },
  searching: { zh: '查找', en: 'Searching' },
  intervals: { zh: '时间区间', en: 'Intervals' },
  money: { zh: '金额计算', en: 'Money' },
  dates: { zh: '日期与时间', en: 'Dates and times' },
  simulation: { zh: '过程模拟', en: 'Simulation' },
  queues: { zh: '队列与堆', en: 'Queues and heaps' },
  graphs: { zh: '关系与路径', en: 'Graphs' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ProblemSkill = keyof typeof problemSkills;

const skill = z.enum(Object.keys(problemSkills) as [ProblemSkill, ...ProblemSkill[]]);
const both = textSchema.extend({ en: z.string().min(1) });
const language = z.enum(programLanguages);
const program = z.string().min(1).max(60_000);

/** A hidden or shown test: what the program reads and what it must write. */
const testSchema = z.object({ stdin: z.string().min(1), stdout: z.string() });
export type ProblemTest = z.infer<typeof testSchema>;

/**
 * A large input as a recipe: the same seed gives the same text for ever. In `lines`, `{int 1 9}` is a
 * number from 1 to 9, `{pick A|B}` one of the words, `{at}` the line's number, from 1, among its repeats.
 */
const recipeSchema = z.object({
  seed: z.number().int().min(1),
  lines: z
    .array(
      z.union([
        z.string(),
        z.object({ times: z.number().int().min(1).max(200_000), of: z.string() }),
      ]),
    )
    .min(1),
});
export type InputRecipe = z.infer<typeof recipeSchema>;

const writtenTestSchema = z.object({
  stdin: z.union([z.string().min(1), recipeSchema]),
  stdout: z.string(),
});

/** A way to be wrong that the tests must find, and what they must call it. */
const wrongProgramSchema = z.object({
  why: z.string().min(1),
  language,
  source: program,
  verdict: z.enum(verdicts).exclude(['accepted']),
});

/** The same in the file and in memory. */
const shownSchema = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  title: both,
  difficulty: z.enum(difficulties),
  skills: z.array(skill).min(1).max(4),
  statement: both,
  input: both,
  output: both,
  limits: z.object({
    timeMs: z.number().int().min(100).max(10_000),
    memoryMb: z.number().int().min(16).max(512),
  }),
  samples: z
    .array(testSchema.extend({ note: both.optional() }))
    .min(1)
    .max(4),
  /** What the editor begins with, where the usual beginning of a language does not suit. */
  starters: z.partialRecord(language, program).optional(),
});

const groupOf = <Test extends z.ZodType>(test: Test) =>
  z.object({ name: both, points: z.number().int().min(1).max(100), tests: z.array(test).min(1) });

const secretSchema = z.object({
  /** Programs that pass every test; the first is the one of reference. */
  solutions: z.array(z.object({ language, source: program })).min(1),
  wrong: z.array(wrongProgramSchema).min(1),
});

/** A problem as its YAML file says it: tests may be recipes. */
export const problemContentSchema = shownSchema.extend({
  groups: z.array(groupOf(writtenTestSchema)).min(1),
  ...secretSchema.shape,
});
export type ProblemContent = z.infer<typeof problemContentSchema>;

/** A problem with every test written out. Tests of `groups`, `solutions` and `wrong` are for no candidate. */
export const problemSchema = shownSchema.extend({
  groups: z.array(groupOf(testSchema)).min(1),
  ...secretSchema.shape,
});
export type Problem = z.infer<typeof problemSchema>;

/** What a candidate may see: of the hidden tests only how many there are and what they are worth. */
export const problemViewSchema = shownSchema.extend({
  groups: z.array(
    z.object({ name: both, points: z.number().int(), tests: z.number().int().min(1) }),
  ),
});
export type ProblemView = z.infer<typeof problemViewSchema>;

/** The problem without anything that gives it away. */
export function viewOf(problem: Problem): ProblemView {
  const groups = problem.groups.map((group) => ({ ...group, tests: group.tests.length }));
  return problemViewSchema.parse({ ...problem, groups });
}

/** All hidden tests, group after group, as the judge takes them. */
export function hiddenTests({ groups }: Pick<Problem, 'groups'>): ProblemTest[] {
  return groups.flatMap(({ tests }) => tests);
}
