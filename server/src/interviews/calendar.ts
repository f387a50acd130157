import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import { Sessions } from '../platform/auth/sessions.js';
import { Database } from '../platform/database/database.js';
import { actorOf } from '../platform/stream/mount-stream.js';
import { Calendars } from './calendars.service.js';
import { Interview } from './entities/interview.entity.js';

/** The calendar file of a round with people: for the candidate and the company's staff. */
export function mountCalendar(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const database = app.get(Database);
  const calendars = app.get(Calendars);
  fastify.get<{ Params: { file: string } }>(
    `${rawPaths.calendar}/:file`,
    async (request, reply) => {
      const actor = await actorOf(sessions, request, 'any');
      const id = request.params.file.replace(/\.ics$/, '');
      const interview = await database
        .read(Interview)
        .findOneBy({ id, kind: 'human', companyId: actor.companyId });
      const own = actor.kind !== 'candidate' || interview?.applicationId === actor.applicationId;
      const file = interview && own ? await calendars.fileOf(interview) : null;
      if (file === null) {
        throw new AppError('notFound');
      }
      return reply
        .header('Content-Type', 'text/calendar; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="interview.ics"')
        .send(file);
    },
  );
}
