import type { Locale } from '@zhiyu/contracts/basics';
import { z } from 'zod';
import type { AnswerId, ScoreRequest } from './text.types.js';

/** Why a line cannot be scored. */
export type FaultCode =
  | 'notUtf8'
  | 'lineTooLong'
  | 'notJson'
  | 'notObject'
  | 'missing'
  | 'wrongType'
  | 'tooLong'
  | 'tooMany'
  | 'unknownLanguage'
  | 'badScale'
  | 'gradeOutsideScale'
  | 'notScored';

/** A line that cannot be scored: said in its place. */
export interface ScoreFault {
  /** The line's own id, where it has one that can be read. */
  id?: AnswerId;
  error: FaultCode;
  /** The field and what is wrong with it, in English. */
  message: string;
}

/** No text of a question may be longer, in UTF-16 units; no list longer. An answer may: longer ones are read in part. */
const limits = { text: 20_000, list: 1000 };
/** Of a scale: farther from zero, or closer together, numbers are no longer told apart. */
const scaleLimits = { farthest: 1e9, closest: 1e-6 };
/** A grade may lie so far outside as sums of decimals do (10.000000001), as a share of the scale. */
const rounding = 1e-6;

/** What a language may be called: ISO 639 with any region or script behind it (zh-CN, zh_Hant, cmn, ENG). */
const languages = new Map<string, Locale>([
  ...['zh', 'zho', 'chi', 'cmn', 'yue'].map((code) => [code, 'zh'] as const),
  ...['en', 'eng'].map((code) => [code, 'en'] as const),
  ...['ja', 'jpn'].map((code) => [code, 'ja'] as const),
  ...['fr', 'fra', 'fre'].map((code) => [code, 'fr'] as const),
]);

function languageOf(code: string): Locale | undefined {
  return languages.get(code.trim().toLowerCase().split(/[-_]/u)[0] ?? '');
}

const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/iu;
/** Tables often bring numbers as texts: "8.5" is 8.5. */
const number = z.preprocess(
  (value) => (typeof value === 'string' && decimal.test(value) ? Number(value) : value),
  z.number(),
);

const text = z.string().max(limits.text);
const listOf = <T extends z.ZodType>(one: T) => z.array(one).max(limits.list).nullish();
const texts = listOf(text.nullable());

function fault(error: FaultCode, message: string) {
  return { params: { fault: error }, error: message };
}

const scaleSchema = z
  .tuple([number, number])
  .refine(([low, high]) => low < high, fault('badScale', 'min must be below max'))
  .refine(
    ([low, high]) =>
      Math.max(Math.abs(low), Math.abs(high)) <= scaleLimits.farthest &&
      high - low >= scaleLimits.closest,
    fault('badScale', 'within ±1e9 and at least 1e-6 apart'),
  );

const levels = listOf(z.object({ level: number, anchor: text.nullable() }));
/** The levels alone are a rubric too. */
const rubricSchema = z.preprocess(
  (value) => (Array.isArray(value) ? { levels: value as unknown } : value),
  z.object({ levels }).nullish(),
);

const lineSchema = z
  .object({
    id: z.union([z.string(), z.number(), z.null()]).optional(),
    language: z
      .string()
      .refine((code) => languageOf(code) !== undefined, {
        ...fault('unknownLanguage', 'zh, en, ja or fr'),
        abort: true,
      })
      .transform((code) => languageOf(code) ?? 'zh'),
    question: text.nullable(),
    references: texts,
    keyPoints: texts,
    rubric: rubricSchema,
    graded: listOf(z.object({ answer: z.string().nullable(), score: number })),
    scale: scaleSchema,
    answer: z.string().nullable(),
  })
  .refine(
    ({ scale: [low, high], graded }) =>
      (graded ?? []).every(
        ({ score }) =>
          score >= low - (high - low) * rounding && score <= high + (high - low) * rounding,
      ),
    { path: ['graded'], ...fault('gradeOutsideScale', 'a score lies outside the scale') },
  );

type Line = z.infer<typeof lineSchema>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id that a binary number cannot hold (64-bit numbers of databases) is read from the line's own digits. */
function idOf(value: Record<string, unknown>, line: string): AnswerId | undefined {
  const { id } = value;
  if (typeof id === 'string' || id === null) return id;
  if (typeof id !== 'number' || !Number.isFinite(id)) return undefined;
  if (!Number.isInteger(id) || Number.isSafeInteger(id)) return id;
  const digits = [...line.matchAll(/"id"\s*:\s*(-?\d+)(?=\s*[,}])/gu)].map(([, one = '']) => one);
  const own = digits.find((one) => Number(one) === id);
  return own === undefined ? id : BigInt(own);
}

/** What stands at a path of a value; undefined where nothing does. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (one, key) => (typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined),
    value,
  );
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): FaultCode {
  if (issue.code === 'custom')
    return (issue.params?.['fault'] as FaultCode | undefined) ?? 'wrongType';
  if (issue.path[0] === 'scale' && at(value, ['scale']) !== undefined) return 'badScale';
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'tooMany' : 'tooLong';
  return at(value, issue.path) === undefined ? 'missing' : 'wrongType';
}

function faultOf(error: z.ZodError, value: unknown): Omit<ScoreFault, 'id'> {
  const [issue] = error.issues;
  if (!issue) return { error: 'wrongType', message: 'not a request' };
  const path = issue.path.map(String).join('.');
  const message = path ? `${path}: ${issue.message}` : issue.message;
  return { error: codeOf(issue, value), message };
}

function saying(lines: readonly (string | null)[] | null | undefined): string[] {
  return (lines ?? [])
    .filter((line) => line !== null)
    .filter((line) => /[\p{L}\p{N}√✓×✗]/u.test(line));
}

function requestOf(read: Line, id: AnswerId): ScoreRequest {
  const { language, question, scale, answer, references, keyPoints, rubric, graded } = read;
  const [low, high] = scale;
  return {
    ...{ id, language, question: question ?? '', scale, answer: answer ?? '' },
    references: saying(references),
    keyPoints: saying(keyPoints),
    rubric: (rubric?.levels ?? [])
      .map(({ level, anchor }) => ({ level, anchor: anchor ?? '' }))
      .filter(({ anchor }) => saying([anchor]).length > 0),
    graded: (graded ?? []).map((one) => ({
      answer: one.answer ?? '',
      score: Math.min(high, Math.max(low, one.score)),
    })),
  };
}

/** Reads one line of `zhiyu score`; what is wrong with it is a value, never a throw. */
export function readRequest(line: string): ScoreRequest | ScoreFault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'notJson', message: 'not a line of JSON' };
  }
  if (!isRecord(value)) return { error: 'notObject', message: 'JSON, but no object' };
  const id = idOf(value, line);
  const read = lineSchema.safeParse(value);
  if (read.success) return requestOf(read.data, id ?? null);
  return { ...(id === undefined ? {} : { id }), ...faultOf(read.error, value) };
}
