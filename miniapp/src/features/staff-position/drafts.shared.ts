import type { PositionContent } from '@zhiyu/contracts/position';
import type { DraftLine, DraftQuestion, DraftView } from '@zhiyu/contracts/question-drafts';

/** The most questions of one interview. */
const mostQuestions = 12;
/** Share of questions that should be tied to a line of the description or a résumé. */
export const tiedAim = 0.4;
/** What a plan asks about a résumé where it does not say. */
const usualResumeQuestions = 1;

/** A line as it stands in the editor now: with what HR took over or put aside since it was drafted. */
export function stateNow(line: DraftLine, content: PositionContent): DraftLine['state'] {
  if (line.state === 'screened') return 'screened';
  const planned = new Set(content.plan.questionCodes);
  const asked = [...line.askedBy, ...line.drafts].some((code) => planned.has(code));
  if (asked) return 'asked';
  return line.drafts.length > 0 ? 'open' : 'uncovered';
}

export type StateCounts = Record<DraftLine['state'], number>;

export function countsOf(view: DraftView, content: PositionContent): StateCounts {
  const counts: StateCounts = { asked: 0, open: 0, uncovered: 0, screened: 0 };
  for (const line of view.lines) counts[stateNow(line, content)] += 1;
  return counts;
}

export function isTaken(content: PositionContent, code: string): boolean {
  return content.questions.some((question) => question.code === code);
}

export function isFull(content: PositionContent): boolean {
  return content.plan.questionCodes.length >= mostQuestions;
}

/** The draft becomes a question of the position, at the end of its plan where there is room. */
export function withDraft(
  content: PositionContent,
  draft: DraftQuestion,
  words: string,
): Pick<PositionContent, 'questions' | 'plan'> {
  const zh = words.trim();
  const question = zh === '' ? draft : { ...draft, text: { ...draft.text, zh } };
  const { plan } = content;
  const codes = isFull(content) ? plan.questionCodes : [...plan.questionCodes, draft.code];
  return {
    questions: [...content.questions, question],
    plan: { ...plan, questionCodes: codes },
  };
}

export function withoutDraft(
  content: PositionContent,
  code: string,
): Pick<PositionContent, 'questions' | 'plan'> {
  const { plan } = content;
  return {
    questions: content.questions.filter((question) => question.code !== code),
    plan: { ...plan, questionCodes: plan.questionCodes.filter((one) => one !== code) },
  };
}

export interface Tied {
  tied: number;
  all: number;
  /** 0-1; 0 where nothing is asked. */
  share: number;
}

/** How many of the questions a candidate gets are tied to a line of the description or of the résumé. */
export function tiedOf(content: PositionContent): Tied {
  const { questionCodes, resumeQuestions = usualResumeQuestions } = content.plan;
  const planned = content.questions.filter(({ code }) => questionCodes.includes(code));
  const made = planned.filter(({ origin }) => origin !== undefined).length;
  const all = planned.length + resumeQuestions;
  const tied = made + resumeQuestions;
  return { tied, all, share: all === 0 ? 0 : tied / all };
}
