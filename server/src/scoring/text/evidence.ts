import type { Locale } from '@zhiyu/contracts/basics';
import type { ReadAnswer, ReadPiece } from './answer-text.js';
import { coverage } from './basis.js';
import type { Compared } from './features.js';
import { why, type Reason } from './phrases.js';
import { CONSTANTS, pointShare } from './share.js';
import type { Piece, Quote } from './text.types.js';

/** More quotes than this help nobody. */
const most = 12;

/** Words with the reason they are quoted for. */
export function quote(
  { start, end, text }: Piece,
  reason: Reason,
  language: Locale,
  x?: string,
): Quote {
  return { start, end, text, why: why(reason, language, x) };
}

/** What an answer's score by a reference rests on: points found or turned round, the judgement, else its best words. */
export function quotesOf(compared: Compared, answer: ReadAnswer, language: Locale): Quote[] {
  const { matches, reference, features } = compared;
  const scale = reference.list ? CONSTANTS.list : { from: 0.25, to: 1 };
  const points = matches.flatMap(({ point, found, contrary, at }) => {
    if (!at) return [];
    if (contrary) return [quote(at, 'contrary', language, point.text)];
    return pointShare(found, scale) > 0 ? [quote(at, 'point', language, point.text)] : [];
  });
  const first = answer.clauses[0];
  const verdict: Quote[] =
    features.verdict !== 0 && first
      ? [quote(first, features.verdict > 0 ? 'judged' : 'misjudged', language)]
      : [];
  const named = [...verdict, ...points];
  if (named.some((one) => one.why !== why('misjudged', language))) return named.slice(0, most);
  const best = bestClause(compared, answer);
  return best ? [...named, quote(best, 'words', language)].slice(0, most) : named;
}

/** The clause with most of the reference's words, the first one where none has any. */
function bestClause({ reference }: Compared, answer: ReadAnswer): ReadPiece | null {
  let best = answer.clauses[0] ?? null;
  let share = 0;
  for (const clause of answer.clauses) {
    const here = coverage(reference.words, new Set(clause.reading.words));
    if (here <= share) continue;
    share = here;
    best = clause;
  }
  return best;
}

/** Same places with the same reason once, in the order of the answer. */
export function inOrder(quotes: Quote[]): Quote[] {
  const seen = new Set<string>();
  return quotes
    .filter(({ start, end, why: reason }) => {
      const key = `${String(start)}-${String(end)}-${reason}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
