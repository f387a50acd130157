import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asAppError, errorBody } from '../../platform/http/error.filter.js';
import { localeOf } from '../../platform/http/locale-of.js';
import type { AppLog } from '../../platform/log/app-log.js';
import type { Media } from './media.entity.js';
import type { ByteRange, MediaService } from './media.service.js';

/** Who may play which recording. */
export abstract class MediaAccess {
  /** The recording, or null when the caller may not know of it; writes the view to the audit log. */
  abstract check(request: FastifyRequest, mediaId: string): Promise<Media | null>;
}

export interface PlaybackDeps {
  access: MediaAccess;
  media: MediaService;
  log: AppLog;
}

class Unsatisfiable extends Error {
  constructor(readonly size: number) {
    super('range not satisfiable');
  }
}

/** The range a header asks for; null for none, several or a unit other than bytes: then the whole is sent. */
function rangeOf(header: string | undefined, size: number): ByteRange | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '') {
    return to === '' ? null : within(size - Number(to), size - 1, size);
  }
  const end = to === '' ? Infinity : Number(to);
  return end < Number(from) ? null : within(Number(from), end, size);
}

function within(start: number, end: number, size: number): ByteRange {
  if (start >= size) {
    throw new Unsatisfiable(size);
  }
  return { start: Math.max(0, start), end: Math.min(end, size - 1) };
}

async function play(
  deps: PlaybackDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { mediaId } = request.params as { mediaId: string };
  const media = await deps.access.check(request, mediaId);
  if (!media) {
    throw new AppError('notFound');
  }
  const header = request.headers.range;
  const played = await deps.media.stream(media, (size) => rangeOf(header, size));
  const { range, size, stream } = played;
  const partial = range !== null && rangeOf(header, size) !== null;
  reply
    .code(partial ? 206 : 200)
    .header('content-type', played.mimeType)
    .header('content-length', range ? range.end - range.start + 1 : 0)
    .header('content-disposition', 'inline');
  if (partial) {
    reply.header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  }
  if (request.method === 'HEAD') {
    stream.destroy();
    return reply.send();
  }
  return reply.send(stream);
}

/** GET /api/media/:mediaId with Range (RFC 9110 section 14), one range at a time. */
export function mountMedia(app: FastifyInstance, deps: PlaybackDeps): void {
  void app.register((scope, _options, done) => {
    scope.addHook('onRequest', (_request, reply, next) => {
      reply
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .header('cross-origin-resource-policy', 'same-origin');
      next();
    });
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof Unsatisfiable) {
        return reply.code(416).header('content-range', `bytes */${error.size}`).send();
      }
      const known = asAppError(error);
      if (known.code === 'internal') {
        deps.log.error('playback failed', { error });
      }
      return reply.code(known.status).send(errorBody(known, localeOf(request.headers), request.id));
    });
    scope.route({
      method: ['GET', 'HEAD'],
      url: `${rawPaths.media}/:mediaId`,
      handler: (request, reply) => play(deps, request, reply),
    });
    done();
  });
}
