import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Problem, type ProblemContent, problemContentSchema } from '@zhiyu/contracts/problem';
import { parse } from 'yaml';
import { inputOf } from './problem-input.js';

/** The problems lie beside `dist`, so the same path holds for `src` and for the built file. */
const seedFolder = new URL('../content/problems/', import.meta.url);

type Reading = { problem: Problem } | { faults: string[] };

/**
 * Every problem of `config/content/problems` (or of another folder, its URL ending in a slash), in the
 * order of the file names, recipes of large inputs written out (some 10 MB in all: read it once).
 * @throws Error listing the faults of all files, one a line, each beginning with its file name.
 */
export function loadProblems(folder: URL = seedFolder): Problem[] {
  const problems: Problem[] = [];
  const faults: string[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const file of files.sort()) {
    const reading = read(readFileSync(fileURLToPath(new URL(file, folder)), 'utf8'), file);
    if ('faults' in reading) {
      faults.push(...reading.faults.map((fault) => `${file}: ${fault}`));
    } else {
      problems.push(reading.problem);
    }
  }
  if (faults.length > 0) {
    throw new Error(faults.join('\n'));
  }
  return problems;
}

function read(yamlText: string, file: string): Reading {
  try {
    const result = problemContentSchema.safeParse(parse(yamlText));
    if (!result.success) {
      const { issues } = result.error;
      return { faults: issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
    }
    const faults = faultsOf(result.data, file);
    return faults.length > 0 ? { faults } : { problem: written(result.data) };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

function faultsOf({ code, groups, solutions }: ProblemContent, file: string): string[] {
  const points = groups.reduce((sum, group) => sum + group.points, 0);
  return [
    ...(file === `${code}.yaml` ? [] : [`code ${code} is not the file's name`]),
    ...(points === 100 ? [] : [`points add up to ${points}, not 100`]),
    ...(solutions[0]?.language === 'python' ? [] : ['the first solution is not in Python']),
  ];
}

function written(content: ProblemContent): Problem {
  const groups = content.groups.map((group) => ({
    ...group,
    tests: group.tests.map(({ stdin, stdout }) => ({
      stdin: typeof stdin === 'string' ? stdin : inputOf(stdin),
      stdout,
    })),
  }));
  return { ...content, groups };
}
