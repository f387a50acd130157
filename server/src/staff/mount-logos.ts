import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import { Logos } from './logos.service.js';

/**
 * What a browser is told of a picture that a customer uploaded: it is an image and nothing else, it may stand in any
 * page (a chat shows it on its cards), and it never changes, because its name is its content.
 */
const headers = {
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'public, max-age=31536000, immutable',
};

interface Named {
  Params: { companyId: string; name: string };
}

/** Logos are public: candidates see them before anybody knows them. */
export function mountLogos(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const logos = app.get(Logos);
  fastify.get<Named>(`${rawPaths.logo}/:companyId/:name`, async ({ params }, reply) => {
    const picture = await logos.picture(params.companyId, params.name);
    if (!picture) {
      throw new AppError('notFound');
    }
    return reply.headers(headers).header('Content-Type', picture.mimeType).send(picture.bytes);
  });
}
