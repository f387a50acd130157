import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { Report } from '@zhiyu/contracts/scoring';
import { Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Applications } from '../../recruiting/applications.service.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import type { Position } from '../../recruiting/entities/position.entity.js';
import { Reports } from '../reports.service.js';

/** An interview that is reviewed, with all that it belongs to. */
export interface Reviewed {
  interview: Interview;
  application: Application;
  position: Position;
}

/** Who may enter the review room of an interview. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly reports: Reports,
  ) {}

  /** @throws notFound, notAllowed */
  async require(actor: StaffActor, interviewId: string, act: string): Promise<Reviewed> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!interview) {
      throw new AppError('notFound');
    }
    const found = await this.applications.require(actor, interview.applicationId, act);
    return { interview, ...found };
  }

  /** The newest report of the interview. @throws notFound before there is one, and once the person was erased */
  async report(interviewId: string): Promise<Report> {
    const row = await this.reports.newestRow(interviewId);
    const report = row ? await this.reports.open(row) : null;
    if (!report) {
      throw new AppError('notFound');
    }
    return report;
  }
}
