import type { WithoutQuestion } from '../../recruiting/entities/process-meeting.entity.js';

/** One person who was decided on, and the totals that the answers would have come to. */
export interface Judged {
  kind: 'pass' | 'reject';
  /** The line of the model that the report was made by, 0-100. */
  threshold: number;
  /** Null: no report, or nothing is kept of it. */
  leftOut: { total: number | null; without: { question: string; total: number | null }[] } | null;
}

const reaches = (total: number | null, { threshold }: Judged): boolean =>
  total !== null && total >= threshold;

/** 1: turned down though the line would be reached; -1: passed by this question alone; 0: it would stay. */
function change(one: Judged, question: string): number {
  const left = one.leftOut?.without.find((other) => other.question === question);
  const was = reaches(one.leftOut?.total ?? null, one);
  if (!left || was === reaches(left.total, one)) {
    return 0;
  }
  const against = one.kind === (was ? 'reject' : 'pass');
  return against ? 0 : was ? -1 : 1;
}

/**
 * How many would have passed had each question not counted. People decide, so whoever was decided on against the line
 * stays as decided: only those move whom the question carried across it.
 */
export function withoutEach(
  people: readonly Judged[],
  questions: readonly string[],
): WithoutQuestion[] {
  const passed = people.filter(({ kind }) => kind === 'pass').length;
  const has = (question: string) => (one: Judged) =>
    one.leftOut?.without.some((other) => other.question === question) ?? false;
  return questions.map((question) => ({
    question,
    asked: people.filter(has(question)).length,
    passed: people.reduce((sum, one) => sum + change(one, question), passed),
    decided: people.length,
  }));
}
