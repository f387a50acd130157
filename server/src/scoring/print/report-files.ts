import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Locale, localeSchema } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { type ReportReader, reportReaders } from '@zhiyu/contracts/report-print';
import { rawPaths } from '@zhiyu/contracts/routes';
import { type ScoreScale, scoreScaleSchema } from '@zhiyu/contracts/score-scale';
import type { ReportView } from '@zhiyu/contracts/scoring';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Masks } from '../../platform/auth/masks.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { Database } from '../../platform/database/database.js';
import { actorOf } from '../../platform/stream/mount-stream.js';
import { Company } from '../../staff/company.entity.js';
import { groundOf, opens } from '../../staff/rights.js';
import { scaleOf } from '../../staff/score-scale.js';
import { Reports } from '../reports.service.js';
import { OwnReports } from './own-reports.service.js';
import { ReadableReports } from '../wording/readable-reports.service.js';
import { ResumeCheck } from '../resume-check/resume-check.service.js';
import { TestResults } from '../written-tests/test-results.service.js';
import type { Beside } from './beside.js';
import { printed, type PrintOrder } from './printed.js';
import { Printing } from './printing.service.js';

interface At {
  Params: { id: string; file: string };
  /** `scale`: another one than the company's. `language`: another one than the reader's; see `languageOf`. */
  Querystring: { scale?: string; language?: string };
}

/** `hr.pdf`, `manager.pdf`, `candidate.pdf`: the report for this reader; `report.json`: as it is stored, with what stands beside it. */
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
  const files = new ReportFiles(app.get(Printing), app.get(Database), app.get(ReadableReports));
  const beside = new BesideReport(app.get(TestResults), app.get(ResumeCheck));
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
      const seen = await reports.view(actor, id);
      const all = { ...seen, beside: await beside.of(actor, seen.applicationId) };
      const language =
        localeSchema.safeParse(request.query.language).data ?? languageOf(reader, seen, actor);
      // What stands in place of a name is in the language of the paper, too.
      const view = await masks.cover({ ...actor, locale: language }, all, [id]);
      const ground = groundOf(actor, 'report.view') ?? 'none';
      await audit.record({ ...line, ground, allowed: true });
      const scale = scoreScaleSchema.safeParse(request.query.scale).data;
      const made = await files.make({ reader, view, actor, scale, language });
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
  fastify.get<Pick<At, 'Querystring'>>(rawPaths.ownReport, async (request, reply) => {
    const actor = await actorOf(sessions, request, 'candidate');
    if (actor.kind !== 'candidate') {
      throw new AppError('notAllowed');
    }
    const language = localeSchema.safeParse(request.query.language).data ?? actor.locale;
    return handOver(reply, { ...(await own.pdf(actor, language)), type: 'application/pdf' });
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

interface FileOrder {
  reader: ReportReader | 'json';
  view: ReportView & { beside: Beside };
  actor: StaffActor;
  /** Absent: the company's. */
  scale: ScoreScale | undefined;
  language: Locale;
}

/** What this reader may see beside the report. */
class BesideReport {
  constructor(
    private readonly tests: TestResults,
    private readonly resumes: ResumeCheck,
  ) {}

  async of(actor: StaffActor, applicationId: string): Promise<Beside> {
    const tests = opens(actor.roles, 'scores') ? await this.tests.of(applicationId) : [];
    return { tests, resume: await this.resumes.of(actor, applicationId) };
  }
}

class ReportFiles {
  constructor(
    private readonly printing: Printing,
    private readonly database: Database,
    private readonly readable: ReadableReports,
  ) {}

  async make({ reader, view, actor, scale, language }: FileOrder): Promise<MadeFile> {
    const { candidateName, positionName, report, sound, beside, potential, culture } = view;
    const name = `${candidateName}-${positionName}`;
    if (reader === 'json') {
      const whole = { ...report, sound, ...beside, potential, culture };
      const bytes = Buffer.from(JSON.stringify(whole, null, 2));
      return { name: `${name}.json`, type: 'application/json; charset=utf-8', bytes };
    }
    const { companyId } = actor;
    const company = await this.database.read(Company).findOneByOrFail({ id: companyId });
    const madeOn = new Date(view.createdAt).toLocaleDateString('sv-SE', {
      timeZone: 'Asia/Shanghai',
    });
    const companyName = company.name;
    const worded = await this.wordedIn(language, view);
    const sheet = printed({
      ...{ ...worded, sound: sound.summary, beside, reader },
      ...{ candidateName, companyName, madeOn },
      scale: scale ?? scaleOf(company),
    });
    const bytes = await this.printing.pdf(sheet);
    return { name: `${name}-${reader}.pdf`, type: 'application/pdf', bytes };
  }

  private async wordedIn(
    language: Locale,
    { report, potential, culture }: ReportView,
  ): Promise<Pick<PrintOrder, 'report' | 'language' | 'asStored' | 'marks' | 'positionName'>> {
    const positionName = await this.readable.positionIn(report.interviewId, language);
    if (language === report.locale) {
      return { report, language, asStored: 0, marks: { potential, culture }, positionName };
    }
    const worded = await this.readable.worded({ report, potential }, language);
    const { asStored } = worded;
    const marks = { potential: worded.potential, culture };
    return { report: worded.report, language, asStored, marks, positionName };
  }
}

/** The candidate's version is in the language of the interview, the others in that of who opens them. */
function languageOf(
  reader: FileOrder['reader'],
  { report }: ReportView,
  actor: StaffActor,
): Locale {
  return reader === 'candidate' ? report.locale : actor.locale;
}
