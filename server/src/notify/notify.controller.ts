import { hash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type { CardAction, Inbox, PressInput, PressResult } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind, type Http } from '../platform/http/bind.js';
import { keyOf } from '../platform/http/idempotency.interceptor.js';
import { Cards } from './cards.service.js';

/** A press on the web page as every channel's press: one person's key names one event. */
function webPress(actor: CardAction['actor'], input: PressInput, http: Http): CardAction {
  const key = keyOf(http.reply.request);
  const eventId = hash('sha256', `${actor.kind}:${actor.id} ${key}`);
  const { cardId, action, value, text } = input;
  return { cardId, action, value, text, actor, source: 'console', eventId };
}

@Controller()
export class NotifyController {
  constructor(private readonly cards: Cards) {}

  @Bind(routes.inbox)
  @Can('inbox.use')
  inbox(actor: StaffActor, _input: Nothing): Promise<Inbox> {
    return this.cards.inbox({ kind: 'staff', id: actor.id });
  }

  @Bind(routes.seenInbox)
  @Can('inbox.use')
  async seen(actor: StaffActor): Promise<Done> {
    await this.cards.seen({ kind: 'staff', id: actor.id });
    return { done: true };
  }

  @Bind(routes.seenCandidateInbox)
  @Can('own.view')
  async candidateSeen(actor: CandidateActor): Promise<Done> {
    await this.cards.seen({ kind: 'candidate', id: actor.applicationId });
    return { done: true };
  }

  @Bind(routes.press, { keepsAnswers: true })
  @Can('inbox.use', { object: 'cardId' })
  press(actor: StaffActor, input: PressInput, _file: Buffer, http: Http): Promise<PressResult> {
    return this.cards.press(
      webPress({ kind: 'staff', id: actor.id }, input, http),
      input.seenVersion,
    );
  }

  @Bind(routes.candidateInbox)
  @Can('own.view')
  candidateInbox(actor: CandidateActor, _input: Nothing): Promise<Inbox> {
    return this.cards.inbox({ kind: 'candidate', id: actor.applicationId });
  }

  @Bind(routes.candidatePress, { keepsAnswers: true })
  @Can('own.decide', { object: 'cardId' })
  candidatePress(
    actor: CandidateActor,
    input: PressInput,
    _file: Buffer,
    http: Http,
  ): Promise<PressResult> {
    return this.cards.press(
      webPress({ kind: 'candidate', id: actor.applicationId }, input, http),
      input.seenVersion,
    );
  }
}
