import type { PositionContent } from '@zhiyu/contracts/position';
import type { ResumeAssessment, ResumeClaim, ResumeNote } from '@zhiyu/contracts/resume-assessment';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { pathOf } from '../../recruiting/question-drafts/resume-claims.js';
import { tellsWho, unbulleted } from './person-words.js';
import { type ReadResume, skillMatches } from './skill-match.js';

interface Beside {
  content: PositionContent;
  catalogue: SkillCatalogue;
  claims: ResumeClaim[];
}

/** Claims, what the position asks for and the path together; no line that tells who somebody is. Pure. */
export function assessmentOf(
  read: ReadResume,
  { content, catalogue, claims }: Beside,
): ResumeAssessment {
  const hidden = tellsWho(read.parsed);
  const path = pathOf(read.parsed, content).flatMap(({ kind, quote, line }): ResumeNote[] =>
    kind === 'change' || kind === 'project' || kind === 'gap'
      ? [{ kind, text: quote.replace('|', ' – '), line }]
      : [],
  );
  return {
    claims: claims
      .filter(({ text }) => !hidden(text))
      .map((claim) => ({ ...claim, text: unbulleted(claim.text) })),
    skills: skillMatches(read, content, catalogue),
    notes: path.filter(({ text }) => !hidden(text)),
  };
}
