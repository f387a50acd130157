import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { CandidateFlow } from '../interviews/candidate-flow.service.js';
import { Arrangement } from '../interviews/entities/arrangement.entity.js';
import { Answer, Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import {
  invitationCard,
  invitationDone,
  invitationExpired,
  invitationLater,
  invitationPerson,
} from '../notify/cards/invitation.card.js';
import { noticeCard, personAskedCard, type PersonWish } from '../notify/cards/notice.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { Audience } from './audience.js';
import { InvitationCards, invitationTopic } from './invitation-cards.js';
import { pages } from './pages.js';
import { Wordings } from './wordings.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The invitation: sent, put off, reminded of, expired; a person instead of the machine. */
@Injectable()
export class InvitationFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly reader: InterviewReader,
    private readonly flow: CandidateFlow,
    private readonly pipeline: Pipeline,
    private readonly audience: Audience,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly wordings: Wordings,
    private readonly open: InvitationCards,
  ) {}

  onModuleInit(): void {
    this.actions.on('invitation', (tx, press) => this.pressed(tx, press));
  }

  /** Makes the interview, moves the application and sends the card. */
  async invite(tx: Tx, application: Application): Promise<Interview> {
    const whose = await this.reader.whose(application.id, tx.manager);
    const { interview } = await this.invitations.invite(tx, application, whose.content);
    await this.pipeline.move(tx, application, 'aiInterview');
    await this.pipeline.keepPromises(tx, application);
    await this.cards.send(tx, {
      kind: 'invitation',
      topic: invitationTopic(interview),
      companyId: application.companyId,
      applicationId: application.id,
      personId: application.personId,
      recipients: this.audience.candidate(whose),
      content: invitationCard(await this.open.props(tx, whose, interview)),
      wording: await this.wordings.of(tx, whose, {
        kind: 'invitation',
        deadline: interview.deadline,
      }),
    });
    const payload = {
      applicationId: application.id,
      interviewId: interview.id,
      deadline: interview.deadline,
    };
    tx.emit('InvitationSent', application.companyId, payload);
    return interview;
  }

  /**
   * The candidate would rather talk to a person, or needs another time: HR hears of it with a date; nothing is lost by
   * asking.
   */
  async askPerson(
    tx: Tx,
    applicationId: string,
    wish: PersonWish = 'person',
  ): Promise<{ whose: Whose; answerBy: number }> {
    const locked = await this.pipeline.lock(tx, applicationId);
    const whose = await this.reader.whose(applicationId, tx.manager);
    const { application, content } = whose;
    const topic = `${wish}:${applicationId}`;
    const asked = await this.cards.byTopic(tx.manager, topic);
    const given = asked ? await this.pipeline.newestPromise(tx, locked) : null;
    if (given?.keptAt === null) {
      // Asked before and not answered yet: the date that was given stays.
      return { whose, answerBy: given.dueAt };
    }
    const answerBy = tx.now + content.plan.answerHours * hourMs;
    const recipients = await this.audience.hr(tx.manager, whose);
    const kind = 'answerApplication' as const;
    await this.pipeline.promise(tx, application, {
      kind,
      dueAt: answerBy,
      byStaffId: whose.position.ownerId,
    });
    const locale = await staffLanguageOf(tx.manager, application.companyId);
    await this.cards.send(tx, {
      kind: 'notice',
      topic,
      companyId: application.companyId,
      applicationId,
      personId: application.personId,
      recipients,
      content: personAskedCard({
        locale,
        wish,
        candidateName: whose.candidateName,
        positionName: textIn(content.name, locale),
        now: tx.now,
        answerBy,
        href: pages.file(applicationId),
      }),
    });
    return { whose, answerBy };
  }

  @OnEvent('PersonAsked', 'workflow')
  async personAsked(event: EventJob<'PersonAsked'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.personInstead(tx, event.payload.applicationId);
    });
  }

  /** A person instead of the machine, also where the invitation lies. @returns by when HR writes, ms */
  async personInstead(tx: Tx, applicationId: string): Promise<number> {
    const { whose, answerBy } = await this.askPerson(tx, applicationId);
    const interview = await this.reader.newest(applicationId, tx.manager);
    await this.open.change(tx, interview, async (of) =>
      invitationPerson(await this.open.props(tx, whose, of), answerBy),
    );
    return answerBy;
  }

  /**
   * Puts the open invitation off until tomorrow, as its card's button does.
   * @returns when the candidate is reminded, ms; null where the card offers it no more
   */
  async postpone(tx: Tx, interview: Interview): Promise<number | null> {
    const found = await this.cards.byTopic(tx.manager, invitationTopic(interview));
    const offered = found?.card.buttons.some(({ action }) => action === 'later') ?? false;
    if (!offered || found?.row.state !== 'open' || interview.deadline - hourMs <= tx.now) {
      return null;
    }
    const whose = await this.reader.whose(interview.applicationId, tx.manager);
    const remindAt = this.remindLater(tx, interview);
    const content = invitationLater(await this.open.props(tx, whose, interview), remindAt);
    await this.cards.change(tx, found.row.id, content, 'open');
    return remindAt;
  }

  private remindLater(tx: Tx, interview: Interview): number {
    const runAt = Math.min(tx.now + dayMs, interview.deadline - hourMs);
    tx.enqueue('invitation.remind', { interviewId: interview.id }, { runAt });
    return runAt;
  }

  @OnEvent('InterviewCompleted', 'workflow.invitation')
  async completed(event: EventJob<'InterviewCompleted'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await tx.manager.findOneByOrFail(Interview, {
        id: event.payload.interviewId,
      });
      const whose = await this.reader.whose(interview.applicationId, tx.manager);
      const at = interview.finishedAt ?? event.at;
      await this.open.change(tx, interview, async (of) =>
        invitationDone(await this.open.props(tx, whose, of), at),
      );
    });
  }

  @OnJob('invitation.remind')
  async remind(job: JobMap['invitation.remind']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await tx.manager.findOneByOrFail(Interview, { id: job.interviewId });
      const path = await this.invitations.pathOf(interview, tx.manager);
      if (
        !['invited', 'consented', 'running'].includes(interview.state) ||
        interview.deadline < tx.now ||
        (await this.chosenAgain(tx, job)) ||
        !path
      ) {
        return;
      }
      const whose = await this.reader.whose(interview.applicationId, tx.manager);
      const { application, locale, content } = whose;
      const props = { locale, positionName: textIn(content.name, locale), now: tx.now, href: path };
      await this.cards.send(tx, {
        kind: 'notice',
        topic: `remind:${interview.id}:${Math.floor(tx.now / hourMs)}`,
        companyId: interview.companyId,
        applicationId: application.id,
        personId: application.personId,
        recipients: this.audience.candidate(whose),
        content: noticeCard(props, { about: 'reminder', deadline: interview.deadline }),
        wording: await this.wordings.of(tx, whose, {
          kind: 'reminder',
          deadline: interview.deadline,
        }),
      });
    });
  }

  /** The candidate has chosen another time since. */
  private async chosenAgain(tx: Tx, job: JobMap['invitation.remind']): Promise<boolean> {
    const { interviewId, chosenAt } = job;
    const row = await tx.manager.findOneBy(Arrangement, { interviewId });
    return chosenAt !== undefined && row?.remindAt !== chosenAt;
  }

  /** At the deadline: what was answered counts; with no answer the invitation has run out. */
  @OnJob('invitation.expire')
  async expire(job: JobMap['invitation.expire']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await tx.manager.findOneByOrFail(Interview, { id: job.interviewId });
      if (
        !['invited', 'consented', 'running'].includes(interview.state) ||
        interview.deadline > tx.now
      ) {
        return;
      }
      const done = await tx.manager.countBy(Answer, { interviewId: interview.id, state: 'done' });
      if (done > 0) {
        await this.flow.complete(tx, interview);
        return;
      }
      await tx.manager.update(Interview, { id: interview.id }, { state: 'expired' });
      const whose = await this.reader.whose(interview.applicationId, tx.manager);
      await this.open.change(tx, interview, async (of) =>
        invitationExpired(await this.open.props(tx, whose, of)),
      );
    });
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const interview = await tx.manager.findOneByOrFail(Interview, {
      id: row.topic.split(':')[1] ?? '',
    });
    const whose = await this.reader.whose(interview.applicationId, tx.manager);
    const props = await this.open.props(tx, whose, interview);
    if (action.action === 'later') {
      const remindAt = this.remindLater(tx, interview);
      return {
        effective: true,
        message: '',
        content: invitationLater(props, remindAt),
        state: 'open',
      };
    }
    if (action.action !== 'person') {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    const { answerBy } = await this.askPerson(tx, interview.applicationId);
    return {
      effective: true,
      message: '',
      content: invitationPerson(props, answerBy),
      state: 'open',
    };
  }
}
