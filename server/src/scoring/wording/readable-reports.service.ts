import { Injectable } from '@nestjs/common';
import { textIn, type Locale } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Positions } from '../../recruiting/positions.service.js';
import { Reports } from '../reports.service.js';
import { reportIn, type TextSources, type Worded } from './report-in.js';

/** Reports in the language of who reads them; what is stored stays as it is. */
@Injectable()
export class ReadableReports {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly positions: Positions,
  ) {}

  /** @throws notFound, notAllowed, scorecardFirst */
  async view(actor: StaffActor, interviewId: string): Promise<ReportView> {
    const view = await this.reports.view(actor, interviewId);
    if (view.report.locale === actor.locale) {
      return view;
    }
    const { report, potential, asStored } = await this.worded(view, actor.locale);
    return { ...view, report, potential, sentencesIn: actor.locale, textsAsStored: asStored };
  }

  /** A report with its own sentences in a language; `locale` stays that of the interview. @throws notFound */
  async worded(of: Pick<ReportView, 'report' | 'potential'>, language: Locale): Promise<Worded> {
    return reportIn(of, language, await this.sourcesOf(of.report.interviewId));
  }

  /** Of the position, as the interview was about it. @throws notFound */
  async positionIn(interviewId: string, language: Locale): Promise<string> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!interview) {
      throw new AppError('notFound');
    }
    const { content } = await this.positions.version(interview.positionVersionId);
    return textIn(content.name, language);
  }

  /** What the report was made of; of an old one that kept nothing, the version of the position. */
  private async sourcesOf(interviewId: string): Promise<TextSources> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    const row = await this.reports.newestRow(interviewId);
    if (!interview || !row) {
      throw new AppError('notFound');
    }
    const { model, questions } = (await this.positions.version(interview.positionVersionId))
      .content;
    const snapshot = (await this.reports.kept(row.id))?.snapshot ?? null;
    if (snapshot === null) {
      return { model, questions };
    }
    const asked = snapshot.answers.map(({ question }) => question);
    return { model: snapshot.model, questions: [...asked, ...questions] };
  }
}
