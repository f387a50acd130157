import type { Evidence } from '@zhiyu/contracts/scoring';

/** Words of the first answer that speak for level 4; `parts` replaces what a case is about. */
export function aQuote(parts: Partial<Evidence> = {}): Evidence {
  const quote = parts.quote ?? '我先听她说完';
  return {
    answerId: 'answer-1',
    questionIndex: 0,
    quote,
    start: 0,
    end: quote.length,
    seconds: null,
    stance: 'for',
    anchorLevel: 4,
    shows: '先听完再说',
    ...parts,
  };
}
