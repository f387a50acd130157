import { Injectable } from '@nestjs/common';
import { locales } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChangeResumeQuestion, ResumeQuestionList } from '@zhiyu/contracts/question-drafts';
import type { Question } from '@zhiyu/contracts/position';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { ResumeQuestionRow } from '../recruiting/entities/resume-question.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Positions } from '../recruiting/positions.service.js';
import {
  resumeQuestionRules,
  ResumeQuestions,
} from '../recruiting/question-drafts/resume-questions.service.js';
import type { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import { Invitations } from './invitations.service.js';
import { refuseUnlawful } from './unlawful-topics.js';

type InterviewNow = ResumeQuestionList['interview'];

function nowOf(interview: Interview | null): InterviewNow {
  if (interview === null) return 'none';
  return ['invited', 'consented'].includes(interview.state) ? 'open' : 'closed';
}

/** HR reads, edits, approves and drops the questions about a résumé; until the interview begins. */
@Injectable()
export class ResumeQuestionDesk {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly questions: ResumeQuestions,
    private readonly positions: Positions,
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
  ) {}

  async list(actor: StaffActor, applicationId: string): Promise<ResumeQuestionList> {
    const { application } = await this.applications.require(
      actor,
      applicationId,
      'application.view',
    );
    return this.listOf(application);
  }

  /**
   * An approved question joins an interview that is invited and not begun; without one it waits for it.
   * @throws questionUnlawful, interviewClosed once it is asked or the interview has begun
   */
  async change(actor: StaffActor, input: ChangeResumeQuestion): Promise<ResumeQuestionList> {
    refuseUnlawful(input.text ?? '');
    const found = await this.database.read(ResumeQuestionRow).findOneBy({ id: input.id });
    const id = found?.applicationId ?? '';
    const { application } = await this.applications.require(actor, id, 'application.invite');
    await this.database.transaction(async (tx) => {
      const locked = await this.pipeline.lock(tx, id);
      const row = await tx.manager.findOneByOrFail(ResumeQuestionRow, { id: input.id });
      const interview = await this.reader.newest(id, tx.manager);
      if (row.state === 'asked' || nowOf(interview) === 'closed') {
        throw new AppError('interviewClosed');
      }
      const state = input.state ?? row.state;
      const content = edited(row.content, locked, input.text);
      const change = { state, content, byStaffId: actor.id, at: tx.now };
      await tx.manager.update(ResumeQuestionRow, { id: row.id }, change);
      if (interview && state === 'approved') {
        const version = await this.positions.version(interview.positionVersionId, tx.manager);
        await this.invitations.askAboutResume(tx, interview, locked, version.content);
      }
    });
    return this.listOf(application);
  }

  private async listOf(application: Application): Promise<ResumeQuestionList> {
    const version = await this.positions.version(application.positionVersionId);
    const interview = await this.reader.newest(application.id);
    return {
      questions: await this.questions.views(application),
      ...resumeQuestionRules(version.content),
      interview: nowOf(interview),
    };
  }
}

/** The words as HR wrote them, in the candidate's language; Chinese is always there. */
function edited(content: Question, { locale }: Application, text?: string): Question {
  if (text === undefined) return content;
  const own = locales.find((one) => one === locale) ?? 'zh';
  return { ...content, text: { ...content.text, [own]: text } };
}
