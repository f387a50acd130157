/** One request as our API and the tus protocol need it. */
export interface HttpRequest {
  /** Path below our own server: the session goes with it, so nothing else is asked from here. */
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | ArrayBuffer | Blob;
  /** A request that says nothing for this long counts as lost (ms). */
  limit: number;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  /** Null where the server did not send it; names without regard to case. */
  header: (name: string) => string | null;
  /** The body read as JSON; null where it is none. */
  body: unknown;
}

/** Nothing came back: no network, no server, too late, or no longer wanted. */
export class Unreachable extends Error {}

/** What the text says as JSON; null where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
