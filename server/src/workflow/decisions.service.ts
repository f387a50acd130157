import { Injectable } from '@nestjs/common';
import type { Decide, DecisionReason } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import { ownQuestion } from '../interviews/own-question.js';
import { refuseUnlawful } from '../interviews/unlawful-topics.js';
import { noticeCard } from '../notify/cards/notice.card.js';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/database/database.js';
import { type Application, Decision } from '../recruiting/entities/application.entity.js';
import { mayDecideOn } from '../recruiting/deciding.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Offers } from '../recruiting/offers/offers.service.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { decidable } from '../recruiting/pipeline.states.js';
import { requireOn } from '../staff/access.js';
import { StaffService } from '../staff/staff.service.js';
import { Audience } from './audience.js';
import { InvitationFlow } from './invitation.flow.js';
import { pages } from './pages.js';

const supplementaryDays = 3;

export interface Wanted extends Omit<Decide, 'id'> {
  applicationId: string;
  /** Who decides; null when a setting does, with its ground. */
  actor: StaffActor | null;
  ground: string;
}

/** What came of it: `decision` is the one that counts, whoever made it. */
export interface Outcome {
  effective: boolean;
  application: Application;
  decision: Decision;
  /** Null when a setting decided. */
  byName: string | null;
  /** What the decider wrote; empty when nothing. */
  note: string;
}

/** After a pass the application goes on to here. */
const afterPass: Partial<Record<Stage, Stage>> = {
  aiInterview: 'hrInterview',
  review: 'hrInterview',
  hrInterview: 'final',
  final: 'offer',
};

/** Where a pass in this stage leads; none where nothing is decided. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stage === 'screening' ? 'aiInterview' : afterPass[stage];
}

/** Decisions: one a round, first come. What the candidate hears of it follows at once, by a job of its own. */
@Injectable()
export class Decisions {
  constructor(
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
    private readonly invitationFlow: InvitationFlow,
    private readonly staff: StaffService,
    private readonly audience: Audience,
    private readonly cards: Cards,
    private readonly offers: Offers,
  ) {}

  /**
   * @param round the round the person was looking at; an older one was decided by somebody else.
   * @throws notAllowed, stageRefused when nothing is to be decided in this stage.
   */
  async decide(tx: Tx, wanted: Wanted, round: number | null): Promise<Outcome> {
    const { actor } = wanted;
    const application = await this.pipeline.lock(tx, wanted.applicationId);
    await this.mayDecide(tx, actor, application);
    const asked = round ?? application.round;
    const where = { applicationId: application.id, round: asked };
    const earlier = await tx.manager.findOneBy(Decision, where);
    if (earlier) {
      return this.late(tx, application, earlier);
    }
    if (asked !== application.round || !decidable.includes(application.stage)) {
      throw new AppError('stageRefused', { from: application.stage, to: wanted.kind });
    }
    await this.mustBeFree(tx, application, wanted.kind);
    const { kind, reason, note, ground } = wanted;
    const by = { decidedBy: actor?.id ?? null, ground };
    const decision = await this.pipeline.decide(tx, { application, kind, reason, note, ...by });
    if (!decision) {
      return this.late(tx, application, await tx.manager.findOneByOrFail(Decision, where));
    }
    await this.follow(tx, { wanted, application, decision });
    return { effective: true, application, decision, byName: actor?.name ?? null, note };
  }

  /** Where an offer is due there is only a no, and none while the candidate has an offer or has accepted it. */
  private async mustBeFree(tx: Tx, { id, stage }: Application, kind: string): Promise<void> {
    if (stage !== 'offer') {
      return;
    }
    if (kind !== 'reject') {
      throw new AppError('stageRefused', { from: stage, to: kind });
    }
    const offer = await this.offers.newest(id, tx.manager);
    if (offer && ['sent', 'accepted'].includes(offer.state)) {
      throw new AppError('offerStands');
    }
  }

  private async mayDecide(
    tx: Tx,
    actor: StaffActor | null,
    { positionId, stage }: Application,
  ): Promise<void> {
    if (actor) {
      const position = await tx.manager.findOneBy(Position, { id: positionId });
      requireOn(actor, 'application.decide', position);
      if (!mayDecideOn(actor, stage, position)) {
        throw new AppError('notAllowed');
      }
    }
  }

  private async late(tx: Tx, application: Application, decision: Decision): Promise<Outcome> {
    const names = await this.staff.namesOf([decision.decidedBy], tx.manager);
    const byName = names.get(decision.decidedBy ?? '') ?? null;
    const note = await this.pipeline.noteOf(tx, application, decision);
    return { effective: false, application, decision, byName, note };
  }

  private async follow(
    tx: Tx,
    of: { wanted: Wanted; application: Application; decision: Decision },
  ): Promise<void> {
    const { wanted, application, decision } = of;
    switch (wanted.kind) {
      case 'pass':
        return this.pass(tx, application, decision);
      case 'reject':
        await this.closeInterview(tx, application);
        await this.pipeline.move(tx, application, 'rejected');
        this.tell(tx, decision);
        return;
      case 'askMore':
        await this.askMore(tx, application, wanted);
        break;
      case 'hold':
        break;
    }
    await this.pipeline.nextRound(tx, application);
  }

  private async pass(tx: Tx, application: Application, decision: Decision): Promise<void> {
    if (application.stage === 'screening') {
      await this.invitationFlow.invite(tx, application);
      await this.pipeline.nextRound(tx, application);
      return;
    }
    const next = afterPass[application.stage];
    if (!next) {
      throw new AppError('stageRefused', { from: application.stage, to: 'pass' });
    }
    await this.closeInterview(tx, application);
    await this.pipeline.move(tx, application, next, application.round + 1);
    this.tell(tx, decision);
  }

  /** The candidate is answered by a job, so that a press is not kept waiting for a letter. */
  private tell(tx: Tx, { id }: Decision): void {
    tx.enqueue('result.tell', { decisionId: id }, { key: `result.tell:${id}` });
  }

  /** A decision while the machine's interview is open ends it: nobody answers for nothing. */
  private async closeInterview(tx: Tx, application: Application): Promise<void> {
    // In review and later it is finished; asking for more goes back to the interview's stage.
    if (!['screening', 'aiInterview'].includes(application.stage)) {
      return;
    }
    const interview = await this.reader.newest(application.id, tx.manager);
    if (interview && ['invited', 'consented', 'running'].includes(interview.state)) {
      await tx.manager.update(Interview, { id: interview.id }, { state: 'cancelled' });
    }
  }

  private async askMore(tx: Tx, application: Application, wanted: Wanted): Promise<void> {
    const whose = await this.reader.whose(application.id, tx.manager);
    const interview = await this.reader.newest(application.id, tx.manager);
    const text = wanted.question?.trim() ?? '';
    if (!interview || application.stage !== 'review' || text === '') {
      throw new AppError('invalidInput', {}, [{ path: 'question', message: 'needed' }]);
    }
    refuseUnlawful(text);
    const { locale } = whose;
    const askerName = wanted.actor?.name ?? whose.contactName;
    await this.invitations.addQuestion(tx, interview, {
      content: ownQuestion(text, whose.content),
      reason: askerName,
      days: supplementaryDays,
    });
    await this.pipeline.move(tx, application, 'aiInterview');
    const href = (await this.invitations.pathOf(interview, tx.manager)) ?? pages.interview;
    const props = { locale, positionName: textIn(whose.content.name, locale), now: tx.now, href };
    await this.cards.send(tx, {
      kind: 'notice',
      topic: `question:${interview.id}:${application.round}`,
      companyId: application.companyId,
      applicationId: application.id,
      personId: application.personId,
      recipients: this.audience.candidate(whose),
      content: noticeCard(props, { about: 'newQuestion', askerName, deadline: interview.deadline }),
    });
  }
}

/** A reason as the list has it; anything else a press brings counts as `other`. */
export function reasonOf(value: string | null, known: readonly DecisionReason[]): DecisionReason {
  return known.find((one) => one === value) ?? 'other';
}
