import type { DraftLine, DraftQuestion, DraftView } from '@zhiyu/contracts/question-drafts';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { draftsFor, type DraftTools, type LineTopics, topicsOf } from './line-drafts.js';
import { requirementLines, type RequirementLine } from './requirement-lines.js';
import { skillsIn } from './skill-index.js';

/**
 * Questions from a job description, without a language model: every requirement line with the planned
 * questions that cover it and with drafts for it, or shown as uncovered. Pure: the same position gives the
 * same drafts with the same codes.
 */
export function draftQuestions(tools: DraftTools): DraftView {
  const { content } = tools;
  const taken = new Set(content.questions.map(({ code }) => code));
  const drafts = new Map<string, DraftQuestion>();
  const lines = requirementLines(content).map((line): DraftLine => {
    const base = { id: line.id, from: line.from, text: line.text };
    if (line.screened) return { ...base, state: 'screened', askedBy: [], drafts: [] };
    const topics = topicsOf(line, tools);
    const askedBy = coveredBy(line, topics, tools);
    const made = draftsFor(line, topics, tools).filter(({ code }) => !taken.has(code));
    for (const one of made) if (!drafts.has(one.code)) drafts.set(one.code, one);
    const state = askedBy.length > 0 ? 'asked' : made.length > 0 ? 'open' : 'uncovered';
    return { ...base, state, askedBy, drafts: made.map(({ code }) => code) };
  });
  return { lines, drafts: [...drafts.values()] };
}

/** Codes of the planned questions that ask what the line asks for. */
function coveredBy(line: RequirementLine, topics: LineTopics, tools: DraftTools): string[] {
  return plannedOf(tools.content)
    .filter((question) => covers(question, line, topics, tools))
    .map(({ code }) => code);
}

function plannedOf(content: PositionContent): Question[] {
  return content.questions.filter(({ code }) => content.plan.questionCodes.includes(code));
}

/** Tied to this very line; or it names a skill of it; or, where it names no skill, measures its way of working. */
function covers(
  question: Question,
  line: RequirementLine,
  topics: LineTopics,
  { catalogue }: DraftTools,
): boolean {
  const { origin } = question;
  if (origin?.line === line.text) return true;
  if (topics.skills.length > 0) {
    const said = [question.text.zh, question.hint?.zh ?? '', ...question.anchors.map(anchorText)];
    const named = skillsIn(said.join('\n'), catalogue);
    const about = origin?.about;
    return topics.skills.some((skill) => named.includes(skill) || skill.code === about);
  }
  if (line.from === 'requirement') return false;
  const wanted = topics.competencies.flatMap(({ dimensions }) => dimensions);
  return question.dimensions.some((code) => wanted.includes(code));
}

function anchorText({ text }: Question['anchors'][number]): string {
  return text.zh;
}
