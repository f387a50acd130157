import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { CandidateInterview, ConsentInput, DeviceCheck } from '@zhiyu/contracts/interview';
import type { AnswerAgain } from '@zhiyu/contracts/unheard';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Consents } from '../privacy/consents.service.js';
import { BankStore } from '../recruiting/questions/bank-store.js';
import { Not } from 'typeorm';
import { AttemptEnd } from './attempt-end.service.js';
import { Answer, Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import { isOpen } from './interview-view.js';
import { Pauses } from './pauses.service.js';

/** The candidate's steps through the interview. Every one may be repeated and leaves the same. */
@Injectable()
export class CandidateFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly ends: AttemptEnd,
    private readonly pauses: Pauses,
    private readonly bank: BankStore,
  ) {}

  /** @param on where the page was opened; null where that is not told */
  async giveConsents(
    actor: CandidateActor,
    input: ConsentInput,
    on: string | null = null,
  ): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const { companyId, id: personId, applicationId, locale } = actor;
      const { textVersion, facialObservation, browserRecognition, ...usual } = input;
      const { asked } = await this.reader.whose(applicationId, tx.manager);
      const extra = { facialObservation, browserRecognition };
      const choices = {
        ...usual,
        ...Object.fromEntries(asked.map((purpose) => [purpose, extra[purpose]])),
      };
      await this.consents.give(
        tx,
        { companyId, personId, applicationId, textVersion, locale },
        choices,
      );
      if (interview.openedOn === null && on !== null) {
        await tx.manager.update(Interview, { id: interview.id }, { openedOn: on });
      }
      if (interview.state === 'invited' && choices.automatedAssessment) {
        await tx.manager.update(Interview, { id: interview.id }, { state: 'consented' });
      }
      if (!choices.automatedAssessment && interview.state !== 'finished') {
        tx.emit('PersonAsked', companyId, { applicationId });
      }
    });
    return this.reader.candidateView(actor);
  }

  async deviceCheck(actor: CandidateActor, input: DeviceCheck): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      await tx.manager.update(Interview, { id: interview.id }, { device: input });
    });
    return this.reader.candidateView(actor);
  }

  /** Opens the next question: its thinking time begins. An open one stays as it is. */
  async nextQuestion(actor: CandidateActor): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      await this.start(tx, interview, actor);
      await this.pauses.end(tx, interview);
      const parts = await this.reader.parts(interview.id, tx.manager);
      const next = parts.some(isOpen)
        ? undefined
        : parts.find((part) => part.answer.state === 'waiting');
      if (next) {
        const thinkingEndsAt = tx.now + next.question.content.thinkingSeconds * 1000;
        await tx.manager.update(
          Answer,
          { id: next.answer.id },
          { state: 'thinking', thinkingEndsAt },
        );
        const { companyId, applicationId, id: interviewId } = interview;
        const payload = {
          applicationId,
          interviewId,
          answerId: next.answer.id,
          index: next.question.position,
        };
        const { bank } = next.question.content;
        if (bank) {
          await this.bank.asked(tx, { companyId, code: bank.code, answerId: next.answer.id });
        }
        tx.emit('QuestionAsked', companyId, payload);
      }
    });
    return this.reader.candidateView(actor);
  }

  /** A recording that nobody can hear: this one question is asked once more, with its whole time. */
  async again(actor: CandidateActor, { answerId }: AnswerAgain): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const parts = await this.reader.parts(interview.id, tx.manager);
      if (parts.find(isOpen)?.answer.id === answerId) {
        return;
      }
      const { content } = await this.reader.whose(actor.applicationId, tx.manager);
      const unheard = await this.reader.unheard(interview, parts, content, tx.manager);
      const part = unheard.find(({ answer }) => answer.id === answerId);
      if (!part || parts.some(isOpen)) {
        throw new AppError('questionNotOpen');
      }
      await this.pauses.end(tx, interview);
      const thinkingEndsAt = tx.now + part.question.content.thinkingSeconds * 1000;
      const again = { state: 'thinking' as const, thinkingEndsAt, chosenAttemptId: null };
      await tx.manager.update(Answer, { id: answerId }, again);
    });
    return this.reader.candidateView(actor);
  }

  /** Hands in. Questions that were not answered stay unanswered: the report says so. */
  async finish(actor: CandidateActor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (interview.state === 'running') {
        await this.complete(tx, interview);
      } else if (interview.state !== 'finished') {
        throw new AppError('interviewClosed');
      }
    });
  }

  /** Ends an interview once; an answer that was given but not chosen yet counts with its newest attempt. */
  async complete(tx: Tx, interview: Interview): Promise<void> {
    const { affected } = await tx.manager.update(
      Interview,
      { id: interview.id, state: Not('finished') },
      { state: 'finished', finishedAt: tx.now },
    );
    if (affected !== 1) {
      return;
    }
    for (const part of await this.reader.parts(interview.id, tx.manager)) {
      const open = part.answer.state !== 'done';
      const newest = open ? await this.ends.newest(tx, part, interview.applicationId) : null;
      if (newest) {
        await tx.manager.update(
          Answer,
          { id: part.answer.id },
          { state: 'done', chosenAttemptId: newest.id },
        );
      }
    }
    const { companyId, applicationId, id: interviewId } = interview;
    tx.emit('InterviewCompleted', companyId, { applicationId, interviewId });
  }

  private async start(tx: Tx, interview: Interview, actor: CandidateActor): Promise<void> {
    const consents = await this.consents.of(actor.applicationId, tx.manager);
    if (interview.state === 'invited' || !consents.automatedAssessment) {
      throw new AppError('consentMissing');
    }
    if (interview.state === 'running' && interview.deadline > tx.now) {
      return;
    }
    if (interview.state !== 'consented' || interview.deadline < tx.now) {
      throw new AppError('interviewClosed');
    }
    await tx.manager.update(
      Interview,
      { id: interview.id },
      { state: 'running', startedAt: tx.now },
    );
    const { companyId, applicationId, id: interviewId } = interview;
    tx.emit('InterviewStarted', companyId, { applicationId, interviewId });
  }
}
