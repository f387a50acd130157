import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Clock } from '../platform/time/clock.js';
import { type CallbackRequest, Channels } from './channels.js';

const bodyLimit = 1024 * 1024;
const windowMs = 60_000;
/** Links that one address may open in a minute: nobody finds one by guessing. */
const linksAllowed = 60;
const keptAtMost = 50_000;

function textsOf(fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name.toLowerCase(), first]] : [];
    }),
  );
}

function queryOf(url: string): Record<string, string> {
  const at = url.indexOf('?');
  return Object.fromEntries(new URLSearchParams(at < 0 ? '' : url.slice(at)));
}

function callbackOf(request: FastifyRequest): CallbackRequest {
  return {
    method: request.method,
    query: queryOf(request.url),
    headers: textsOf(request.headers),
    body: typeof request.body === 'string' ? request.body : '',
  };
}

/** Where the chats' servers call: the body as it came, checked by the channel itself. */
export function mountCallbacks(scope: FastifyInstance, app: NestFastifyApplication): void {
  const channels = app.get(Channels);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => {
    done(null, body);
  });
  scope.route<{ Params: { channel: string } }>({
    method: ['GET', 'POST'],
    url: `${rawPaths.callbacks}/:channel`,
    bodyLimit,
    handler: async (request, reply) => {
      const answer = await channels.callback(request.params.channel, callbackOf(request));
      if (!answer) {
        throw new AppError('notFound');
      }
      return reply.status(answer.status).headers(answer.headers).send(answer.body);
    },
  });
}

/** Counts by address within a minute. */
class LinkRate {
  private seen = new Map<string, number>();
  private until = 0;

  constructor(private readonly clock: Clock) {}

  /** @throws tooManyTries */
  count(ip: string): void {
    const now = this.clock.now();
    if (now >= this.until || this.seen.size >= keptAtMost) {
      this.seen = new Map();
      this.until = now + windowMs;
    }
    const count = (this.seen.get(ip) ?? 0) + 1;
    this.seen.set(ip, count);
    if (count > linksAllowed) {
      throw new AppError('tooManyTries', { minutes: 1 });
    }
  }
}

/** Short links of text messages lead to the page they stand for. */
export function mountShortLinks(scope: FastifyInstance, app: NestFastifyApplication): void {
  const channels = app.get(Channels);
  const rate = new LinkRate(app.get(Clock));
  scope.get<{ Params: { code: string } }>(`${rawPaths.short}/:code`, async (request, reply) => {
    rate.count(request.ip);
    const page = await channels.links.resolve(request.params.code);
    if (page === null) {
      throw new AppError('notFound');
    }
    return reply.header('Cache-Control', 'no-store').redirect(page, 302);
  });
}
