import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import { contentOf, type Recipient } from '../notify/card-content.js';
import { type Asked, requestCard, requestDone } from '../notify/cards/request.card.js';
import type { RequestOutcome } from '../notify/cards/request.words.js';
import { type RequestAnswer, requestAnswerCard } from '../notify/cards/request-answer.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { CandidateRequest } from '../privacy/request.entity.js';
import { Requests } from '../privacy/requests.service.js';
import { SignIn } from '../staff/sign-in.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { StaffService } from '../staff/staff.service.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';
import { RequestEffects } from './request-effects.js';

const outcomes: Partial<Record<string, RequestOutcome>> = {
  grant: 'granted',
  refuse: 'refused',
  answer: 'answered',
};
const topicOf = (request: CandidateRequest) => `request:${request.id}`;

/** Requests of candidates: a card to those who can answer, one press, and the answer on the candidate's way. */
@Injectable()
export class RequestFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly effects: RequestEffects,
    private readonly reader: InterviewReader,
    private readonly audience: Audience,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly signIn: SignIn,
    private readonly staff: StaffService,
  ) {}

  onModuleInit(): void {
    this.actions.on('request', (tx, press) => this.pressed(tx, press));
  }

  /** Writes the request down and asks. @param of `text`: the candidate's words; `dueAt`: by when it is answered */
  async ask(
    tx: Tx,
    whose: Whose,
    of: { asked: Asked; dueAt: number; text: string },
  ): Promise<void> {
    const { application } = whose;
    const { companyId, id: applicationId, personId } = application;
    const { asked, dueAt, text } = of;
    const facts = {
      ...(asked.kind === 'extension' ? { days: asked.days } : {}),
      ...(asked.kind === 'accommodation' ? { accommodations: [...asked.kinds] } : {}),
    };
    const request = await this.requests.ask(
      tx,
      { companyId, applicationId, personId },
      { kind: asked.kind, facts, text, dueAt },
    );
    const locale = await staffLanguageOf(tx.manager, companyId);
    await this.cards.send(tx, {
      ...{ kind: 'request', topic: topicOf(request), companyId, applicationId, personId },
      recipients: await this.whoAnswers(tx, whose, asked.kind),
      content: requestCard({
        locale,
        candidateName: whose.candidateName,
        positionName: textIn(whose.content.name, locale),
        now: tx.now,
        dueAt,
        href: pages.file(applicationId),
        asked,
      }),
    });
    const remindAt = tx.now + Math.floor(((dueAt - tx.now) * 2) / 3);
    tx.enqueue('request.remind', { requestId: request.id }, { runAt: remindAt });
  }

  /** Who answered, by id. */
  namesOf(requests: Pick<CandidateRequest, 'answeredBy'>[]): Promise<Map<string, string>> {
    return this.staff.namesOf(requests.map((one) => one.answeredBy));
  }

  /** Two thirds of the time are over: the lead has the card too. */
  @OnJob('request.remind')
  async remind({ requestId }: JobMap['request.remind']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const request = await tx.manager.findOneByOrFail(CandidateRequest, { id: requestId });
      const found = await this.cards.byTopic(tx.manager, topicOf(request));
      if (request.state !== 'open' || !found) {
        return;
      }
      const { companyId, applicationId, personId } = request;
      const whose = await this.reader.whose(applicationId, tx.manager);
      await this.cards.send(tx, {
        ...{ kind: 'request', topic: topicOf(request), companyId, applicationId, personId },
        recipients: await this.audience.lead(tx.manager, whose),
        content: contentOf(found.card),
      });
    });
  }

  /** A second look is the lead's; everything else the responsible HR's. */
  private async whoAnswers(tx: Tx, whose: Whose, kind: Asked['kind']): Promise<Recipient[]> {
    const lead = kind === 'review' ? await this.audience.lead(tx.manager, whose) : [];
    return lead.length > 0 ? lead : this.audience.hr(tx.manager, whose);
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const state = outcomes[action.action];
    const actor = await this.signIn.actorOfPress(action.actor.id, tx.manager);
    if (!state) {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    if (!actor) {
      throw new AppError('notAllowed');
    }
    const id = row.topic.split(':')[1] ?? '';
    const request = await tx.manager.findOneByOrFail(CandidateRequest, { id });
    const text = state === 'granted' ? '' : (action.text ?? '').trim();
    const names = await this.staff.namesOf([actor.id], tx.manager);
    const byName = names.get(actor.id) ?? '';
    await this.requests.answer(tx, request, { state, text, by: actor.id });
    const whose = await this.reader.whose(request.applicationId, tx.manager);
    const told = await this.effects.of(tx, { request, state, by: actor.id });
    await this.tell(tx, whose, { request, told, byName, text });
    const content = requestDone(contentOf(card), { outcome: state, byName, at: tx.now, text });
    return { effective: true, message: '', content, state: 'done' };
  }

  private async tell(
    tx: Tx,
    whose: Whose,
    of: { request: CandidateRequest; told: RequestAnswer; byName: string; text: string },
  ): Promise<void> {
    const { request, told, byName, text } = of;
    const { companyId, applicationId, personId } = request;
    const { locale } = whose;
    const positionName = textIn(whose.content.name, locale);
    await this.cards.send(tx, {
      ...{ kind: 'notice', topic: `answer:${request.id}`, companyId, applicationId, personId },
      recipients: this.audience.candidate(whose),
      content: requestAnswerCard(
        { locale, positionName, now: tx.now, byName, text, href: pages.status },
        told,
      ),
    });
  }
}
