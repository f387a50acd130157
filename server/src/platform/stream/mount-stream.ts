import type { ServerResponse } from 'node:http';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.js';
import { tokensOf } from '../auth/credentials.js';
import type { Sessions } from '../auth/sessions.js';
import type { Stream } from './stream.service.js';

const beatMs = 20_000;
/** A session that has ended closes its streams within this time. */
const checkMs = 5_000;

/** Finds who asks, for addresses outside the contract's routes. */
export async function actorOf(
  sessions: Sessions,
  request: FastifyRequest,
  side: 'staff' | 'candidate' | 'any',
): Promise<Actor> {
  for (const token of tokensOf(request, side)) {
    const actor = await sessions.actor(token);
    if (actor && (side === 'any' || actor.kind === side)) {
      return actor;
    }
  }
  throw new AppError('notSignedIn');
}

function startOf(request: FastifyRequest, last: number): number {
  const header = Number(request.headers['last-event-id']);
  return Number.isInteger(header) && header > 0 ? header : last;
}

/** Server-sent events at /api/stream; `Last-Event-ID` is the sequence to go on from. */
export function mountStream(fastify: FastifyInstance, stream: Stream, sessions: Sessions): void {
  const open = new Set<ServerResponse>();
  // A server that ends waits for its connections: these would never end by themselves.
  fastify.addHook('preClose', (done) => {
    for (const raw of open) {
      raw.end();
    }
    done();
  });
  fastify.get<{ Querystring: { side?: string } }>(rawPaths.stream, async (request, reply) => {
    const side =
      request.query.side === 'candidate'
        ? 'candidate'
        : request.query.side === 'staff'
          ? 'staff'
          : 'any';
    const actor = await actorOf(sessions, request, side);
    const from = startOf(request, await stream.last());
    const raw = reply.hijack().raw;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    open.add(raw);
    // A number without a fact: who loses the line before the first one resumes from here, too.
    raw.write(`retry: 2000\nid: ${from}\n\n`);
    const unfollow = stream.follow(actor, from, (items) => {
      for (const item of items) {
        raw.write(`id: ${item.sequence}\ndata: ${JSON.stringify(item)}\n\n`);
      }
    });
    const beat = setInterval(() => raw.write(': still here\n\n'), beatMs);
    const check = setInterval(() => {
      void actorOf(sessions, request, side).catch(() => raw.end());
    }, checkMs);
    raw.on('close', () => {
      open.delete(raw);
      clearInterval(beat);
      clearInterval(check);
      unfollow();
    });
  });
}
