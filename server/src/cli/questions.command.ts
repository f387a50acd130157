import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type QuestionFile,
  type QuestionReading,
  readQuestionFolder,
  readQuestions,
} from '@zhiyu/config/questions';
import {
  competencyFindings,
  countFindings,
  repeated,
} from '../recruiting/questions/lint/bank-rules.js';
import type { Finding, Place } from '../recruiting/questions/lint/finding.js';
import { itemFindings, languagesOf } from '../recruiting/questions/lint/item-rules.js';
import { anchorFaults } from '../scoring/anchor-cues.js';
import { CommandError, type CommandIo, UsageError } from './io.js';

interface Read {
  /** As the person named it, or relative to where the command runs. */
  name: string;
  reading: QuestionReading;
}
interface Line {
  name: string;
  line: number;
  rule: string;
  code: string;
  message: string;
}

function isFile(read: Read): read is Read & { reading: QuestionFile } {
  return !('faults' in read.reading);
}

/** Where a place of an item stands in the authored file. */
function pathOf(place: Place, item: number): (string | number)[] {
  const at = place.at === undefined ? [] : [place.at];
  const own = ['code', 'indicators', 'dimensions'].includes(place.field);
  const within = own ? [place.field, ...at] : [place.locale ?? 'zh', place.field, ...at];
  return item < 0 ? within : ['items', item, ...within];
}

function lineOf(read: Read & { reading: QuestionFile }, finding: Finding): Line {
  const { items, lineOf: find } = read.reading;
  const item = items.findIndex((one) => one.code === finding.code);
  // Of two items with one code the later is the one found fault with.
  const at =
    finding.rule === 'code-twice' ? items.findLastIndex((one) => one.code === finding.code) : item;
  const { rule, code, message } = finding;
  return { name: read.name, line: find(pathOf(finding.place, at)), rule, code, message };
}

function cueFindings({ competency, items }: QuestionFile): Finding[] {
  return items.flatMap((item) => {
    const indicators = [...competency.indicators, ...item.indicators].map((one) => ({
      ...one,
      dimension: competency.code,
    }));
    return anchorFaults(item.anchors, indicators).map(({ language, level, message }) => ({
      rule: 'anchor-order' as const,
      code: item.code,
      place: { field: 'anchors' as const, locale: language, at: level - 1 },
      message: `${String(level)} 级 level: ${message}`,
    }));
  });
}

function findingsOf(file: QuestionFile): Finding[] {
  return [
    ...competencyFindings(file.competency),
    ...file.items.flatMap((item) => itemFindings(item)),
    ...cueFindings(file),
  ];
}

/** Items of all files compared with each other; each finding goes to the file its item stands in. */
function acrossFiles(files: (Read & { reading: QuestionFile })[], whole: boolean): Line[] {
  const items = files.flatMap((read) => read.reading.items.map((item) => ({ read, item })));
  const lines = repeated(items.map(({ item }) => item)).flatMap((finding) => {
    const owner = items.findLast(({ item }) => item.code === finding.code);
    return owner ? [lineOf(owner.read, finding)] : [];
  });
  const counts = whole ? countFindings(files.map((read) => read.reading)) : [];
  return [
    ...lines,
    ...counts.map(({ rule, code, message }) => {
      const owner = files.find((read) => read.reading.competency.code === code);
      return { name: owner?.name ?? 'config/content/questions', line: 1, rule, code, message };
    }),
  ];
}

/** Every finding of the files, in the order of the lines. */
function check(reads: Read[], whole: boolean): Line[] {
  const files = reads.filter(isFile);
  const schema = reads.flatMap(({ name, reading }) =>
    'faults' in reading
      ? reading.faults.map((fault) => ({ name, ...fault, rule: 'schema', code: '' }))
      : [],
  );
  const own = files.flatMap((read) => findingsOf(read.reading).map((one) => lineOf(read, one)));
  const all = [...schema, ...own, ...acrossFiles(files, whole)];
  return all.sort((a, b) => a.name.localeCompare(b.name) || a.line - b.line);
}

function summary(reads: Read[], faults: number): string {
  const files = reads.filter(isFile).map((read) => read.reading);
  const items = files.flatMap((file) => file.items);
  const four = items.filter((item) => languagesOf(item).length === 4).length;
  const counted = `胜任力 ${String(files.length)}，题目 ${String(items.length)}，四种语言 ${String(four)}`;
  const english = `${String(files.length)} competencies, ${String(items.length)} items, ${String(four)} in four languages`;
  const verdict = faults === 0 ? '没有问题 no faults' : `${String(faults)} 处问题 faults`;
  return `${counted}  ${english}: ${verdict}\n`;
}

async function readAll(files: string[]): Promise<Read[]> {
  if (files.length === 0) {
    return readQuestionFolder().map((one) => ({
      name: path.relative(process.cwd(), one.path),
      reading: one.reading,
    }));
  }
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(name, 'utf8').catch(() => {
        throw new CommandError(`找不到文件 no such file: ${name}\n`);
      });
      return { name, reading: readQuestions(text) };
    }),
  );
}

/**
 * `zhiyu questions check [FILE…]`: the bank of the product, or files of one competency each; no database.
 * @returns 0 nothing found, 1 faults, one a line: FILE:LINE: [rule] item: sentence
 */
export async function questionsCommand(args: string[], io: CommandIo): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [verb, ...files] = positionals;
  if (verb !== 'check') {
    throw new UsageError('questions check [FILE…]');
  }
  const reads = await readAll(files);
  const lines = check(reads, files.length === 0);
  for (const { name, line, rule, code, message } of lines) {
    io.out(`${name}:${String(line)}: [${rule}] ${code ? `${code}: ` : ''}${message}\n`);
  }
  io.out(summary(reads, lines.length));
  return lines.length === 0 ? 0 : 1;
}
