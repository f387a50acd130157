import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { jobNames } from '@zhiyu/contracts/jobs';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { mountCalendar } from './interviews/calendar.js';
import { mountRecordings } from './interviews/media-access.js';
import { Sessions } from './platform/auth/sessions.js';
import { openapi } from './platform/http/openapi.js';
import { JobRegistry } from './platform/jobs/job-registry.js';
import { AppLog } from './platform/log/app-log.js';
import type { Runtime } from './platform/runtime.js';
import { mountStream } from './platform/stream/mount-stream.js';
import { Stream } from './platform/stream/stream.service.js';
import type { Clock } from './platform/time/clock.js';
import { mountResumeFiles } from './recruiting/resume-files.js';

const bodyLimit = 24 * 1024 * 1024;
const pages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'miniapp', 'dist', 'h5');

/** Files and streams may be read by nobody else's page; camera and microphone only by ours. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'SAMEORIGIN',
  'Permissions-Policy': 'camera=(self), microphone=(self)',
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self' data:; frame-ancestors 'self'",
};

export interface Secure {
  key: string;
  cert: string;
}

function adapterOf(runtime: Runtime, secure: Secure | null): FastifyAdapter {
  const base = { bodyLimit, trustProxy: runtime.settings.web.TRUST_PROXY, requestTimeout: 120_000 };
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

function mountHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) {
      // The page that documents the API brings its own scripts.
      if (!request.url.startsWith('/api/docs')) {
        reply.header(name, value);
      }
    }
    return Promise.resolve();
  });
}

/** Builds the application: modules, raw addresses, pages. It does not listen yet. */
export async function buildApp(
  runtime: Runtime,
  more: { clock?: Clock; secure?: Secure | null } = {},
): Promise<NestFastifyApplication> {
  const adapter = adapterOf(runtime, more.secure ?? null);
  const module = AppModule.with(runtime, more.clock);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    abortOnError: false,
  });
  app.useLogger(app.get(AppLog));
  const fastify = adapter.getInstance<FastifyInstance>();
  await fastify.register(cookie);
  mountHeaders(fastify);
  mountHealth(fastify, app.get(DataSource));
  mountStream(fastify, app.get(Stream), app.get(Sessions));
  mountRecordings(fastify, app);
  mountResumeFiles(fastify, app);
  mountCalendar(fastify, app);
  const document = openapi(runtime.options.version);
  fastify.get(rawPaths.openapi, () => document);
  if (existsSync(pages)) {
    await fastify.register(fastifyStatic, { root: pages, cacheControl: false, etag: true });
  }
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject);
  await app.init();
  app.get(JobRegistry).requireAll(jobNames);
  await fastify.ready();
  return app;
}
