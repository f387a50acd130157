import { Injectable } from '@nestjs/common';
import type { RequestState } from '@zhiyu/contracts/requests';
import { AppError } from '@zhiyu/contracts/errors';
import { Arrangements } from '../interviews/arrangements.service.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import type { RequestAnswer } from '../notify/cards/request-answer.card.js';
import type { Tx } from '../platform/database/database.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { mayMove } from '../recruiting/pipeline.states.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import type { CandidateRequest } from '../privacy/request.entity.js';
import { Requests } from '../privacy/requests.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { CandidateChoices } from './candidate-choices.service.js';
import { InvitationCards } from './invitation-cards.js';

/** Between the yes and the erasure: so long the message has to arrive, and the candidate to change his mind. */
export const erasureWaitMs = 24 * 3_600_000;

export interface AnsweredRequest {
  request: CandidateRequest;
  state: Exclude<RequestState, 'open'>;
  /** Who answered. */
  by: string;
}

/** What an answer to a request changes, and what the candidate is told of it. */
@Injectable()
export class RequestEffects {
  constructor(
    private readonly arrangements: Arrangements,
    private readonly reader: InterviewReader,
    private readonly pipeline: Pipeline,
    private readonly requests: Requests,
    private readonly invitationCards: InvitationCards,
    private readonly choices: CandidateChoices,
  ) {}

  async of(tx: Tx, answered: AnsweredRequest): Promise<RequestAnswer> {
    await this.pipeline.lock(tx, answered.request.applicationId);
    switch (answered.request.kind) {
      case 'erasure':
        return this.erasure(tx, answered);
      case 'review':
        return this.review(tx, answered);
      case 'extension':
        return this.extension(tx, answered);
      case 'accommodation':
        return this.accommodation(tx, answered);
      default:
        return this.words(tx, answered);
    }
  }

  private async extension(tx: Tx, { request, state, by }: AnsweredRequest): Promise<RequestAnswer> {
    const interview = await this.reader.newest(request.applicationId, tx.manager);
    if (state !== 'granted' || !interview) {
      return { about: 'notExtended' };
    }
    await this.arrangements.extend(tx, interview, { days: request.facts.days ?? 1, by });
    await this.invitationCards.showAgain(tx, interview, null);
    return { about: 'extended', deadline: interview.deadline };
  }

  private async accommodation(
    tx: Tx,
    { request, state, by }: AnsweredRequest,
  ): Promise<RequestAnswer> {
    const interview = await this.reader.newest(request.applicationId, tx.manager);
    const kinds = request.facts.accommodations ?? [];
    if (state !== 'granted' || !interview) {
      return { about: 'notAccommodated' };
    }
    await this.arrangements.grant(tx, interview, { kinds, by });
    return { about: 'accommodated', kinds };
  }

  /** Whatever of this person is under way ends now; the data go when the candidate has been told. */
  private async erasure(tx: Tx, { request, state }: AnsweredRequest): Promise<RequestAnswer> {
    if (state !== 'granted') {
      return { about: 'notErased' };
    }
    const { personId, id: requestId } = request;
    if (await tx.manager.existsBy(StaffUser, { personId, active: true })) {
      throw new AppError('conflict');
    }
    for (const { id } of await tx.manager.findBy(Application, { personId })) {
      await this.choices.leave(tx, id);
    }
    const at = tx.now + erasureWaitMs;
    tx.enqueue('person.erase', { requestId }, { runAt: at });
    return { about: 'erased', at };
  }

  /** Agreeing to a second look puts the application back among those that wait for a decision. */
  private async review(tx: Tx, answered: AnsweredRequest): Promise<RequestAnswer> {
    const { request, state } = answered;
    const application = await this.pipeline.lock(tx, request.applicationId);
    if (state === 'granted' && mayMove(application.stage, 'review')) {
      await this.pipeline.move(tx, application, 'review', application.round + 1);
      return { about: 'reopened' };
    }
    return this.words(tx, answered);
  }

  private async words(tx: Tx, { request }: AnsweredRequest): Promise<RequestAnswer> {
    const all = await this.requests.of(request.applicationId, tx.manager);
    const asked = all.find((one) => one.id === request.id)?.text ?? '';
    return { about: request.kind === 'review' ? 'review' : 'question', asked };
  }
}
