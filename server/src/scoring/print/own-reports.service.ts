import { Injectable } from '@nestjs/common';
import { textIn, type Locale } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Consents } from '../../privacy/consents.service.js';
import { People } from '../../privacy/people.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { Company } from '../../staff/company.entity.js';
import { scaleOf } from '../../staff/score-scale.js';
import { cultureOf, Reports } from '../reports.service.js';
import { ReadableReports } from '../wording/readable-reports.service.js';
import { TestResults } from '../written-tests/test-results.service.js';
import { printed } from './printed.js';
import { Printing } from './printing.service.js';

/** While these stages last nothing was decided on the interview, and its report may still change. */
const undecided = ['applied', 'screening', 'aiInterview', 'review'];

/** A candidate's own version of the report, where the company gives it (R30). */
@Injectable()
export class OwnReports {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly consents: Consents,
    private readonly people: People,
    private readonly positions: Positions,
    private readonly printing: Printing,
    private readonly tests: TestResults,
    private readonly readable: ReadableReports,
  ) {}

  async ready({ applicationId, companyId }: CandidateActor): Promise<boolean> {
    const company = await this.database.read(Company).findOneByOrFail({ id: companyId });
    const application = await this.application(applicationId);
    if (company.candidateReportSince === null || undecided.includes(application.stage)) {
      return false;
    }
    const { automatedAssessment } = await this.consents.of(applicationId);
    return automatedAssessment === true && (await this.newest(application)) !== null;
  }

  /** In the language that the candidate reads; only his own words and questions asked of him alone stay. @throws notFound where it is not given */
  async pdf(actor: CandidateActor, language: Locale): Promise<{ name: string; bytes: Buffer }> {
    const application = await this.application(actor.applicationId);
    const found = (await this.ready(actor)) ? await this.newest(application) : null;
    if (!found) {
      throw new AppError('notFound');
    }
    const { createdAt } = found;
    const { id } = actor;
    const of = { report: found.report, potential: null };
    const { report, asStored } = await this.readable.worded(of, language);
    const company = await this.database.read(Company).findOneByOrFail({ id: actor.companyId });
    const { content } = await this.positions.version(application.positionVersionId);
    const candidateName = await this.people.nameOf(id);
    const positionName = textIn(content.name, language);
    const madeOn = new Date(createdAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const beside = { tests: await this.tests.of(application.id), resume: null };
    const names = { candidateName, positionName, companyName: company.name };
    const bytes = await this.printing.pdf(
      printed({
        ...{ report, language, asStored, reader: 'candidate', sound: null, beside, madeOn },
        marks: { potential: null, culture: cultureOf(content.model) },
        ...{ ...names, scale: scaleOf(company) },
      }),
    );
    return { name: `${candidateName}-${positionName}.pdf`, bytes };
  }

  private application(id: string): Promise<Application> {
    return this.database.read(Application).findOneByOrFail({ id });
  }

  private newest({ id }: Application) {
    return this.reports.newestOf(id);
  }
}
