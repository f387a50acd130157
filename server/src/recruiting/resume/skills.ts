import type { ParsedResume } from '@zhiyu/contracts/resume';
import { looksLikeLanguage } from './languages.js';
import { skills as skillList } from './skill-list.js';
import { cellsOf, isBullet, type Cell, type Line, type Section } from './sections.js';

type ReadSkill = ParsedResume['skills'][number];

interface Alias {
  code: string;
  /** Also counts outside a skills section. */
  anywhere: boolean;
  caseMatters: boolean;
  text: string;
}

const aliases: Alias[] = skillList
  .flatMap(({ code, names }) =>
    names.map((name) => {
      const text = name.replace(/!$/, '');
      return { code, text, anywhere: text === name, caseMatters: text.length <= 2 };
    }),
  )
  .sort((a, b) => b.text.length - a.text.length);

const codeOfName = new Map(aliases.map(({ code, text }) => [text.toLowerCase(), code]));

/** The code of a skill by any of its names, or null. */
export function skillCodeOf(name: string): string | null {
  const key = name.trim().toLowerCase();
  return (
    codeOfName.get(key) ?? (skillList.some(({ code }) => code.toLowerCase() === key) ? key : null)
  );
}

/** All skills of a résumé: those of the skills section first, then those named elsewhere, each once. */
export function readSkills(sections: Section[]): ReadSkill[] {
  const found: ReadSkill[] = [];
  const seen = new Set<string>();
  const codes = new Set<string | null>([null]);
  const add = (skill: ReadSkill): void => {
    const key = skill.value.toLowerCase();
    if (seen.has(key)) return;
    seen.add(key);
    found.push(skill);
  };
  const own = sections.filter(({ kind }) => kind === 'skill');
  for (const line of own.flatMap(({ lines }) => lines)) skillsOfLine(line).forEach(add);
  for (const { code } of found) codes.add(code);
  const others = sections.filter(({ kind }) => kind !== 'skill').flatMap(({ lines }) => lines);
  for (const skill of others.flatMap(skillsElsewhere)) {
    if (!codes.has(skill.code)) add(skill);
    codes.add(skill.code);
  }
  return found;
}

const labelled =
  /^\W*(?:技能|专业技能|技术栈|使用技术|开发工具|tech(?:nologies| stack)?|skills)\s*[：:]/i;

function skillsElsewhere(line: Line): ReadSkill[] {
  if (/github\.com|https?:/i.test(line.text)) return [];
  return knownSkills(line, false, labelled.test(line.text) ? 0.8 : 0.6);
}

function skillsOfLine(line: Line): ReadSkill[] {
  const known = knownSkills(line, true, 0.92);
  const rest = unknownSkills(line, known);
  return [...known, ...rest].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

function knownSkills(line: Line, inSection: boolean, confidence: number): ReadSkill[] {
  const taken: boolean[] = [];
  const found: ReadSkill[] = [];
  const lower = line.text.toLowerCase();
  for (const alias of aliases) {
    if (!inSection && !alias.anywhere) continue;
    const [hay, needle] = alias.caseMatters
      ? [line.text, alias.text]
      : [lower, alias.text.toLowerCase()];
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
      const end = at + needle.length;
      if (taken[at] === true || taken[end - 1] === true || !standsAlone(line.text, at, end))
        continue;
      for (let index = at; index < end; index += 1) taken[index] = true;
      const span = { start: line.start + at, end: line.start + end, line: line.no };
      found.push({ value: line.text.slice(at, end), span, confidence, code: alias.code });
    }
  }
  return found;
}

/** A Latin word must not be part of a longer one: Java is not in JavaScript, C not in C++. */
function standsAlone(text: string, at: number, end: number): boolean {
  const latin = /[A-Za-z0-9+#]/;
  const first = text.charAt(at);
  const last = text.charAt(end - 1);
  if (latin.test(first) && /[A-Za-z0-9+#]/.test(text.charAt(at - 1))) return false;
  return !(latin.test(last) && /[A-Za-z+#]/.test(text.charAt(end)));
}

const splitter = /[、,，;；|｜/]|\s{2,}|\t|\s[·•]\s/g;
const levelWords =
  /^(?:熟练(?:掌握|使用|运用|操作)?|精通|掌握|熟悉|了解|擅长|能够?|具备|良好的?|优秀的?|较强的?|具有|会)\s*|\s*[(（](?:熟练|精通|掌握|了解|熟悉|advanced|intermediate|basic|expert|proficient|\d+\s*(?:years?|年))[^)）]*[)）]$/gi;

/** Words of the skills section that the list does not know: short pieces between separators. */
function unknownSkills(line: Line, known: ReadSkill[]): ReadSkill[] {
  const label = /^[\s•●·*-]*[^：:，,、]{1,24}[：:]/.exec(line.text)?.[0].length ?? 0;
  const rest: Cell = { text: line.text.slice(label), start: line.start + label, end: line.end };
  const short = !isBullet(line.text) || line.text.length <= 60;
  if (!short || /^\W*(?:语言|外语|英语|languages?)/i.test(line.text)) return [];
  return cellsOf(rest, splitter)
    .filter((cell) => !known.some(({ span }) => overlaps(span, cell)))
    .map((cell) => ({ cell, value: bareSkill(cell.text) }))
    .filter(({ value }) => isSkillWord(value))
    .map(({ cell, value }) => {
      const start = cell.start + Math.max(0, cell.text.indexOf(value));
      const span = { start, end: start + value.length, line: line.no };
      return { value, span, confidence: 0.5, code: null };
    });
}

function bareSkill(text: string): string {
  return text
    .replace(/^[\s•●·*-]+|[。.；;]+$/g, '')
    .replace(levelWords, '')
    .replace(/(?:等.{0,6})$/, '')
    .replace(/^(?:and|和|及|以及)\s*/i, '')
    .trim();
}

function isSkillWord(value: string): boolean {
  if (value.length < 2 || looksLikeLanguage(value) || /[。！？：:]|\d{4}/.test(value)) return false;
  const chinese = value.replace(/[^\u4e00-\u9fff]/g, '').length;
  return chinese > 0 ? value.length <= 14 : value.split(/\s+/).length <= 4 && value.length <= 36;
}

function overlaps(span: { start: number; end: number } | null, cell: Cell): boolean {
  return span !== null && span.start < cell.end && span.end > cell.start;
}
