import { Injectable } from '@nestjs/common';
import type { Decide, DecisionReason, Stage } from '@zhiyu/contracts/application';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { Question } from '@zhiyu/contracts/position';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import { noticeCard } from '../notify/cards/notice.card.js';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/database/database.js';
import { type Application, Decision } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { decidable } from '../recruiting/pipeline.states.js';
import { Reports } from '../scoring/reports.service.js';
import { requireOn } from '../staff/access.js';
import { StaffService } from '../staff/staff.service.js';
import { Audience } from './audience.js';
import { InvitationFlow } from './invitation.flow.js';
import { pages } from './pages.js';
import { Results } from './results.js';

const supplementaryDays = 3;
const supplementaryThinking = 60;
const supplementaryAnswer = 180;

export interface Wanted extends Omit<Decide, 'id'> {
  applicationId: string;
  /** Who decides; null when a setting does, with its ground. */
  actor: StaffActor | null;
  ground: string;
}

/** What came of it: `decision` is the one that counts, whoever made it. */
export interface Outcome {
  effective: boolean;
  decision: Decision;
  byName: string | null;
  whose: Whose;
}

/** After a pass the application goes on to here. */
const afterPass: Partial<Record<Stage, Stage>> = {
  aiInterview: 'hrInterview',
  review: 'hrInterview',
  hrInterview: 'final',
  final: 'offer',
};

/** A question in a person's own words: asked, recorded and read, but without anchors nothing to score it by. */
function ownQuestion(text: string, whose: Whose): Question {
  const [first] = whose.content.questions;
  if (!first) {
    throw new AppError('notFound');
  }
  const times = { thinkingSeconds: supplementaryThinking, answerSeconds: supplementaryAnswer };
  const code = 'supplementary';
  return {
    code,
    kind: 'behavioural',
    dimensions: [],
    text: { zh: text },
    ...times,
    anchors: first.anchors,
    indicators: [],
  };
}

/** Decisions: one a round, first come; each with all that follows from it, in one transaction. */
@Injectable()
export class Decisions {
  constructor(
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
    private readonly invitationFlow: InvitationFlow,
    private readonly results: Results,
    private readonly reports: Reports,
    private readonly staff: StaffService,
    private readonly audience: Audience,
    private readonly cards: Cards,
  ) {}

  /**
   * @param round the round the person was looking at; an older one was decided by somebody else.
   * @throws notAllowed, stageRefused when nothing is to be decided in this stage.
   */
  async decide(tx: Tx, wanted: Wanted, round: number | null): Promise<Outcome> {
    const application = await this.pipeline.lock(tx, wanted.applicationId);
    const whose = await this.reader.whose(application.id, tx.manager);
    whose.application = application;
    if (wanted.actor) {
      requireOn(wanted.actor, 'application.decide', whose.position);
    }
    const asked = round ?? application.round;
    const earlier = await tx.manager.findOneBy(Decision, {
      applicationId: application.id,
      round: asked,
    });
    if (earlier) {
      return this.outcome(tx, false, earlier, whose);
    }
    if (asked !== application.round || !decidable.includes(application.stage)) {
      throw new AppError('stageRefused', { from: application.stage, to: wanted.kind });
    }
    const { kind, reason, note, ground } = wanted;
    const id = await this.pipeline.decide(tx, {
      application,
      kind,
      reason,
      note,
      decidedBy: wanted.actor?.id ?? null,
      ground,
    });
    const decision = await tx.manager.findOneByOrFail(Decision, {
      applicationId: application.id,
      round: asked,
    });
    if (id !== null) {
      await this.follow(tx, { wanted, whose, decision });
    }
    return this.outcome(tx, id !== null, decision, whose);
  }

  private async outcome(
    tx: Tx,
    effective: boolean,
    decision: Decision,
    whose: Whose,
  ): Promise<Outcome> {
    const names = await this.staff.namesOf([decision.decidedBy], tx.manager);
    return { effective, decision, byName: names.get(decision.decidedBy ?? '') ?? null, whose };
  }

  private async follow(
    tx: Tx,
    of: { wanted: Wanted; whose: Whose; decision: Decision },
  ): Promise<void> {
    const { wanted, whose, decision } = of;
    const { application } = whose;
    switch (wanted.kind) {
      case 'pass':
        await this.pass(tx, whose, decision);
        break;
      case 'reject': {
        await this.closeInterview(tx, application);
        await this.pipeline.move(tx, application, 'rejected');
        await this.pipeline.keepPromises(tx, application);
        await this.results.notSelected(tx, await this.resultOf(tx, whose, decision));
        return;
      }
      case 'askMore':
        await this.askMore(tx, whose, wanted);
        break;
      case 'hold':
        break;
    }
    await this.pipeline.nextRound(tx, application);
  }

  private async pass(tx: Tx, whose: Whose, decision: Decision): Promise<void> {
    const { application } = whose;
    if (application.stage === 'screening') {
      await this.invitationFlow.invite(tx, application);
      return;
    }
    const next = afterPass[application.stage];
    if (!next) {
      throw new AppError('stageRefused', { from: application.stage, to: 'pass' });
    }
    const toPeople = next === 'hrInterview';
    await this.closeInterview(tx, application);
    await this.pipeline.move(tx, application, next);
    await this.pipeline.keepPromises(tx, application);
    if (toPeople) {
      await this.results.passed(tx, await this.resultOf(tx, whose, decision));
    }
  }

  /** A decision while the machine's interview is open ends it: nobody answers for nothing. */
  private async closeInterview(tx: Tx, application: Application): Promise<void> {
    const interview = await this.reader.newest(application.id, tx.manager);
    if (interview && ['invited', 'consented', 'running'].includes(interview.state)) {
      await tx.manager.update(Interview, { id: interview.id }, { state: 'cancelled' });
    }
  }

  private async resultOf(tx: Tx, whose: Whose, decision: Decision) {
    const names = await this.staff.namesOf([decision.decidedBy], tx.manager);
    const report = await this.reports.ofApplication(whose.application.id, tx.manager);
    const deciderName = names.get(decision.decidedBy ?? '') ?? '';
    return { whose, deciderName, note: '', report, round: decision.round };
  }

  private async askMore(tx: Tx, whose: Whose, wanted: Wanted): Promise<void> {
    const { application, locale } = whose;
    const interview = await this.reader.newest(application.id, tx.manager);
    const text = wanted.question?.trim() ?? '';
    if (!interview || application.stage !== 'review' || text === '') {
      throw new AppError('invalidInput', {}, [{ path: 'question', message: 'needed' }]);
    }
    const askerName = wanted.actor?.name ?? whose.contactName;
    const content = ownQuestion(text, whose);
    await this.invitations.addQuestion(tx, interview, {
      content,
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
