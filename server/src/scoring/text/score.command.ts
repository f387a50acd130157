import { scoreLines } from './score-lines.js';

/** Where `zhiyu score` reads and writes. */
export interface ScoreIo {
  input: AsyncIterable<Uint8Array>;
  /** Waits until the reader can take more: memory stays small however slow it is. */
  write: (text: string) => Promise<void>;
  err: (text: string) => void;
}

/**
 * `zhiyu score < answers.jsonl`: one object a line in, one a line out. A line that cannot be scored gives an object
 * with `error` in its place.
 * @returns 0 when everything was read, whatever the lines were like
 */
export async function scoreCommand({ input, write, err }: ScoreIo): Promise<number> {
  let faults = 0;
  for await (const result of scoreLines(input)) {
    if ('error' in result) faults += 1;
    await write(`${JSON.stringify(result)}\n`);
  }
  if (faults > 0) err(`${String(faults)} 行读不了 lines could not be scored\n`);
  return 0;
}
