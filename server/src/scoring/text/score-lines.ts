import { readRequest, type ScoreFault } from './request.js';
import { TextScorer } from './scorer.js';
import type { ScoreRequest, ScoreResult } from './text.types.js';

/** A line longer than this is not read, in bytes: nothing of it is kept in memory. */
const longestLine = 4 * 1024 * 1024;

type Line = { text: string } | { error: string };

/** Lines of a byte stream; at most one line is in memory. Empty lines are passed over, a BOM and CR are dropped. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longestLine) parts.push(part);
    else parts = [];
  };
  const end = (): Line | null => {
    const line = size > longestLine ? { error: 'line too long' } : decoded(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      const line = end();
      if (line) yield line;
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  const last = end();
  if (last) yield last;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(parts: Uint8Array[]): Line | null {
  try {
    const text = utf8
      .decode(Buffer.concat(parts))
      .replace(/^\ufeff/u, '')
      .trim();
    return text === '' ? null : { text };
  } catch {
    return { error: 'not UTF-8' };
  }
}

/** One result or fault for each line that says something, in the same order. */
export async function* scoreLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ScoreResult | ScoreFault> {
  const scorer = new TextScorer();
  for await (const line of linesOf(bytes)) {
    if ('error' in line) {
      yield { error: line.error };
      continue;
    }
    const request = readRequest(line.text);
    yield 'error' in request ? request : scored(scorer, request);
  }
}

/** One answer that breaks the scorer must not take the others with it. */
function scored(scorer: TextScorer, request: ScoreRequest): ScoreResult | ScoreFault {
  try {
    return scorer.score(request);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: request.id, error: `could not be scored: ${reason}` };
  }
}
