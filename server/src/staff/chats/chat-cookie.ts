import '@fastify/cookie';
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { chatAttemptMs } from './chat-states.js';

/** Over https the prefix keeps other hosts of the same domain from setting it. */
function nameFor(reply: FastifyReply): string {
  return reply.request.protocol === 'https' ? '__Host-zy_chat' : 'zy_chat';
}

/** A secret of this browser for the sign-in that begins now. */
export function newBrowserSecret(reply: FastifyReply): string {
  const secret = randomBytes(32).toString('base64url');
  void reply.setCookie(nameFor(reply), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
    maxAge: chatAttemptMs / 1000,
  });
  return secret;
}

/** The secret of the sign-in that this browser began; empty when it began none. It is taken back. */
export function takeBrowserSecret(reply: FastifyReply): string {
  const name = nameFor(reply);
  void reply.clearCookie(name, { path: '/', secure: reply.request.protocol === 'https' });
  return reply.request.cookies[name] ?? '';
}
