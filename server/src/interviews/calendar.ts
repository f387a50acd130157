import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { Sessions } from '../platform/auth/sessions.js';
import { Database } from '../platform/database/database.js';
import { actorOf } from '../platform/stream/mount-stream.js';
import { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';

const meetingMs = 45 * 60_000;

/** The calendar file of a round with people: for the candidate and the company's staff. */
export function mountCalendar(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const database = app.get(Database);
  const reader = app.get(InterviewReader);
  fastify.get<{ Params: { file: string } }>(
    `${rawPaths.calendar}/:file`,
    async (request, reply) => {
      const actor = await actorOf(sessions, request, 'any');
      const id = request.params.file.replace(/\.ics$/, '');
      const interview = await database
        .read(Interview)
        .findOneBy({ id, kind: 'human', companyId: actor.companyId });
      if (
        !interview?.startsAt ||
        (actor.kind === 'candidate' && interview.applicationId !== actor.applicationId)
      ) {
        throw new AppError('notFound');
      }
      const whose = await reader.whose(interview.applicationId);
      const position = textIn(whose.content.name, whose.locale);
      const round = textIn(whose.content.nextRound.name, whose.locale);
      const calendar = ical({ name: whose.companyName, method: ICalCalendarMethod.PUBLISH });
      calendar.createEvent({
        id: `${interview.id}@zhiyu`,
        start: new Date(interview.startsAt),
        end: new Date(interview.startsAt + meetingMs),
        summary: `${whose.companyName} · ${position} · ${round}`,
        location: interview.place,
        description: interview.contact,
      });
      return reply
        .header('Content-Type', 'text/calendar; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="interview.ics"')
        .send(calendar.toString());
    },
  );
}
