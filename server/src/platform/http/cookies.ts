import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { cookieOf } from '../auth/credentials.js';

/** Hands the session's token to the browser: never readable by scripts, never sent from other sites' forms. */
export function setSession(
  reply: FastifyReply,
  kind: keyof typeof cookieOf,
  token: string,
  lifeMs: number,
): void {
  void reply.setCookie(cookieOf[kind], token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
    maxAge: Math.floor(lifeMs / 1000),
  });
}

export function clearSession(reply: FastifyReply, kind: keyof typeof cookieOf): void {
  void reply.clearCookie(cookieOf[kind], { path: '/' });
}
