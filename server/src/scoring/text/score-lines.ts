import { type FaultCode, readRequest, type ScoreFault } from './request.js';
import { TextScorer } from './scorer.js';
import type { ScoreRequest, ScoreResult } from './text.types.js';

/** A line longer than this is not read, in bytes: nothing of it is kept in memory. */
const longestLine = 4 * 1024 * 1024;

type Line = { line: number } & ({ text: string } | { error: FaultCode; message: string });

/** A line that could not be scored, with its number in the file: from 1 on, empty lines counted. */
export type LineFault = ScoreFault & { line: number };

/** Lines of a byte stream; at most one line is in memory. Empty lines are passed over, a BOM and CR are dropped. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let line = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longestLine) parts.push(part);
    else parts = [];
  };
  const end = (): Line | null => {
    const said = size > longestLine ? tooLong : decoded(parts);
    parts = [];
    size = 0;
    line += 1;
    return said && { line, ...said };
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      const one = end();
      if (one) yield one;
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  const last = end();
  if (last) yield last;
}

const tooLong = { error: 'lineTooLong', message: 'over 4 MiB' } as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(
  parts: Uint8Array[],
): { text: string } | { error: FaultCode; message: string } | null {
  try {
    const text = utf8
      .decode(Buffer.concat(parts))
      .replace(/^\ufeff/u, '')
      .trim();
    return text === '' ? null : { text };
  } catch {
    return { error: 'notUtf8', message: 'bytes that are no UTF-8' };
  }
}

/** One result or fault for each line that says something, in the same order. */
export async function* scoreLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ScoreResult | LineFault> {
  const scorer = new TextScorer();
  for await (const line of linesOf(bytes)) {
    const read = 'error' in line ? line : readRequest(line.text);
    const result = 'error' in read ? read : scored(scorer, read);
    yield 'error' in result ? numbered(result, line.line) : result;
  }
}

function numbered({ id, error, message }: ScoreFault, line: number): LineFault {
  return { ...(id === undefined ? {} : { id }), line, error, message };
}

/** One answer that breaks the scorer must not take the others with it. */
function scored(scorer: TextScorer, request: ScoreRequest): ScoreResult | ScoreFault {
  try {
    return scorer.score(request);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: request.id, error: 'notScored', message: reason };
  }
}

/** One line of the output, without its end; an id beyond binary numbers keeps its digits. */
export function lineOf({ id, ...rest }: ScoreResult | LineFault): string {
  if (typeof id !== 'bigint') return JSON.stringify({ id, ...rest });
  return `{"id":${String(id)},${JSON.stringify(rest).slice(1)}`;
}
