import { questionFromBank } from '@zhiyu/contracts/bank-copy';
import type { PositionContent } from '@zhiyu/contracts/position';
import type { Stored } from '../questions/bank-store.js';
import type { BankFor } from './line-drafts.js';

/**
 * Chooses from a company's bank for a way of working: an item in use about the competency, told as a story
 * or a case, that fits the position's attribute and is not in the position yet; the least asked first.
 * @param asked how often candidates of the company got an item, by its code
 */
export function bankChoice(
  stored: readonly Stored[],
  asked: ReadonlyMap<string, { asked: number }>,
  content: PositionContent,
): BankFor {
  const there = new Set(content.questions.flatMap(({ bank, code }) => [code, bank?.code ?? code]));
  const usable = stored
    .filter(({ row, content: item }) => !row.retired && !there.has(row.code) && fits(item, content))
    .sort((a, b) => (asked.get(a.row.code)?.asked ?? 0) - (asked.get(b.row.code)?.asked ?? 0));
  return (competency, dimension) => {
    const item = usable.find((one) => one.content.competency === competency.bank);
    if (!item) return null;
    const { row, content: own, indicators } = item;
    const askable = { code: row.code, version: row.version, content: own };
    return questionFromBank({ ...askable, allIndicators: indicators }, dimension);
  };
}

function fits({ kind, attributes }: Stored['content'], { attribute }: PositionContent): boolean {
  const told = kind === 'behavioural' || kind === 'situational';
  return told && (attributes.length === 0 || attributes.includes(attribute));
}
