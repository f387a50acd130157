import { Injectable, type OnModuleInit } from '@nestjs/common';
import { decisionReasons } from '@zhiyu/contracts/application';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { IsNull } from 'typeorm';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import { noticeCard } from '../notify/cards/notice.card.js';
import {
  screeningChoice,
  screeningReviewCard,
  screeningReviewDecided,
  type ScreeningReviewProps,
} from '../notify/cards/screening-review.card.js';
import { staffLocale } from '../notify/cards/staff-locale.js';
import { lateMessage } from '../notify/late-press.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { PromiseRow } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { ruleWords } from '../recruiting/screening-words.js';
import { Screenings } from '../recruiting/screenings.service.js';
import { SignIn } from '../staff/sign-in.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { Audience } from './audience.js';
import { Decisions, type Outcome, reasonOf } from './decisions.service.js';
import { InvitationFlow } from './invitation.flow.js';
import { pages } from './pages.js';
import { afterScreening } from './rules.js';

const topicOf = (applicationId: string, round: number) => `screening:${applicationId}:${round}`;

/** After the rules have read the résumé: invite by setting, or ask HR. The candidate hears that it arrived. */
@Injectable()
export class ScreeningFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly invitationFlow: InvitationFlow,
    private readonly decisions: Decisions,
    private readonly audience: Audience,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly signIn: SignIn,
    private readonly screenings: Screenings,
  ) {}

  onModuleInit(): void {
    this.actions.on('screeningReview', (tx, press) => this.pressed(tx, press));
  }

  @OnEvent('ScreeningDecided', 'workflow')
  async decided(event: EventJob<'ScreeningDecided'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const application = await this.pipeline.find(tx, event.payload.applicationId);
      if (application?.stage !== 'screening') {
        return;
      }
      const whose = await this.reader.whose(application.id, tx.manager);
      whose.application = application;
      await this.received(tx, whose);
      if (afterScreening(event.payload.outcome, whose.content.automation) === 'invite') {
        await this.invitationFlow.invite(tx, application);
        await this.pipeline.nextRound(tx, application);
        return;
      }
      await this.cards.send(tx, {
        kind: 'screeningReview',
        topic: topicOf(application.id, application.round),
        companyId: application.companyId,
        applicationId: application.id,
        personId: application.personId,
        recipients: await this.audience.hr(tx.manager, whose),
        content: screeningReviewCard(await this.props(tx, whose)),
      });
    });
  }

  /** After a decision made in the file the card shows it. */
  async showDecided(tx: Tx, outcome: Outcome): Promise<void> {
    const { application, decision } = outcome;
    const there = await this.cards.byTopic(tx.manager, topicOf(application.id, decision.round));
    if (there?.row.state === 'open') {
      await this.cards.change(tx, there.row.id, await this.decidedContent(tx, outcome), 'done');
    }
  }

  private async pressed(tx: Tx, { row, action }: CardPress): Promise<PressOutcome> {
    const actor = await this.signIn.actorOfPress(action.actor.id, tx.manager);
    const kinds: Record<string, 'pass' | 'reject'> = { invite: 'pass', reject: 'reject' };
    const kind = kinds[action.action];
    if (!actor || !kind || !row.applicationId) {
      throw new AppError('notAllowed');
    }
    const outcome = await this.decisions.decide(
      tx,
      {
        applicationId: row.applicationId,
        kind,
        reason: kind === 'pass' ? 'meetsRequirement' : reasonOf(action.value, decisionReasons),
        note: action.text ?? '',
        actor,
        ground: 'card',
      },
      Number(row.topic.split(':')[2]),
    );
    const content = await this.decidedContent(tx, outcome);
    const title = content.blocks.find((block) => block.type === 'record')?.title ?? '';
    const late = () =>
      lateMessage({
        locale: content.locale,
        happened: title,
        earlierMs: tx.now - outcome.decision.at,
        pressed: screeningChoice(kind, staffLocale(content.locale)),
      });
    return {
      effective: outcome.effective,
      message: outcome.effective ? title : late(),
      content,
      state: 'done',
    };
  }

  private async decidedContent(tx: Tx, outcome: Outcome) {
    const { decision, byName, application } = outcome;
    const whose = await this.reader.whose(application.id, tx.manager);
    const invited = decision.kind === 'pass';
    const reason = invited ? null : reasonOf(decision.reason, decisionReasons);
    const decided = { invited, byName: byName ?? '', at: decision.at, reason };
    return screeningReviewDecided(await this.props(tx, whose), decided);
  }

  /** 'Received, an answer by …' to the candidate, where the application came with a promise. */
  private async received(tx: Tx, whose: Whose): Promise<void> {
    const { application, locale, content } = whose;
    const promise = await this.openPromise(tx, application.id);
    if (!promise) {
      return;
    }
    const props = {
      locale,
      positionName: textIn(content.name, locale),
      now: tx.now,
      href: pages.status,
    };
    await this.cards.send(tx, {
      kind: 'notice',
      topic: `received:${application.id}`,
      companyId: application.companyId,
      applicationId: application.id,
      personId: application.personId,
      recipients: this.audience.candidate(whose),
      content: noticeCard(props, {
        about: 'received',
        contactName: whose.contactName,
        answerBy: promise.dueAt,
      }),
    });
  }

  private openPromise(tx: Tx, applicationId: string): Promise<PromiseRow | null> {
    return tx.manager.findOneBy(PromiseRow, { applicationId, keptAt: IsNull() });
  }

  private async props(tx: Tx, whose: Whose): Promise<ScreeningReviewProps> {
    const { application } = whose;
    const rules = (await this.screenings.of(application, tx.manager))?.rules ?? [];
    const promise = await this.openPromise(tx, application.id);
    const locale = await staffLanguageOf(tx.manager, application.companyId);
    return {
      locale,
      candidateName: whose.candidateName,
      positionName: textIn(whose.content.name, locale),
      appliedAt: application.createdAt,
      now: tx.now,
      held: rules.filter((rule) => rule.outcome === 'held').length,
      // The card names the line itself.
      open: rules.flatMap((one) => {
        const { outcome, line, lineText } = one;
        return outcome === 'held' ? [] : [{ ...ruleWords(one, locale), outcome, line, lineText }];
      }),
      promiseAt: promise?.dueAt ?? null,
      resumeHref: pages.resume(application.id),
    };
  }
}
