import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import { type ReportReader, reportReaders } from '@zhiyu/contracts/report-print';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Masks } from '../../platform/auth/masks.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { Database } from '../../platform/database/database.js';
import { actorOf } from '../../platform/stream/mount-stream.js';
import { Company } from '../../staff/company.entity.js';
import { groundOf } from '../../staff/rights.js';
import { Reports } from '../reports.service.js';
import { OwnReports } from './own-reports.service.js';
import { printed } from './printed.js';
import { Printing } from './printing.service.js';

interface At {
  Params: { id: string; file: string };
}

/** `hr.pdf`, `manager.pdf`, `candidate.pdf`: the report for this reader; `report.json`: as it is stored, with the facts of the sound beside it. */
function readerOf(file: string): ReportReader | 'json' {
  if (file === 'report.json') {
    return 'json';
  }
  const reader = reportReaders.find((one) => file === `${one}.pdf`);
  if (!reader) {
    throw new AppError('notFound');
  }
  return reader;
}

/** Reports as files, for those who may open them; each one that leaves is written down. */
export function mountReportFiles(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const audit = app.get<AuditSink>(AuditSink);
  const reports = app.get(Reports);
  const masks = app.get<Masks>(Masks);
  const files = new ReportFiles(app.get(Printing), app.get(Database));
  fastify.get<At>(`${rawPaths.reportFile}/:id/:file`, async (request, reply) => {
    const actor = await actorOf(sessions, request, 'staff');
    if (actor.kind !== 'staff') {
      throw new AppError('notAllowed');
    }
    const { id, file } = request.params;
    const reader = readerOf(file);
    const line = {
      ...{ companyId: actor.companyId, actor: `staff:${actor.id}` },
      ...{ verb: 'report.export', object: id },
    };
    try {
      const view = await masks.cover(actor, await reports.view(actor, id), [id]);
      const ground = groundOf(actor, 'report.view') ?? 'none';
      await audit.record({ ...line, ground, allowed: true });
      const made = await files.make(reader, view, actor);
      return await handOver(reply, made);
    } catch (error) {
      if (error instanceof AppError && error.code === 'notAllowed') {
        await audit.record({ ...line, ground: 'none', allowed: false });
      }
      throw error;
    }
  });
}

/** The candidate's own version, for the candidate alone. */
export function mountOwnReport(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const own = app.get(OwnReports);
  fastify.get(rawPaths.ownReport, async (request, reply) => {
    const actor = await actorOf(sessions, request, 'candidate');
    if (actor.kind !== 'candidate') {
      throw new AppError('notAllowed');
    }
    return handOver(reply, { ...(await own.pdf(actor)), type: 'application/pdf' });
  });
}

interface MadeFile {
  name: string;
  type: string;
  bytes: Buffer;
}

function handOver(reply: FastifyReply, { name, type, bytes }: MadeFile): FastifyReply {
  return reply
    .header('Content-Type', type)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('Cache-Control', 'private, no-store')
    .send(bytes);
}

class ReportFiles {
  constructor(
    private readonly printing: Printing,
    private readonly database: Database,
  ) {}

  async make(
    reader: ReportReader | 'json',
    view: ReportView,
    actor: StaffActor,
  ): Promise<MadeFile> {
    const { candidateName, positionName, report, sound } = view;
    const name = `${candidateName}-${positionName}`;
    if (reader === 'json') {
      const bytes = Buffer.from(JSON.stringify({ ...report, sound }, null, 2));
      return { name: `${name}.json`, type: 'application/json; charset=utf-8', bytes };
    }
    const { companyId } = actor;
    const company = await this.database.read(Company).findOneByOrFail({ id: companyId });
    const madeOn = new Date(view.createdAt).toLocaleDateString('sv-SE', {
      timeZone: 'Asia/Shanghai',
    });
    const companyName = company.name;
    const sheet = printed({
      ...{ report, sound: sound.summary, reader },
      ...{ candidateName, positionName, companyName, madeOn },
    });
    const bytes = await this.printing.pdf(sheet);
    return { name: `${name}-${reader}.pdf`, type: 'application/pdf', bytes };
  }
}
