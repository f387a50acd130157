import { Injectable } from '@nestjs/common';
import type { RequestState } from '@zhiyu/contracts/requests';
import { Arrangements } from '../interviews/arrangements.service.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import type { RequestAnswer } from '../notify/cards/request-answer.card.js';
import type { Tx } from '../platform/database/database.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import type { CandidateRequest } from '../privacy/request.entity.js';
import { Requests } from '../privacy/requests.service.js';
import { InvitationCards } from './invitation-cards.js';

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
  ) {}

  async of(tx: Tx, answered: AnsweredRequest): Promise<RequestAnswer> {
    await this.pipeline.lock(tx, answered.request.applicationId);
    switch (answered.request.kind) {
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

  private async words(tx: Tx, { request }: AnsweredRequest): Promise<RequestAnswer> {
    const all = await this.requests.of(request.applicationId, tx.manager);
    const asked = all.find((one) => one.id === request.id)?.text ?? '';
    return { about: request.kind === 'review' ? 'review' : 'question', asked };
  }
}
