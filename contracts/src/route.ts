export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who may call at all; what exactly they may do is `@Can`. */
export type Side = 'public' | 'staff' | 'candidate' | 'any';

/** One address of the API. `In` are path, query and body fields together, `Out` what comes back. */
export interface Route<In, Out> {
  readonly method: Method;
  readonly path: string;
  readonly side: Side;
  /** A raw file is the body; `In` then stands in path and query. */
  readonly file: boolean;
  /** Creates or decides: needs an Idempotency-Key. */
  readonly once: boolean;
  readonly about: string;
  /** Only for the type; never there at run time. */
  readonly types?: { in: In; out: Out };
}

interface More {
  file?: true;
  once?: true;
}

export function route<In, Out>(
  at: `${Method} /api/${string}`,
  side: Side,
  about: string,
  more: More = {},
): Route<In, Out> {
  const [method, path] = at.split(' ') as [Method, string];
  return { method, path, side, about, file: more.file ?? false, once: more.once ?? false };
}

export interface ById {
  id: string;
}
export interface ByCode {
  code: string;
}
export type InputOf<R extends Route<unknown, unknown>> = NonNullable<R['types']>['in'];
export type OutputOf<R extends Route<unknown, unknown>> = NonNullable<R['types']>['out'];
