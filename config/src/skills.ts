import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  competencyWordsSchema,
  type SkillCatalogue,
  skillFileSchema,
} from '@zhiyu/contracts/skill-catalogue';
import { parse } from 'yaml';
import { z } from 'zod';

const content = new URL('../content/', import.meta.url);
const competencyFileSchema = z.object({ competencies: z.array(competencyWordsSchema).min(1) });

function yaml(file: URL): unknown {
  return parse(readFileSync(fileURLToPath(file), 'utf8'));
}

function checked<T>(schema: z.ZodType<T>, file: URL): T {
  const result = schema.safeParse(yaml(file));
  if (result.success) return result.data;
  const name = file.pathname.split('/').at(-1) ?? '';
  const faults = result.error.issues.map((one) => `${name}: ${one.path.join('.')}: ${one.message}`);
  throw new Error(faults.join('\n'));
}

function repeated(words: readonly string[]): string[] {
  const plain = words.map((word) => word.toLowerCase());
  return [...new Set(plain.filter((word, at) => plain.indexOf(word) !== at))];
}

/**
 * The skills of `config/content/skills`, one file a trade, and the words of ways of working.
 * @throws Error listing the faults: what the schema refuses, codes and names that stand twice.
 */
export function loadSkillCatalogue(folder: URL = content): SkillCatalogue {
  const skillFolder = new URL('skills/', folder);
  const files = readdirSync(skillFolder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const skills = files.flatMap((name) => {
    const file = checked(skillFileSchema, new URL(name, skillFolder));
    return file.skills.map((skill) => ({ ...skill, field: file.field }));
  });
  const { competencies } = checked(competencyFileSchema, new URL('competencies.yaml', folder));
  const faults = [
    ...repeated(skills.map(({ code }) => code)).map((code) => `skill twice: ${code}`),
    ...repeated(skills.flatMap(({ names }) => names)).map((name) => `name twice: ${name}`),
    ...repeated(competencies.map(({ code }) => code)).map((code) => `competency twice: ${code}`),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { skills, competencies };
}
