import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { Origin } from '@zhiyu/contracts/question-origin';
import type { DraftQuestion } from '@zhiyu/contracts/question-drafts';
import type { CompetencyWords, SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { dimensionFor } from './dimension-choice.js';
import type { RequirementLine } from './requirement-lines.js';
import { type CatalogueSkill, competenciesIn, skillsIn } from './skill-index.js';
import { knowledgeQuestion, storyQuestion } from './skill-questions.js';

/** An item of the question bank for a way of working, made a question of this position; null: none fits. */
export type BankFor = (competency: CompetencyWords, dimension: string) => Question | null;

/** What drafts are made with. */
export interface DraftTools {
  content: PositionContent;
  catalogue: SkillCatalogue;
  bank: BankFor;
}

/** What a line asks for, as the catalogue knows it. */
export interface LineTopics {
  skills: CatalogueSkill[];
  competencies: CompetencyWords[];
  /** A skill named in so many words that the catalogue does not have. */
  outside: string | null;
}

type Field = CatalogueSkill['field'];

/** Trades whose words in the prose of a description mean a skill of this kind of position. */
const fieldsOf: Record<PositionContent['attribute'], readonly Field[]> = {
  service: ['bank', 'retail', 'office', 'sales'],
  retail: ['retail', 'office', 'sales'],
  technical: ['it', 'office'],
  sales: ['sales', 'office'],
  management: ['office', 'retail', 'bank', 'sales'],
  analysis: ['office', 'it'],
};
const mostSkills = 3;
const mostCompetencies = 2;

const namedSkill =
  /(?:熟悉|掌握|精通|熟练使用|熟练|会用|会使用)\s*([A-Za-z][A-Za-z0-9.+# -]{1,24}|[\u4e00-\u9fff]{2,10}?(?=[、，,；和及等的]|$))/u;

/** What a line asks for. A rule's words count whatever the trade; prose only words of the position's trades. */
export function topicsOf(line: RequirementLine, tools: DraftTools): LineTopics {
  const { catalogue, content } = tools;
  const fields = fieldsOf[content.attribute];
  // Where somebody worked says what the job was, not a skill.
  const told = line.text.includes('工作经验') ? [] : line.words;
  const found = told.flatMap((word) => skillsIn(word, catalogue));
  const prose = line.from === 'description';
  const skills = [...new Set(found)].filter((one) => !prose || fields.includes(one.field));
  const competencies = competenciesIn(line.text, catalogue).slice(0, mostCompetencies);
  const outside = skills.length > 0 ? null : outsideOf(line);
  return { skills: skills.slice(0, mostSkills), competencies, outside };
}

function outsideOf(line: RequirementLine): string | null {
  if (line.id.startsWith('r:')) return line.words[0] ?? null;
  return namedSkill.exec(line.text)?.[1]?.trim() ?? null;
}

/** The drafts for one line, the advised one first. */
export function draftsFor(
  line: RequirementLine,
  topics: LineTopics,
  tools: DraftTools,
): DraftQuestion[] {
  const skills = topics.skills.flatMap((skill, at) => skillDrafts(line, skill, { at, tools }));
  const competencies =
    line.from === 'requirement' && skills.length > 0
      ? []
      : topics.competencies.map((one) => competencyDraft(line, one, tools));
  const made = [...skills, ...competencies];
  if (made.length > 0) return made;
  const told = outsideText(line, topics.outside);
  return told === null ? [] : [storyDraft(line, told, tools)];
}

function originOf(line: RequirementLine, way: Origin['way'], about?: string): Origin {
  return { from: line.from, line: line.text, way, ...(about === undefined ? {} : { about }) };
}

/** Knowledge and experience of the skill named first; of further ones only knowledge. */
function skillDrafts(
  line: RequirementLine,
  skill: CatalogueSkill,
  { at, tools }: { at: number; tools: DraftTools },
): DraftQuestion[] {
  const { model } = tools.content;
  const said = [skill.ask, skill.tell, ...skill.points.map(({ say }) => say), line.text].join('\n');
  const knowOrigin = originOf(line, 'knowledge', skill.code);
  const know = {
    code: `jd-know-${skill.code}`,
    dimension: dimensionFor(model, said, { knowledge: true }),
    origin: knowOrigin,
  };
  const knowledge = { ...knowledgeQuestion(skill, know), origin: knowOrigin };
  if (at > 0) return [knowledge];
  const toldOrigin = originOf(line, 'experience', skill.code);
  const told = {
    code: `jd-told-${skill.code}`,
    dimension: dimensionFor(model, said),
    origin: toldOrigin,
  };
  return [knowledge, { ...storyQuestion({ zh: skill.tell }, told, skill), origin: toldOrigin }];
}

function competencyDraft(
  line: RequirementLine,
  competency: CompetencyWords,
  { content, bank }: DraftTools,
): DraftQuestion {
  const { code, name, words, tell, dimensions } = competency;
  const wish = { codes: dimensions };
  const dimension = dimensionFor(content.model, [name, ...words, tell].join('\n'), wish);
  const item = bank(competency, dimension);
  if (item) return { ...item, origin: originOf(line, 'bank', code) };
  const origin = originOf(line, 'competency', code);
  const place = { code: `jd-way-${code}`, dimension, origin };
  return { ...storyQuestion({ zh: tell }, place), origin };
}

/** What a line outside the catalogue is asked as; null: nothing can be asked of it. */
function outsideText(line: RequirementLine, outside: string | null): string | null {
  const rule = line.from === 'requirement';
  if (rule && line.text.includes('工作经验')) {
    return `请讲一件您在${outside ?? '过去的'}工作里独立完成、最有难度的事。`;
  }
  if (outside === null) return dutyText(line);
  return rule && line.text.startsWith('会')
    ? `请讲一次您在工作中用${outside}读资料或与人沟通的经历。`
    : `请讲一次您靠${outside}做成一件事的经历。`;
}

/** A duty is asked in its own words, up to the first comma. */
function dutyText({ text, duty }: RequirementLine): string | null {
  const short = (text.split(/[，,（(：:]/u)[0] ?? '').replace(/^[您你]将/u, '');
  const fits = short.length >= 4 && short.length <= 24 && !short.startsWith('加入');
  return duty && fits ? `请讲一次您做“${short}”这类工作的经历。` : null;
}

function storyDraft(line: RequirementLine, text: string, { content }: DraftTools): DraftQuestion {
  const origin = originOf(line, 'experience');
  const code = `jd-line-${hashOf(line.text)}`;
  const dimension = dimensionFor(content.model, line.text);
  return { ...storyQuestion({ zh: text }, { code, dimension, origin }), origin };
}

/** The same line gives the same code, so that a draft once taken is not offered again. */
function hashOf(text: string): string {
  let hash = 5381;
  for (const letter of text) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296;
  return hash.toString(36);
}
