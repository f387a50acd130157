import { Server, type Upload } from '@tus/server';
import { AppError, type ErrorCode } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asAppError, errorBody } from '../../platform/http/error.filter.js';
import { localeOf } from '../../platform/http/locale-of.js';
import type { AppLog } from '../../platform/log/app-log.js';
import type { Media } from './media.entity.js';
import type { MediaService } from './media.service.js';
import { noLock, type Slice, SliceStore } from './slice.store.js';

/** Largest body of one PATCH: it is held in memory until it is on the disk. */
const sliceAtMost = 16 * 1024 * 1024;
const tusVersion = '1.0.0';
const slices = 'application/offset+octet-stream';
const passedOn = [
  'tus-resumable',
  'upload-offset',
  'upload-length',
  'upload-defer-length',
  'content-type',
];

/** Who may add to which recording. */
export abstract class UploadAccess {
  /** The recording when the caller is the candidate whose attempt it is, else null. */
  abstract check(request: FastifyRequest, mediaId: string): Promise<Media | null>;
}

export interface UploadDeps {
  access: UploadAccess;
  media: MediaService;
  log: AppLog;
  /** Largest recording, bytes. */
  maxBytes: number;
}

/** A refusal by tus: its status, our code. */
class TusRefusal extends Error {
  constructor(
    readonly status: number,
    readonly offset: number,
  ) {
    super(`tus ${status}`);
  }

  get code(): ErrorCode {
    const codes: Record<number, ErrorCode> = {
      404: 'notFound',
      409: 'uploadOffset',
      410: 'notFound',
      413: 'fileTooLarge',
    };
    return codes[this.status] ?? 'invalidInput';
  }
}

/** A client without PATCH and HEAD (mini-programs) sends POST and says what it means (tus 1.0, X-HTTP-Method-Override). */
function methodOf(request: FastifyRequest): string {
  const meant = request.headers['x-http-method-override'];
  return request.method === 'POST' && typeof meant === 'string'
    ? meant.toUpperCase()
    : request.method;
}

/** What tus has to see of a request, under the name of its slice; the body stays with us. */
function tusRequest(request: FastifyRequest, slice: Slice, name: string): Request {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') {
      headers.set(name, value);
    }
  }
  // Said again by a client that repeats its last slice: known already, and tus would refuse it.
  if (
    slice.file.declared !== null &&
    headers.get('upload-length') === String(slice.file.declared)
  ) {
    headers.delete('upload-length');
  }
  headers.set('content-length', String(slice.body.length));
  const url = `http://uploads${rawPaths.uploads}/${name}`;
  return asRequest({ url, method: methodOf(request), headers, body: null });
}

/** tus reads four things of a request; a true one costs an abort signal and a stream for each slice. */
function asRequest(parts: Pick<Request, 'url' | 'method' | 'headers' | 'body'>): Request {
  return parts as Request;
}

/** Mounts the tus 1.0 server: HEAD, PATCH and OPTIONS; uploads are created by beginning an attempt. */
class Uploads {
  private readonly tus: Server;
  private readonly store = new SliceStore();
  private readonly checked = new WeakMap<FastifyRequest, Media>();

  constructor(private readonly deps: UploadDeps) {
    this.tus = new Server({
      path: rawPaths.uploads,
      datastore: this.store,
      locker: noLock,
      maxSize: deps.maxBytes,
      // None: these addresses belong to our own pages.
      allowedOrigins: [],
      onResponseError: ({ url }, error) => {
        this.store.of(url.slice(url.lastIndexOf('/') + 1)).failure = error;
        return undefined;
      },
    });
    this.withoutStreams();
  }

  /** tus would lead an empty stream through four others and an abort signal: the body is here already. */
  private withoutStreams(): void {
    const writeToStore = (_body: unknown, { id, offset }: Upload): Promise<number> =>
      this.store.put(id, offset);
    Object.assign(this.tus.handlers.PATCH, { writeToStore });
  }

  /** Before a byte of the body is read. */
  check = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header('tus-resumable', tusVersion).header('cache-control', 'no-store');
    const method = methodOf(request);
    if (method === 'OPTIONS') {
      return;
    }
    if (request.headers['tus-resumable'] !== tusVersion) {
      reply.header('tus-version', tusVersion);
      throw new TusRefusal(412, 0);
    }
    const { mediaId } = request.params as { mediaId?: string };
    if (mediaId === undefined || !(method === 'PATCH' || method === 'HEAD')) {
      throw new AppError('notAllowed');
    }
    const media = await this.deps.access.check(request, mediaId);
    if (!media) {
      throw new AppError('notFound');
    }
    if (method === 'PATCH' && media.state !== 'open') {
      throw new AppError('conflict');
    }
    this.checked.set(request, media);
  };

  handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const media = this.checked.get(request);
    if (!media) {
      return this.passOn(
        await this.tus.handleWeb(new Request('http://uploads/', { method: 'OPTIONS' })),
        reply,
      );
    }
    const { file, release } = await this.deps.media.lease(media);
    try {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const slice: Slice = { file, body, declared: null, failure: null };
      const answer = await this.store.during(slice, (name) =>
        this.tus.handleWeb(tusRequest(request, slice, name)),
      );
      if (answer.status >= 400) {
        throw this.refusal(answer.status, slice);
      }
      return await this.passOn(answer, reply);
    } finally {
      await release();
    }
  };

  answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = error instanceof TusRefusal ? new AppError(error.code) : asAppError(error);
    if (known.code === 'internal') {
      this.deps.log.error('upload failed', { error });
    }
    if (error instanceof TusRefusal && error.status === 409) {
      known.details.offset = error.offset;
    }
    const status = error instanceof TusRefusal ? error.status : known.status;
    return reply.code(status).send(errorBody(known, localeOf(request.headers), request.id));
  };

  /** tus knows its own refusals by `status_code`; what our store threw goes on as it is. */
  private refusal(status: number, { failure, file }: Slice): unknown {
    const ours = failure instanceof Error && !('status_code' in failure);
    return ours ? failure : new TusRefusal(status, file.size);
  }

  private passOn(answer: Response, reply: FastifyReply): FastifyReply {
    reply.code(answer.status);
    for (const [name, value] of answer.headers) {
      if (!name.startsWith('access-control-') && name !== 'content-length') {
        reply.header(name, value);
      }
    }
    return reply.send();
  }
}

/**
 * Mounts /api/uploads: tus 1.0 with creation-defer-length. A slice is the whole body of one PATCH: one that
 * breaks off is dropped, one that is answered with 204 is on the disk.
 */
export function mountUploads(app: FastifyInstance, deps: UploadDeps): void {
  const uploads = new Uploads(deps);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      slices,
      { parseAs: 'buffer', bodyLimit: Math.min(sliceAtMost, deps.maxBytes) },
      (_request, body, next) => next(null, body),
    );
    scope.addHook('onRequest', uploads.check);
    scope.setErrorHandler(uploads.answerError);
    const method = ['HEAD', 'PATCH', 'POST', 'OPTIONS'];
    scope.route({ method, url: rawPaths.uploads, handler: uploads.handle });
    scope.route({ method, url: `${rawPaths.uploads}/:mediaId`, handler: uploads.handle });
    done();
  });
}
