import type { AssessedAnswer } from './engine.types.js';

/** What the candidate could read: the question and its hint, in every language. */
export function readable({ question, questionText }: AssessedAnswer): string[] {
  const { text, hint } = question;
  return [questionText, ...Object.values(text), ...Object.values(hint ?? {})];
}

const figureSaid =
  /(?:是|为|等于|[=:]|共|有|约|需要?|\bis|\bare|\bequals)\s*[(]?(?<figure>[\p{Script=Latin}\d^*/+\-×÷(). ]{0,40}?\d[\p{Script=Latin}\d^*/+\-×÷(). ]{0,40})/giu;

/** Letters or figures with a sign of arithmetic between them: 2^(n-1), n/2, O(n). It says much in little. */
export function hasFormula(text: string): boolean {
  return /[\p{Script=Latin}\d)]\s*[\^*/+=×÷−-]\s*[\p{Script=Latin}\d(]|\b(?:o|log|pow|sqrt)\s*\(/iu.test(
    text.normalize('NFKC'),
  );
}

/** Something is said to be a formula or a figure that the question does not have: 平均移动 n/2 个. */
export function addsFigure(answer: AssessedAnswer, text: string): boolean {
  const given = readable(answer).join(' ').normalize('NFKC');
  const said = text.normalize('NFKC').matchAll(figureSaid);
  return [...said].some(({ groups }) => !given.includes((groups?.['figure'] ?? '').trim()));
}
