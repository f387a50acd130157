import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { potentialOf } from '@zhiyu/contracts/potential';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { CultureMark, Report, ReportView } from '@zhiyu/contracts/scoring';
import type { EntityManager } from 'typeorm';
import { Interview } from '../interviews/entities/interview.entity.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { People } from '../privacy/people.service.js';
import { Applications } from '../recruiting/applications.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { doubtsOf } from '../recruiting/doubts.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Positions } from '../recruiting/positions.service.js';
import type { AssessInput } from './engine/assess.js';
import { Blindness } from './review/blindness.service.js';
import { PersonGrades } from './grading/person-grades.service.js';
import { DeliveryValue, DimensionValue, ReportRow } from './report.entity.js';
import { SoundReader } from './sound-reader.service.js';
import { openedReport } from './stored-report.js';
import { RecordingStates } from './recording-states.service.js';

/** Which dimensions are portraits of culture. */
export function cultureOf({ dimensions }: CompetencyModel): CultureMark[] {
  return dimensions.flatMap(({ code, culture }) => (culture ? [{ code, ...culture }] : []));
}

const place = (row: string) => ({ table: 'report', column: 'body', row });
const snapshotPlace = (row: string) => ({ table: 'report', column: 'snapshot', row });

const unweighed = { weight: 0, value: null };

/** The dimensions of the newest report as numbers beside the sealed one, for what is counted over many people. */
async function keepValues(tx: Tx, application: Application, report: Report): Promise<void> {
  const { id: applicationId, companyId } = application;
  await tx.manager.delete(DimensionValue, { applicationId });
  const values = report.dimensions.map(({ code, value, standardError }) => ({
    ...{ id: newId(tx.now), companyId, applicationId, code, value, standardError },
    scoredAt: tx.now,
  }));
  await tx.manager.insert(DimensionValue, values);
  await tx.manager.delete(DeliveryValue, { applicationId });
  if (report.weighed) {
    const { voice = unweighed, face = unweighed } = report.weighed;
    await tx.manager.insert(DeliveryValue, {
      ...{ id: newId(tx.now), companyId, applicationId, scoredAt: tx.now },
      ...{ voiceWeight: voice.weight, voice: voice.value },
      ...{ faceWeight: face.weight, face: face.value },
    });
  }
}

/** Reports: stored once, never changed; the highest version of an interview counts. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly applications: Applications,
    private readonly pipeline: Pipeline,
    private readonly positions: Positions,
    private readonly people: People,
    private readonly sound: SoundReader,
    private readonly grades: PersonGrades,
    private readonly blindness: Blindness,
    private readonly recordings: RecordingStates,
  ) {}

  async newestRow(
    interviewId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<ReportRow | null> {
    return manager.findOne(ReportRow, { where: { interviewId }, order: { version: 'DESC' } });
  }

  /** The report's content; null when the person was erased. */
  async open(row: ReportRow, manager?: EntityManager): Promise<Report | null> {
    const vault = await this.vault.of(row.personId, manager);
    const body = vault.open(place(row.id), row.body);
    return body ? openedReport(body) : null;
  }

  /** A report with what it was made of: null for an old one, or when the person was erased. */
  async kept(id: string): Promise<{ report: Report | null; snapshot: AssessInput | null } | null> {
    const row = await this.database.read(ReportRow).findOneBy({ id });
    if (!row) {
      return null;
    }
    const vault = await this.vault.of(row.personId);
    const made = row.snapshot === null ? null : vault.open(snapshotPlace(id), row.snapshot);
    const snapshot = made === null ? null : (JSON.parse(made) as AssessInput);
    return { report: await this.open(row), snapshot };
  }

  /** The newest report about an application. */
  async ofApplication(applicationId: string, manager?: EntityManager): Promise<Report | null> {
    return (await this.newestOf(applicationId, manager))?.report ?? null;
  }

  /** The same, with when it was made. */
  async newestOf(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<{ report: Report; createdAt: number } | null> {
    const row = await manager.findOne(ReportRow, {
      where: { applicationId },
      order: { createdAt: 'DESC', version: 'DESC' },
    });
    const report = row ? await this.open(row, manager) : null;
    return row && report ? { report, createdAt: row.createdAt } : null;
  }

  async store(input: {
    interview: Interview;
    application: Application;
    report: Report;
    snapshot: AssessInput;
    inputHash: string;
    /** A person asked: the same words may give another report. */
    again?: boolean;
  }): Promise<void> {
    const { interview, application, report, snapshot, inputHash, again } = input;
    const { content } = await this.positions.version(application.positionVersionId);
    await this.database.transaction(async (tx) => {
      const before = await this.newestRow(interview.id, tx.manager);
      if (
        before?.inputHash === inputHash &&
        !(again === true && (await this.differs(tx, before, report)))
      ) {
        return;
      }
      const id = newId(tx.now);
      const vault = await this.vault.of(application.personId, tx.manager);
      const { value: total, standardError, verdict } = report.total;
      await tx.manager.insert(ReportRow, {
        id,
        companyId: interview.companyId,
        interviewId: interview.id,
        applicationId: application.id,
        personId: application.personId,
        version: (before?.version ?? 0) + 1,
        engine: `${report.engine.name} ${report.engine.version}`,
        inputHash,
        total,
        standardError,
        verdict,
        body: vault.seal(place(id), JSON.stringify(report)),
        snapshot: vault.seal(snapshotPlace(id), JSON.stringify(snapshot)),
        createdAt: tx.now,
      });
      await keepValues(tx, application, report);
      await this.pipeline.score(tx, application.id, report.total, {
        doubts: doubtsOf(report),
        highPotential: potentialOf(report, content.potential)?.standing === 'met',
      });
      const payload = { applicationId: application.id, interviewId: interview.id, reportId: id };
      tx.emit('ReportReady', interview.companyId, payload);
    });
  }

  private async differs(tx: Tx, row: ReportRow, report: Report): Promise<boolean> {
    return JSON.stringify(await this.open(row, tx.manager)) !== JSON.stringify(report);
  }

  /** A person wants it read again, with the calibrations that are in use now. */
  async again(actor: StaffActor, interviewId: string): Promise<void> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!interview) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, interview.applicationId, 'report.view');
    await this.database.transaction((tx) => {
      tx.enqueue('scoring.report', { interviewId, again: true });
      return Promise.resolve();
    });
  }

  /** @throws notFound, notAllowed, scorecardFirst */
  async view(actor: StaffActor, interviewId: string): Promise<ReportView> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!interview) {
      throw new AppError('notFound');
    }
    const { application } = await this.applications.require(
      actor,
      interview.applicationId,
      'report.view',
    );
    await this.blindness.requireOpen(actor, interviewId, application);
    const row = await this.newestRow(interviewId);
    const report = row ? await this.open(row) : null;
    if (!row || !report) {
      throw new AppError('notFound');
    }
    const { content } = await this.positions.version(application.positionVersionId);
    return {
      report,
      sentencesIn: report.locale,
      textsAsStored: 0,
      applicationId: application.id,
      candidateName: await this.people.nameOf(application.personId),
      positionName: textIn(content.name, actor.locale),
      createdAt: row.createdAt,
      example: application.example,
      sound: await this.sound.beside(report),
      potential: potentialOf(report, content.potential),
      culture: cultureOf(content.model),
      graded: await this.grades.beside(report.answers.map(({ answerId }) => answerId)),
      recordings: await this.recordings.of(actor, application.id, report.answers),
    };
  }
}
