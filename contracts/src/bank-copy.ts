import type { Question } from './position.js';
import type { BankDetail } from './question-bank.js';

/** What of an item is needed to ask it. */
export type Askable = Pick<BankDetail, 'code' | 'version' | 'content' | 'allIndicators'>;

/**
 * An item as a question of a position: the points it shows are bound to a dimension of the position's model,
 * and the item's code and version stay with it. Free of zod, so that the mini-app copies as the server does.
 */
export function questionFromBank(item: Askable, dimension: string): Question {
  const { content, code, version } = item;
  return {
    code,
    kind: content.kind,
    dimensions: [dimension],
    text: content.text,
    hint: content.hint,
    thinkingSeconds: content.thinkingSeconds,
    answerSeconds: content.answerSeconds,
    anchors: content.anchors,
    indicators: item.allIndicators.map((indicator) => ({ ...indicator, dimension })),
    followUps: content.followUps,
    bank: { code, version },
  };
}
