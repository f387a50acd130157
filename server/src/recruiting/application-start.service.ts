import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import { In } from 'typeorm';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { SamePeople } from '../privacy/same-people.service.js';
import { Application } from './entities/application.entity.js';
import type { Position } from './entities/position.entity.js';
import { Pipeline } from './pipeline.service.js';
import { activeStages } from './pipeline.states.js';
import { Positions } from './positions.service.js';
import { type ResumeFile, ResumeStore } from './resume-store.js';
import type { KeptScreening } from './screening-finding.js';
import { screen } from './screening.rules.js';
import { Screenings } from './screenings.service.js';

export interface NewApplication {
  position: Position;
  name: string;
  phone: string | null;
  email: string | null;
  source: string;
  linkId: string | null;
  file: ResumeFile | null;
  parsed: ParsedResume;
  corrected: Record<string, string>;
  locale: Locale;
  example: boolean;
}

/** Makes the application of a known person and screens it. */
@Injectable()
export class ApplicationStart {
  constructor(
    private readonly positions: Positions,
    private readonly store: ResumeStore,
    private readonly pipeline: Pipeline,
    private readonly screenings: Screenings,
    private readonly same: SamePeople,
  ) {}

  async begin(
    tx: Tx,
    input: NewApplication,
    personId: string,
  ): Promise<{ application: Application; screening: KeptScreening }> {
    const application = await this.insert(tx, input, personId);
    return { application, screening: await this.screen(tx, application, input.parsed) };
  }

  /** The application of this person, under any of his rows, that is under way for the position. */
  async running(tx: Tx, positionId: string, personId: string): Promise<Application | null> {
    return tx.manager.findOneBy(Application, {
      positionId,
      personId: In(await this.same.groupOf(personId, tx.manager)),
      stage: In([...activeStages]),
    });
  }

  private async insert(tx: Tx, input: NewApplication, personId: string): Promise<Application> {
    const { position, file, parsed, corrected } = input;
    const kept = { companyId: position.companyId, personId, file, parsed, corrected };
    const resumeId = await this.store.keep(tx, kept);
    const application: Application = {
      id: newId(tx.now),
      companyId: position.companyId,
      positionId: position.id,
      positionVersionId: position.versionId,
      personId,
      source: input.source,
      linkId: input.linkId,
      resumeId,
      stage: 'applied',
      furthest: 'applied',
      stageAt: tx.now,
      locale: input.locale,
      screeningOutcome: null,
      screening: null,
      round: 1,
      ...{ total: null, standardError: null, requirement: null, verdict: null, doubts: null },
      potential: null,
      example: input.example,
      createdAt: tx.now,
      tokenHash: null,
      tokenExpiresAt: 0,
      tokenUsedAt: null,
      openedBy: null,
      codeTries: 0,
    };
    await tx.manager.insert(Application, application);
    const payload = {
      applicationId: application.id,
      positionId: position.id,
      source: input.source,
    };
    tx.emit('ApplicationReceived', position.companyId, payload);
    return application;
  }

  private async screen(
    tx: Tx,
    application: Application,
    parsed: ParsedResume,
  ): Promise<KeptScreening> {
    const version = await this.positions.version(application.positionVersionId, tx.manager);
    const screening = screen(version.content.requirements, parsed, version.version, tx.now);
    await this.screenings.keep(tx, application, screening);
    await this.pipeline.move(tx, application, 'screening');
    const payload = { applicationId: application.id, outcome: screening.outcome };
    tx.emit('ScreeningDecided', application.companyId, payload);
    return screening;
  }

  /** What the rules found. */
  async screeningOf(tx: Tx, application: Application): Promise<KeptScreening> {
    const kept = await this.screenings.of(application, tx.manager);
    return kept ?? { outcome: 'look', rules: [], rulesVersion: 0 };
  }
}
