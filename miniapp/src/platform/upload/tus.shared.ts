/** What came of one request of the tus protocol. */
export type TusResult =
  | { kind: 'ok'; offset: number }
  /** The server stands elsewhere: ask it. */
  | { kind: 'moved' }
  /** No network, or a server that is starting: the same again later. */
  | { kind: 'later' }
  /** This way cannot be used; PATCH goes as POST. */
  | { kind: 'methodRefused' }
  /** The session has ended. */
  | { kind: 'signedOut' }
  /** The upload is not there any more, or is closed. */
  | { kind: 'gone' };

const METHOD_REFUSED = [400, 405, 501];
const LATER = [408, 423, 425, 429, 500, 502, 503, 504, 507];

/** Reads a status; `offset` is the Upload-Offset header. */
export function readStatus(status: number, offset: string | null): TusResult {
  if (status >= 200 && status < 300) {
    const at = Number(offset);
    return offset !== null && Number.isInteger(at) ? { kind: 'ok', offset: at } : { kind: 'later' };
  }
  if (status === 409 || status === 460) {
    return { kind: 'moved' };
  }
  if (status === 401) {
    return { kind: 'signedOut' };
  }
  if (METHOD_REFUSED.includes(status)) {
    return { kind: 'methodRefused' };
  }
  return LATER.includes(status) ? { kind: 'later' } : { kind: 'gone' };
}

/** Pause before the n-th try in a row (ms): 1, 2, 4, 8 s and then always 15 s, each with ±20 %. */
export function backoff(failures: number, random: number): number {
  const base = failures > 4 ? 15_000 : 1_000 * 2 ** Math.max(0, failures - 1);
  return Math.round(base * (0.8 + 0.4 * random));
}
