import '@fastify/cookie';
import type { Side } from '@zhiyu/contracts/routes';

export const cookieOf = { staff: 'zy_staff', candidate: 'zy_candidate' } as const;

interface WithCookies {
  headers: { authorization?: string | undefined };
  cookies: Record<string, string | undefined>;
}

/** The session token of a request: the cookie of its side, or a bearer token (mini-programs have no cookies). */
export function tokensOf(request: WithCookies, side: Side): string[] {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const names =
    side === 'any' ? (['staff', 'candidate'] as const) : side === 'public' ? [] : [side];
  const cookies = names.map((name) => request.cookies[cookieOf[name]]);
  return [bearer, ...cookies].filter((token): token is string => Boolean(token));
}
