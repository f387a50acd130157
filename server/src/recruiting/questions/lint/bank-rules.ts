import type { BankItem, Competency } from '@zhiyu/contracts/question-bank';
import { alike } from './alike.js';
import type { Finding } from './finding.js';
import { cueFaults, languagesOf, scaleFaults } from './item-rules.js';

/** What the product's own bank must hold (R21). */
const wanted = { competencies: 12, items: 8, variants: 2 };

/** Two questions this alike are one question, 0-1. */
const sameQuestion = 0.62;

type Known = Pick<BankItem, 'code' | 'text'>;

/** Items that ask what an earlier one asks already, or that carry its code. */
export function repeated(items: readonly Known[]): Finding[] {
  return items.flatMap((item, at) => repeatsOf(item, items.slice(0, at)));
}

/** What is wrong with an item beside those that are there. */
export function repeatsOf(item: Known, before: readonly Known[]): Finding[] {
  const named = before.some((other) => other.code === item.code);
  const twin = before.find((other) => alike(other.text.zh, item.text.zh) >= sameQuestion);
  const code: Finding[] = named
    ? [
        {
          rule: 'code-twice',
          code: item.code,
          place: { field: 'code' },
          message: `编号已被用 code is taken: ${item.code}`,
        },
      ]
    : [];
  return twin
    ? [
        ...code,
        {
          rule: 'near-duplicate',
          code: item.code,
          place: { field: 'text', locale: 'zh' },
          message: `与 ${twin.code} 几乎相同 nearly the same as ${twin.code}`,
        },
      ]
    : code;
}

/** The points that every answer about a competency can show. */
export function competencyFindings(competency: Competency): Finding[] {
  const { code, indicators } = competency;
  return [...cueFaults(indicators), ...scaleFaults(indicators)].map((one) => ({ ...one, code }));
}

function count(code: string, message: string): Finding {
  return { rule: 'count', code, place: { field: 'code' }, message };
}

/** Twelve competencies of eight items, two of them in all four languages. */
export function countFindings(
  bank: readonly { competency: Competency; items: readonly BankItem[] }[],
): Finding[] {
  const all = bank.length;
  const found =
    all === wanted.competencies
      ? []
      : [count('bank', `胜任力 ${String(all)} 个，应为 12 competencies, 12 wanted`)];
  for (const { competency, items } of bank) {
    const variants = items.filter((item) => languagesOf(item).length === 4).length;
    if (items.length !== wanted.items) {
      found.push(count(competency.code, `题目 ${String(items.length)} 道，应为 8 items, 8 wanted`));
    }
    if (variants < wanted.variants) {
      const message = `四种语言的题 ${String(variants)} 道，至少 2 items in four languages, 2 wanted`;
      found.push(count(competency.code, message));
    }
  }
  return found;
}
