import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Locale, locales, textSchema } from '@zhiyu/contracts/basics';
import { followUpParts } from '@zhiyu/contracts/follow-up';
import { attributes, questionKinds } from '@zhiyu/contracts/position';
import {
  type BankItem,
  bankIndicatorSchema,
  type Competency,
  competencySchema,
  industries,
} from '@zhiyu/contracts/question-bank';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

const questionFolder = new URL('../content/questions/', import.meta.url);

const line = z.string().trim().min(1);
/** All that is said in one language; one block for each, so that a translation is read as a whole. */
const variantSchema = z.strictObject({
  text: line,
  hint: line,
  anchors: z.array(line).length(5),
  followUps: z.partialRecord(z.enum(followUpParts), line),
  mustNotAsk: z.array(line).max(5).default([]),
});
type Variant = z.infer<typeof variantSchema>;

const itemSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-zA-Z0-9-]{1,58}$/),
  kind: z.enum(questionKinds),
  thinkingSeconds: z.number().int().min(0).max(300),
  answerSeconds: z.number().int().min(30).max(600),
  attributes: z.array(z.enum(attributes)),
  industries: z.array(z.enum(industries)),
  indicators: z.array(bankIndicatorSchema).default([]),
  zh: variantSchema,
  en: variantSchema.optional(),
  ja: variantSchema.optional(),
  fr: variantSchema.optional(),
});
type AuthoredItem = z.infer<typeof itemSchema>;

const fileSchema = z.strictObject({
  code: competencySchema.shape.code,
  name: textSchema,
  definition: textSchema,
  dimensions: competencySchema.shape.dimensions,
  indicators: competencySchema.shape.indicators,
  items: z.array(itemSchema).min(1),
});

/** A fault of a file, at its line (from 1). */
export interface FileFault {
  line: number;
  message: string;
}

/** One file: a competency with its items; `lineOf` the line at which a part of it stands, from 1. */
export interface QuestionFile {
  competency: Competency;
  items: BankItem[];
  lineOf: (path: readonly (string | number)[]) => number;
}

export type QuestionReading = QuestionFile | { faults: FileFault[] };

type TextField = 'text' | 'hint';

function variantsOf(item: AuthoredItem): [Locale, Variant][] {
  return locales.flatMap((locale): [Locale, Variant][] => {
    const variant = item[locale];
    return variant ? [[locale, variant]] : [];
  });
}

/** The same line of every variant as one text; languages in which it is missing stay out. */
function gathered(item: AuthoredItem, pick: (variant: Variant) => string | undefined) {
  const said = variantsOf(item).flatMap(([locale, variant]) => {
    const words = pick(variant);
    return words ? [[locale, words] as const] : [];
  });
  return { zh: '', ...Object.fromEntries(said) };
}

function bankItem(competency: string, item: AuthoredItem): BankItem {
  const text = (field: TextField) => gathered(item, (variant) => variant[field]);
  const parts = followUpParts.filter((part) => item.zh.followUps[part] !== undefined);
  const { code, kind, thinkingSeconds, answerSeconds, indicators } = item;
  return {
    code,
    competency,
    kind,
    text: text('text'),
    hint: text('hint'),
    thinkingSeconds,
    answerSeconds,
    anchors: [1, 2, 3, 4, 5].map((level) => ({
      level,
      text: gathered(item, (variant) => variant.anchors[level - 1]),
    })),
    indicators,
    followUps: parts.map((part) => ({
      part,
      text: gathered(item, (variant) => variant.followUps[part]),
    })),
    mustNotAsk: item.zh.mustNotAsk.map((_, at) =>
      gathered(item, (variant) => variant.mustNotAsk[at]),
    ),
    attributes: item.attributes,
    industries: item.industries,
  };
}

/** What only the file shows: a variant that says more than the Chinese one, which nothing would carry on. */
function strays(items: AuthoredItem[]): { path: (string | number)[]; message: string }[] {
  return items.flatMap((item, at) => {
    const counts = Object.keys(item.zh.followUps).length;
    const few = counts < 2 || counts > 3;
    const own = variantsOf(item).flatMap(([locale, variant]) => {
      const more = Object.keys(variant.followUps).filter(
        (part) => !Object.hasOwn(item.zh.followUps, part),
      );
      const notes = variant.mustNotAsk.length > item.zh.mustNotAsk.length;
      return [
        ...more.map((part) => ({
          path: ['items', at, locale, 'followUps', part],
          message: `追问 ${part} 没有中文 follow-up without Chinese`,
        })),
        ...(notes
          ? [
              {
                path: ['items', at, locale, 'mustNotAsk'],
                message: '禁问比中文多 more than in Chinese',
              },
            ]
          : []),
      ];
    });
    const path = ['items', at, 'zh', 'followUps'];
    return few
      ? [{ path, message: `追问要 2–3 条 2-3 follow-ups, not ${String(counts)}` }, ...own]
      : own;
  });
}

/** Reads one file of the bank; every fault with its line, none thrown. */
export function readQuestions(yamlText: string): QuestionReading {
  const counter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: counter });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        line: counter.linePos(error.pos[0]).line,
        message: `YAML: ${error.message.split('\n')[0] ?? ''}`,
      })),
    };
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const result = fileSchema.safeParse(document.toJS());
  if (!result.success) {
    return {
      faults: result.error.issues.map((issue) => ({
        line: lineOf(issue.path.map((key) => (typeof key === 'number' ? key : String(key)))),
        message: `格式 schema: ${issue.path.join('.')}: ${issue.message}`,
      })),
    };
  }
  const stray = strays(result.data.items);
  if (stray.length > 0) {
    return { faults: stray.map(({ path, message }) => ({ line: lineOf(path), message })) };
  }
  const { items, ...competency } = result.data;
  return { competency, items: items.map((item) => bankItem(competency.code, item)), lineOf };
}

/** Every file of `config/content/questions` (or of another folder, its URL ending in a slash), by name. */
export function readQuestionFolder(
  folder: URL = questionFolder,
): { file: string; path: string; reading: QuestionReading }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = fileURLToPath(new URL(file, folder));
      return { file, path, reading: readQuestions(readFileSync(path, 'utf8')) };
    });
}

/**
 * The bank that comes with the product.
 * @throws Error listing the faults of all files, one a line with its place.
 */
export function loadQuestionSeeds(folder?: URL): Omit<QuestionFile, 'lineOf'>[] {
  const all = readQuestionFolder(folder);
  const faults = all.flatMap(({ file, reading }) =>
    'faults' in reading
      ? reading.faults.map((fault) => `${file}:${String(fault.line)}: ${fault.message}`)
      : [],
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return all.flatMap(({ reading }) => ('faults' in reading ? [] : [reading]));
}
