import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { positionContentSchema, type PositionContent } from '@zhiyu/contracts/position';
import { Document, isScalar, parse, visit } from 'yaml';

/** The seeds lie beside `dist`, so the same path holds for `src` and for the built file. */
const seedFolder = new URL('../content/positions/', import.meta.url);

/** A reading of one file: the content, or every fault found in it. */
type Reading = { content: PositionContent } | { faults: string[] };

/**
 * Every seed of `config/content/positions` (or of another folder, its URL ending in a slash), in the
 * order of the file names.
 * @throws Error listing the faults of all files, one a line, each beginning with its file name.
 */
export function loadPositionSeeds(folder: URL = seedFolder): PositionContent[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const readings = files.map((file) => ({
    file,
    reading: read(readFileSync(fileURLToPath(new URL(file, folder)), 'utf8')),
  }));
  const contents: PositionContent[] = [];
  const faults: string[] = [];
  for (const { file, reading } of readings) {
    if ('faults' in reading) faults.push(...reading.faults.map((fault) => `${file}: ${fault}`));
    else contents.push(reading.content);
  }
  faults.push(...repeated(contents.map((c) => c.code)).map((c) => `position code twice: ${c}`));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return contents;
}

/**
 * One position from YAML. `file` only names the source in the message.
 * @throws Error listing all faults, one a line: YAML, schema, then what the schema cannot say (weights
 * that do not add up to 1, codes used twice, codes of nothing, levels missing among the anchors).
 */
export function parsePosition(yamlText: string, file: string): PositionContent {
  const reading = read(yamlText);
  if ('faults' in reading) {
    throw new Error(reading.faults.map((fault) => `${file}: ${fault}`).join('\n'));
  }
  return reading.content;
}

/** The position as YAML for people: block style, one line for a group of cues; `parsePosition` reads it back. */
export function formatPosition(content: PositionContent): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_key, sequence) => {
      sequence.flow = sequence.items.length > 0 && sequence.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ lineWidth: 140, flowCollectionPadding: false });
}

function read(yamlText: string): Reading {
  let raw: unknown;
  try {
    raw = parse(yamlText);
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
  const result = positionContentSchema.safeParse(raw);
  if (!result.success) {
    return {
      faults: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const faults = faultsOf(result.data);
  return faults.length > 0 ? { faults } : { content: result.data };
}

function faultsOf(content: PositionContent): string[] {
  const faults = [
    ...repeated(content.requirements.map((r) => r.id)).map((id) => `requirement twice: ${id}`),
    ...modelFaults(content),
    ...repeated(content.questions.map((q) => q.code)).map((code) => `question twice: ${code}`),
    ...content.questions.flatMap((question) => questionFaults(question, content)),
    ...repeated(content.plan.questionCodes).map((code) => `plan: question twice: ${code}`),
  ];
  const known = new Set(content.questions.map((question) => question.code));
  for (const code of content.plan.questionCodes) {
    if (!known.has(code)) faults.push(`plan: no such question: ${code}`);
  }
  return faults;
}

function modelFaults({ model }: PositionContent): string[] {
  const total = model.dimensions.reduce((sum, dimension) => sum + dimension.weight, 0);
  return [
    ...(Math.abs(total - 1) > 0.001 ? [`weights add up to ${total.toFixed(3)}, not 1`] : []),
    ...repeated(model.dimensions.map((d) => d.code)).map((code) => `dimension twice: ${code}`),
    ...model.dimensions
      .filter((dimension) => !hasFiveLevels(dimension.anchors))
      .map((dimension) => `dimension ${dimension.code}: anchors are not of the levels 1 to 5`),
  ];
}

function questionFaults(
  question: PositionContent['questions'][number],
  { model }: PositionContent,
): string[] {
  const name = `question ${question.code}`;
  const known = new Set(model.dimensions.map((dimension) => dimension.code));
  const unknown = question.dimensions.filter((code) => !known.has(code));
  const astray = question.indicators.filter((i) => !question.dimensions.includes(i.dimension));
  return [
    ...unknown.map((code) => `${name}: no such dimension: ${code}`),
    ...astray.map((i) => `${name}: indicator ${i.code}: not a dimension of it: ${i.dimension}`),
    ...repeated(question.indicators.map((i) => i.code)).map(
      (c) => `${name}: indicator twice: ${c}`,
    ),
    ...(hasFiveLevels(question.anchors) ? [] : [`${name}: anchors are not of the levels 1 to 5`]),
  ];
}

function hasFiveLevels(anchors: readonly { level: number }[]): boolean {
  return new Set(anchors.map((anchor) => anchor.level)).size === 5;
}

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
