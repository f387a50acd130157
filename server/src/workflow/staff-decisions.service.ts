import { Injectable } from '@nestjs/common';
import type { Decide, DecideResult } from '@zhiyu/contracts/application';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import { ApprovalFlow } from './approval.flow.js';
import { Decisions, type Outcome, type Wanted } from './decisions.service.js';
import { ScreeningFlow } from './screening.flow.js';

/** Ends a rehearsal: what would have come of it. */
class Rehearsed extends Error {
  constructor(
    readonly outcome: Outcome,
    readonly at: number,
  ) {
    super('only tried');
  }
}

/** Decisions made on the candidate's page instead of a card. */
@Injectable()
export class StaffDecisions {
  constructor(
    private readonly database: Database,
    private readonly decisions: Decisions,
    private readonly approval: ApprovalFlow,
    private readonly screening: ScreeningFlow,
    private readonly applications: Applications,
  ) {}

  async decide(actor: StaffActor, input: Decide): Promise<DecideResult> {
    const { id: applicationId, ...choice } = input;
    const wanted = { ...choice, applicationId, actor, ground: 'file' };
    const outcome = await this.decideFor(wanted, null);
    const { kind } = input;
    const { locale } = actor;
    const message = outcome.effective
      ? this.approval.doneMessage(outcome, locale)
      : this.approval.lateMessage(outcome, { kind, at: outcome.at, locale });
    return { effective: outcome.effective, message };
  }

  /**
   * Whether the decision would count now, and what would be said; nothing of it is kept. Work in a transaction changes
   * nothing but rows, so that taking it back leaves nothing behind.
   */
  async rehearse(
    actor: StaffActor,
    input: Decide,
  ): Promise<{ effective: boolean; round: number; message: string }> {
    const { id: applicationId, ...choice } = input;
    const wanted = { ...choice, applicationId, actor, ground: 'file' };
    try {
      await this.database.transaction(async (tx) => {
        const outcome = await this.decisions.decide(tx, wanted, null);
        throw new Rehearsed(outcome, tx.now);
      });
    } catch (error) {
      if (error instanceof Rehearsed) {
        const { outcome, at } = error;
        const { effective, decision } = outcome;
        const { locale } = actor;
        const message = this.approval.lateMessage(outcome, { kind: input.kind, at, locale });
        return { effective, round: decision.round, message: effective ? '' : message };
      }
      throw error;
    }
    throw new Error('a rehearsal was kept');
  }

  /** Decides, and open cards about it show it. @param round the one that was looked at; null: the running one */
  decideFor(wanted: Wanted, round: number | null): Promise<Outcome & { at: number }> {
    return this.database.transaction(async (tx) => {
      const outcome = await this.decisions.decide(tx, wanted, round);
      await this.approval.showDecided(tx, outcome);
      await this.screening.showDecided(tx, outcome);
      return { ...outcome, at: tx.now };
    });
  }

  /** HR invites although a rule failed or said nothing: a decision like any other. */
  async invite(actor: StaffActor, applicationId: string): Promise<void> {
    await this.applications.require(actor, applicationId, 'application.invite');
    await this.decide(actor, {
      id: applicationId,
      kind: 'pass',
      reason: 'meetsRequirement',
      note: '',
    });
  }
}
