import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@zhiyu/contracts/errors';
import {
  type AskOutcomes,
  askOutcomesSchema,
  type OutcomeFileFormat,
  outcomeFileFormats,
} from '@zhiyu/contracts/outcomes';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance } from 'fastify';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { Database } from '../../platform/database/database.js';
import { csvOf } from '../../platform/sheet/csv.writer.js';
import { xlsxOf } from '../../platform/sheet/xlsx.writer.js';
import { actorOf } from '../../platform/stream/mount-stream.js';
import { Company } from '../../staff/company.entity.js';
import { groundOf } from '../../staff/rights.js';
import { OutcomeFigures } from './outcomes.service.js';
import { OutcomeTrends } from './outcome-trends.service.js';
import { outcomeRows, outcomeSheets } from './outcome-sheet.js';

const types: Record<OutcomeFileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface At {
  Params: { file: string };
  Querystring: Record<string, string>;
}

function formatOf(file: string): OutcomeFileFormat {
  const format = outcomeFileFormats.find((one) => file === `figures.${one}`);
  if (!format) {
    throw new AppError('notFound');
  }
  return format;
}

function askedOf(query: Record<string, string>): AskOutcomes {
  const asked = askOutcomesSchema.safeParse(query);
  if (!asked.success) {
    throw new AppError('invalidInput');
  }
  return asked.data;
}

class OutcomeFiles {
  constructor(
    private readonly figures: OutcomeFigures,
    private readonly trends: OutcomeTrends,
    private readonly database: Database,
  ) {}

  async make(actor: StaffActor, format: OutcomeFileFormat, asked: AskOutcomes): Promise<Buffer> {
    const outcomes = await this.figures.view(actor, asked);
    const trend = await this.trends.view(actor, asked);
    const language = actor.locale === 'zh' ? 'zh' : 'en';
    if (format === 'csv') {
      return csvOf(outcomeRows(outcomes, trend, language));
    }
    const { companyId: id, name: by } = actor;
    const { name: company } = await this.database.read(Company).findOneByOrFail({ id });
    const about = { company, by, scope: asked.scope, language } as const;
    return xlsxOf(outcomeSheets(outcomes, trend, about));
  }
}

/** The figures as CSV or XLSX, for those who may see them; each file that leaves is written down. */
export function mountOutcomeFiles(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const sessions = app.get(Sessions);
  const audit = app.get<AuditSink>(AuditSink);
  const files = new OutcomeFiles(
    app.get(OutcomeFigures),
    app.get(OutcomeTrends),
    app.get(Database),
  );
  fastify.get<At>(`${rawPaths.outcomeFile}/:file`, async (request, reply) => {
    const actor = await actorOf(sessions, request, 'staff');
    if (actor.kind !== 'staff') {
      throw new AppError('notAllowed');
    }
    const format = formatOf(request.params.file);
    const ground = groundOf(actor, 'dashboard.view');
    await audit.record({
      ...{ companyId: actor.companyId, actor: `staff:${actor.id}`, verb: 'outcomes.export' },
      ...{ object: format, ground: ground ?? 'none', allowed: ground !== null },
    });
    if (ground === null) {
      throw new AppError('notAllowed');
    }
    const asked = askedOf(request.query);
    const bytes = await files.make(actor, format, asked);
    const name = `zhiyu-figures-${asked.month ?? asked.days}.${format}`;
    return reply
      .header('Content-Type', types[format])
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Cache-Control', 'private, no-store')
      .send(bytes);
  });
}
