import { z } from 'zod';
import { idSchema, localeSchema, momentSchema } from './basics.js';

/** What can be asked in a written test (笔试). */
export const testItemKinds = ['single', 'multiple', 'number', 'text'] as const;
export type TestItemKind = (typeof testItemKinds)[number];

/** Limits of one test. */
export const testLimits = { items: 100, options: 10, keyPoints: 12, minutes: 240 } as const;

const partCode = z.string().regex(/^[a-z0-9]{1,12}$/);
const optionSchema = z.object({ id: partCode, text: z.string().trim().min(1).max(500) });
const itemHead = {
  code: partCode,
  text: z.string().trim().min(1).max(2000),
  points: z.number().min(0.5).max(100),
};
const options = z.array(optionSchema).min(2).max(testLimits.options);

/** One item with its solution; the solution never leaves the server towards a candidate. */
export const testItemSchema = z.discriminatedUnion('kind', [
  z.object({ ...itemHead, kind: z.literal('single'), options, correct: partCode }),
  /** Full points for exactly these options; nothing otherwise. */
  z.object({
    ...itemHead,
    kind: z.literal('multiple'),
    options,
    correct: z.array(partCode).min(1),
  }),
  z.object({
    ...itemHead,
    kind: z.literal('number'),
    correct: z.number(),
    /** Largest distance that still counts. */
    tolerance: z.number().min(0),
    unit: z.string().max(20),
  }),
  /** Scored by the local engine against the key points; a person may say otherwise. */
  z.object({
    ...itemHead,
    kind: z.literal('text'),
    keyPoints: z.array(z.string().trim().min(1).max(300)).min(1).max(testLimits.keyPoints),
  }),
]);
export type TestItem = z.infer<typeof testItemSchema>;

export const testContentSchema = z.object({
  title: z.string().trim().min(1).max(100),
  /** Shown before the test begins. */
  instruction: z.string().trim().max(1000),
  minutes: z.number().int().min(1).max(testLimits.minutes),
  /** Every candidate sees the options in an own order, the same at each look. */
  shuffle: z.boolean(),
  /** Share of the points that is asked for, in percent; null: no limit. It rejects nobody. */
  passPercent: z.number().int().min(1).max(100).nullable(),
  items: z.array(testItemSchema).min(1).max(testLimits.items),
});
export type TestContent = z.infer<typeof testContentSchema>;

export const testSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  minutes: z.number().int(),
  items: z.number().int(),
  points: z.number(),
  /** The newest published version; 0: none yet. */
  version: z.number().int(),
  /** The draft differs from it. */
  changed: z.boolean(),
  retired: z.boolean(),
  /** How often the test was handed in. */
  taken: z.number().int(),
});
export type TestSummary = z.infer<typeof testSummarySchema>;
export const testListSchema = z.object({ tests: z.array(testSummarySchema) });
export type TestList = z.infer<typeof testListSchema>;

export const testDetailSchema = testSummarySchema.extend({
  draft: testContentSchema,
  /** Counts the saved changes of the draft. */
  revision: z.number().int(),
  versions: z.array(z.object({ version: z.number().int(), at: momentSchema, by: z.string() })),
});
export type TestDetail = z.infer<typeof testDetailSchema>;

export const createTestSchema = z.object({ content: testContentSchema });
export type CreateTest = z.infer<typeof createTestSchema>;
export const saveTestSchema = z.object({
  id: idSchema,
  /** The draft the change was made on. */
  revision: z.number().int().min(0),
  content: testContentSchema,
});
export type SaveTest = z.infer<typeof saveTestSchema>;
export const publishTestSchema = z.object({ id: idSchema, revision: z.number().int().min(0) });
export type PublishTest = z.infer<typeof publishTestSchema>;
export const retireTestSchema = z.object({ id: idSchema, retired: z.boolean() });
export type RetireTest = z.infer<typeof retireTestSchema>;

/** entered = by hand, imported = from a table, taken = in the system. */
export const testSources = ['entered', 'imported', 'taken'] as const;
export type TestSource = (typeof testSources)[number];

/** A day, YYYY-MM-DD. */
export const daySchema = z.iso.date();
const scoreFields = {
  name: z.string().trim().min(1).max(100),
  score: z.number().min(0).max(100_000),
  maximum: z.number().positive().max(100_000),
  takenOn: daySchema,
};

/** One result of a written test, with where it comes from. */
export const testResultSchema = z.object({
  id: idSchema,
  ...scoreFields,
  source: z.enum(testSources),
  /** Points that are asked for; null: no limit. */
  required: z.number().nullable(),
  /** Who entered or imported it, or sent the test. */
  by: z.string(),
  at: momentSchema,
  sittingId: idSchema.nullable(),
  /** Points that the local engine gave to short texts and no person has looked at. */
  byEngine: z.number(),
});
export type TestResult = z.infer<typeof testResultSchema>;

export const sittingStates = ['sent', 'running', 'submitted', 'marked', 'expired'] as const;
export type SittingState = (typeof sittingStates)[number];

/** A test that was sent to a candidate. */
export const sittingSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  version: z.number().int(),
  state: z.enum(sittingStates),
  sentAt: momentSchema,
  deadline: momentSchema,
  startedAt: momentSchema.nullable(),
  submittedAt: momentSchema.nullable(),
  /** The time was up before it was handed in. */
  timeUp: z.boolean(),
  answered: z.number().int(),
  items: z.number().int(),
  /** Short texts that wait for a person. */
  unmarked: z.number().int(),
});
export type SittingSummary = z.infer<typeof sittingSummarySchema>;

/** What is known of an application's written tests. */
export const testsOfApplicationSchema = z.object({
  /** Null for those who may not see scores. */
  results: z.array(testResultSchema).nullable(),
  sittings: z.array(sittingSummarySchema),
  /** Published tests that can be sent. */
  offered: z.array(z.object({ id: idSchema, title: z.string(), minutes: z.number().int() })),
  allowed: z.object({ enter: z.boolean(), send: z.boolean(), mark: z.boolean() }),
});
export type TestsOfApplication = z.infer<typeof testsOfApplicationSchema>;

export const enterTestResultSchema = z.object({ id: idSchema, ...scoreFields });
export type EnterTestResult = z.infer<typeof enterTestResultSchema>;
export const withdrawTestResultSchema = z.object({
  id: idSchema,
  reason: z.string().trim().min(2).max(200),
});
export type WithdrawTestResult = z.infer<typeof withdrawTestResultSchema>;
export const sendTestSchema = z.object({
  id: idSchema,
  testId: idSchema,
  /** Days until it has to be begun. */
  days: z.number().int().min(1).max(30),
});
export type SendTest = z.infer<typeof sendTestSchema>;

/** What a candidate answers to one item: what does not fit its kind stays empty. */
export const testAnswerSchema = z.object({
  chosen: z.array(partCode).max(testLimits.options),
  number: z.number().nullable(),
  text: z.string().max(5000),
});
export type TestAnswer = z.infer<typeof testAnswerSchema>;

/** key = by the solution, engine = by the local engine, person = somebody looked; none = not marked yet. */
export const markings = ['key', 'engine', 'person', 'none'] as const;
export type Marking = (typeof markings)[number];

/** A candidate's test as HR reads it. */
export const sittingSchema = sittingSummarySchema.extend({
  applicationId: idSchema,
  items: z.number().int(),
  answers: z.array(
    z.object({
      item: testItemSchema,
      answer: testAnswerSchema.nullable(),
      /** Seconds the item was on the screen, as the candidate's device says. */
      seconds: z.number(),
      points: z.number().nullable(),
      /** Of the engine, in points; null where a key or a person gave them. */
      standardError: z.number().nullable(),
      marking: z.enum(markings),
      /** The words the engine's points rest on. */
      evidence: z.array(z.object({ text: z.string(), why: z.string() })),
      /** Why the engine gave nothing. */
      gate: z.string().nullable(),
    }),
  ),
  mayMark: z.boolean(),
});
export type Sitting = z.infer<typeof sittingSchema>;
export const markTestAnswerSchema = z.object({
  id: idSchema,
  item: partCode,
  points: z.number().min(0).max(100),
});
export type MarkTestAnswer = z.infer<typeof markTestAnswerSchema>;

/** An item as the candidate gets it: no solution, no key points. */
export const ownTestItemSchema = z.object({
  code: partCode,
  kind: z.enum(testItemKinds),
  text: z.string(),
  points: z.number(),
  options: z.array(optionSchema),
  unit: z.string(),
  answer: testAnswerSchema.nullable(),
  /** Of the answer that the server has; a lower one changes nothing. */
  revision: z.number().int(),
});
export type OwnTestItem = z.infer<typeof ownTestItemSchema>;
export const ownTestSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  /** With the extra time that was granted. */
  minutes: z.number().int(),
  count: z.number().int(),
  state: z.enum(sittingStates),
  deadline: momentSchema,
  endsAt: momentSchema.nullable(),
});
export type OwnTestSummary = z.infer<typeof ownTestSummarySchema>;
export const ownTestListSchema = z.object({
  serverNow: momentSchema,
  tests: z.array(ownTestSummarySchema),
});
export type OwnTestList = z.infer<typeof ownTestListSchema>;
export const ownTestSchema = ownTestSummarySchema.extend({
  serverNow: momentSchema,
  locale: localeSchema,
  companyName: z.string(),
  positionName: z.string(),
  contactName: z.string(),
  instruction: z.string(),
  /** More minutes than the test has for others. */
  extraMinutes: z.number().int(),
  /** There are short texts in it. */
  hasText: z.boolean(),
  timeUp: z.boolean(),
  /** Only while it runs. */
  items: z.array(ownTestItemSchema),
});
export type OwnTest = z.infer<typeof ownTestSchema>;
export const beginTestSchema = z.object({
  id: idSchema,
  /** The candidate lets the engine mark short texts; otherwise a person does. */
  byEngine: z.boolean(),
});
export type BeginTest = z.infer<typeof beginTestSchema>;
export const keepTestAnswerSchema = z.object({
  id: idSchema,
  item: partCode,
  answer: testAnswerSchema,
  revision: z.number().int().min(1),
  seconds: z.number().min(0).max(100_000),
});
export type KeepTestAnswer = z.infer<typeof keepTestAnswerSchema>;
export const keptTestAnswerSchema = z.object({
  serverNow: momentSchema,
  revision: z.number().int(),
  endsAt: momentSchema,
});
export type KeptTestAnswer = z.infer<typeof keptTestAnswerSchema>;
