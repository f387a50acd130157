import type { Field, ParsedResume } from '@zhiyu/contracts/resume';
import { cleanText } from './clean.js';
import { readContact } from './contact.js';
import { readEducation } from './education.js';
import { readProjects, readWork } from './jobs.js';
import { readLanguages } from './languages.js';
import { maxTextChars, type ReadText, type ResumeFormat } from './limits.js';
import { sectionsOf } from './sections.js';
import { readSkills } from './skills.js';

/** Fields of a résumé from its visible text; a field that is not found is null or absent. */
export function extractResume(read: ReadText, format: ResumeFormat): ParsedResume {
  const text = cleanText(read.text.slice(0, 2 * maxTextChars)).slice(0, maxTextChars);
  const sections = sectionsOf(text);
  return {
    ...readContact(text),
    education: readEducation(sections),
    work: readWork(sections),
    projects: readProjects(sections),
    skills: readSkills(sections),
    languages: readLanguages(sections),
    hiddenText: read.hidden.slice(0, 200).map(hiddenField),
    text,
    format,
    pages: read.pages,
    warnings: warningsOf(read, text, sections.length),
  };
}

/** Hidden text stands nowhere in `text`, so it has no span; that it is hidden is certain. */
function hiddenField(value: string): Field<string> {
  return { value: cleanText(value).slice(0, 2_000), span: null, confidence: 1 };
}

function warningsOf(read: ReadText, text: string, sections: number): string[] {
  const unstructured = sections === 1 && text.length > 200;
  const more = unstructured ? ['没有认出简历的分段标题，各项内容可能不全，请对照原件。'] : [];
  return [...read.warnings, ...more];
}
