import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { jobNames } from '@zhiyu/contracts/jobs';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { ServedModule } from './demo/tour/served.module.js';
import { Tours } from './demo/tour/tours.service.js';
import { mountCalendar } from './interviews/calendar.js';
import { mountRecordings } from './interviews/media-access.js';
import { mountCallbacks, mountShortLinks } from './notify/mount-callbacks.js';
import { Masks } from './platform/auth/masks.js';
import { Sessions } from './platform/auth/sessions.js';
import { asAppError, errorBody } from './platform/http/error.filter.js';
import { InFlight } from './platform/http/in-flight.js';
import { mountMasks } from './platform/http/mount-masks.js';
import { routeAsMeant } from './platform/http/meant-method.js';
import { localeOf } from './platform/http/locale-of.js';
import { openapi } from './platform/http/openapi.js';
import { JobRegistry } from './platform/jobs/job-registry.js';
import { AppLog } from './platform/log/app-log.js';
import type { Runtime } from './platform/runtime.js';
import { mountStream } from './platform/stream/mount-stream.js';
import { Stream } from './platform/stream/stream.service.js';
import type { Clock } from './platform/time/clock.js';
import { mountOwnReport, mountReportFiles } from './scoring/print/report-files.js';
import { mountOutcomeFiles } from './analytics/outcomes/outcome-files.js';
import { mountResumeFiles } from './recruiting/resume-files.js';
import { mountLogos } from './staff/mount-logos.js';
import { mountChatReturn } from './staff/chats/chat-return.js';

const bodyLimit = 24 * 1024 * 1024;
const pages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'miniapp', 'dist', 'h5');

/** Files and streams may be read by nobody else's page; camera and microphone only by ours. */
const pageHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'SAMEORIGIN',
  'Permissions-Policy': 'camera=(self), microphone=(self)',
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self' data:; frame-ancestors 'self'",
};

/** Data is shown by no browser as a page, is in nobody's frame and is kept by no cache. */
const dataHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

export interface Secure {
  key: string;
  cert: string;
}

function adapterOf(runtime: Runtime, secure: Secure | null): FastifyAdapter {
  const base = {
    bodyLimit,
    trustProxy: runtime.settings.web.TRUST_PROXY,
    requestTimeout: 120_000,
    rewriteUrl: routeAsMeant,
  };
  const adapter = new FastifyAdapter(secure ? { ...base, https: secure } : base);
  const fastify = adapter.getInstance();
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      done(null, body);
    },
  );
  return adapter;
}

function mountHealth(fastify: FastifyInstance, dataSource: DataSource): void {
  fastify.get(rawPaths.live, () => ({ status: 'live' }));
  fastify.get(rawPaths.ready, async (_request, reply) => {
    try {
      await dataSource.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'database' });
    }
  });
}

/** The page that documents the API brings its own scripts; a logo is a picture and no page. */
const ownHeaders = ['/api/docs', `${rawPaths.logo}/`];

function mountHeaders(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (closing) {
      // What was under way is answered; a connection kept after it would keep the server.
      reply.header('Connection', 'close');
    }
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && type.startsWith('application/json')) {
      reply.headers(dataHeaders);
    } else if (!ownHeaders.some((path) => request.url.startsWith(path))) {
      reply.headers(pageHeaders);
    }
    done(null, payload);
  });
}

/** Counts who waits for an answer; a stream waits for nothing. */
function mountInFlight(fastify: FastifyInstance, inFlight: InFlight): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith(rawPaths.stream)) {
      inFlight.add(reply.raw);
    }
    done();
  });
}

/**
 * Names of built files carry a hash of their content; the page that names them is asked for each time. The build lays
 * compressed files beside them (miniapp/config/compressed.ts).
 */
const pageOptions: FastifyStaticOptions = {
  root: pages,
  cacheControl: false,
  preCompressed: true,
  etag: true,
  setHeaders: (reply, path) => {
    const kept = /[\\/](js|css|static)[\\/]/.test(path);
    void reply.header('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};

/** Addresses outside the contract's routes, in a scope of their own: a failure looks the same as inside. */
async function mountRaw(
  scope: FastifyInstance,
  app: NestFastifyApplication,
  document: () => OpenAPIObject,
): Promise<void> {
  const log = app.get(AppLog);
  scope.setErrorHandler((error, request, reply) => {
    const known = asAppError(error);
    if (known.code === 'internal') {
      log.error('request failed', { path: request.url.split('?')[0], error });
    }
    return reply.status(known.status).send(errorBody(known, localeOf(request.headers), request.id));
  });
  mountHealth(scope, app.get(DataSource));
  mountStream(scope, app.get(Stream), app.get(Sessions));
  mountRecordings(scope, app);
  mountResumeFiles(scope, app);
  mountReportFiles(scope, app);
  mountOwnReport(scope, app);
  mountOutcomeFiles(scope, app);
  mountCalendar(scope, app);
  mountChatReturn(scope, app);
  mountLogos(scope, app);
  scope.get(rawPaths.openapi, document);
  mountShortLinks(scope, app);
  await scope.register((inner, _options, done) => {
    mountCallbacks(inner, app);
    done();
  });
  if (existsSync(pages)) {
    await scope.register(fastifyStatic, pageOptions);
  }
}

/** The description of the API, made when it is first asked for: a server that starts has better things to do. */
function documentOf({ options }: Runtime): () => OpenAPIObject {
  let made: OpenAPIObject | undefined;
  return () => (made ??= openapi(options.version) as unknown as OpenAPIObject);
}

/** Builds the application: modules, raw addresses, pages. It does not listen yet. */
export async function buildApp(
  runtime: Runtime,
  more: { clock?: Clock; secure?: Secure | null } = {},
): Promise<NestFastifyApplication> {
  const adapter = adapterOf(runtime, more.secure ?? null);
  const module = ServedModule.of(AppModule.with(runtime, more.clock));
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    abortOnError: false,
  });
  app.useLogger(app.get(AppLog));
  app.get(Tours).use(app);
  const fastify = adapter.getInstance<FastifyInstance>();
  await fastify.register(cookie);
  mountHeaders(fastify);
  mountInFlight(fastify, app.get(InFlight));
  mountMasks(fastify, app.get<Masks>(Masks));
  const document = documentOf(runtime);
  await fastify.register((scope) => mountRaw(scope, app, document));
  SwaggerModule.setup('api/docs', app, document);
  await app.init();
  app.get(JobRegistry).requireAll(jobNames);
  await fastify.ready();
  return app;
}
