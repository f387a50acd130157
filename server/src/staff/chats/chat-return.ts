import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { chats } from '@zhiyu/contracts/directory';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import { Workplace } from '../../workplace/workplace.js';

interface Return {
  Params: { chat: string };
  Querystring: Record<string, string | string[] | undefined>;
}

/**
 * Where a chat sends the browser back to. It signs nobody in: code and state move behind the # of our own page, where
 * no server on the way sees them, and the page hands them in with the cookie of the browser that began.
 */
export function mountChatReturn(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const workplace = app.get(Workplace);
  fastify.get<Return>(`${rawPaths.chatReturn}/:chat`, (request, reply) => {
    const chat = chats.find((name) => name === request.params.chat);
    if (!chat || !workplace.names().includes(chat)) {
      throw new AppError('notFound');
    }
    const { code, authCode, state } = request.query;
    const given = { chat, code: textOf(code) || textOf(authCode), state: textOf(state) };
    const query = Object.entries(given)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    return reply
      .header('Cache-Control', 'no-store')
      .redirect(`/#/pages/chat-sign-in/index?${query}`, 302);
  });
}

/** One value of at most a thousand characters; anything else is none. */
function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' && value.length <= 1000 ? value : '';
}
