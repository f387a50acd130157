import { localeSchema, type Locale } from '@zhiyu/contracts/basics';
import { z } from 'zod';
import type { ScoreRequest } from './text.types.js';

/** A line that cannot be scored: said in its place. */
export interface ScoreFault {
  id?: string | number;
  error: string;
}

/** No text of a question may be longer, in UTF-16 units; no list longer. An answer may: longer ones are read in part. */
const limits = { text: 20_000, list: 1000 };

const text = z.string().max(limits.text);
const texts = z.array(text).max(limits.list).nullish();
const idSchema = z.union([z.string().min(1).max(400), z.number()]);
const languageSchema = z
  .string()
  .transform((code) => code.toLowerCase().split(/[-_]/u)[0] ?? '')
  .pipe(localeSchema);

const lineSchema = z
  .object({
    id: idSchema,
    language: languageSchema,
    question: text,
    references: texts,
    keyPoints: texts,
    rubric: z
      .object({
        levels: z.array(z.object({ level: z.number(), anchor: text })).max(limits.list),
      })
      .nullish(),
    graded: z
      .array(z.object({ answer: text, score: z.number() }))
      .max(limits.list)
      .nullish(),
    scale: z.tuple([z.number(), z.number()]),
    answer: z.string(),
  })
  .refine(({ scale }) => scale[0] < scale[1], { path: ['scale'], error: 'min must be below max' })
  .refine(({ scale }) => Number.isFinite(scale[1] - scale[0]), {
    path: ['scale'],
    error: 'too wide',
  })
  .refine(
    ({ scale, graded }) =>
      (graded ?? []).every(({ score }) => score >= scale[0] && score <= scale[1]),
    { path: ['graded'], error: 'a score lies outside the scale' },
  );

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withId(value: unknown, error: string): ScoreFault {
  const id = isRecord(value) ? idSchema.safeParse(value['id']) : null;
  return id?.success ? { id: id.data, error } : { error };
}

function sentence(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'not a request';
  const path = issue.path.map(String).join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}

function saying(lines: readonly string[] | null | undefined): string[] {
  return (lines ?? []).filter((line) => /[\p{L}\p{N}√✓×✗]/u.test(line));
}

/** Reads one line of `zhiyu score`; what is wrong with it is a value, never a throw. */
export function readRequest(line: string): ScoreRequest | ScoreFault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'not JSON' };
  }
  if (!isRecord(value)) return { error: 'not a JSON object' };
  const read = lineSchema.safeParse(value);
  if (!read.success) return withId(value, sentence(read.error));
  const { id, question, scale, answer, references, keyPoints, rubric, graded } = read.data;
  const language: Locale = read.data.language;
  return {
    id,
    language,
    question,
    references: saying(references),
    keyPoints: saying(keyPoints),
    rubric: (rubric?.levels ?? []).filter(({ anchor }) => saying([anchor]).length > 0),
    graded: graded ?? [],
    scale,
    answer,
  };
}
