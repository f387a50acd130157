import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import type { StaffActor } from '../platform/auth/actor.js';
import { AuditSink } from '../platform/auth/can.js';
import { Masks } from '../platform/auth/masks.js';
import { Sessions } from '../platform/auth/sessions.js';
import { actorOf } from '../platform/stream/mount-stream.js';
import { groundOf } from '../staff/rights.js';
import { Applications } from './applications.service.js';
import { ResumeStore } from './resume-store.js';

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  text: 'text/plain; charset=utf-8',
};

/** The file says who it is on every line. @throws masked */
async function refuseHidden(masks: Masks, actor: StaffActor, ids: string[]): Promise<void> {
  if ((await masks.hidden(actor, ids)).size > 0) {
    throw new AppError('masked');
  }
}

/** The original of a résumé: for those who may see the candidate's contact, each look written down. */
export function mountResumeFiles(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const applications = app.get(Applications);
  const store = app.get(ResumeStore);
  const audit = app.get<AuditSink>(AuditSink);
  const masks = app.get<Masks>(Masks);
  fastify.get<{ Params: { id: string } }>(`${rawPaths.resumeFile}/:id`, async (request, reply) => {
    const actor = await actorOf(sessions, request, 'staff');
    if (actor.kind !== 'staff') {
      throw new AppError('notAllowed');
    }
    const { companyId } = actor;
    const ground = groundOf(actor, 'application.view');
    const line = {
      companyId,
      actor: `staff:${actor.id}`,
      verb: 'resume.view',
      object: request.params.id,
    };
    try {
      const row = await applications.resumeRow(actor, request.params.id);
      await refuseHidden(masks, actor, await applications.ofResume(row.id));
      await audit.record({ ...line, ground: ground ?? 'none', allowed: true });
      const { fileName, bytes } = await store.original(row);
      const quoted = encodeURIComponent(fileName);
      return await reply
        .header('Content-Type', types[row.format] ?? 'application/octet-stream')
        .header(
          'Content-Disposition',
          `${row.format === 'docx' ? 'attachment' : 'inline'}; filename*=UTF-8''${quoted}`,
        )
        .header('Cache-Control', 'private, no-store')
        .send(bytes);
    } catch (error) {
      if (error instanceof AppError && ['notAllowed', 'masked'].includes(error.code)) {
        await audit.record({ ...line, ground: 'none', allowed: false });
      }
      throw error;
    }
  });
}
