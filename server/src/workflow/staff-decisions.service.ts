import { Injectable } from '@nestjs/common';
import type { Decide, DecideResult } from '@zhiyu/contracts/application';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import { ApprovalFlow } from './approval.flow.js';
import { Decisions, type Outcome, type Wanted } from './decisions.service.js';
import { ScreeningFlow } from './screening.flow.js';

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
