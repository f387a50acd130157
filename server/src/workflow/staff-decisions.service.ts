import { Injectable } from '@nestjs/common';
import type { Decide, DecideResult } from '@zhiyu/contracts/application';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import { ApprovalFlow } from './approval.flow.js';
import { Decisions } from './decisions.service.js';
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
    return this.database.transaction(async (tx) => {
      const { id: applicationId, ...choice } = input;
      const wanted = { ...choice, applicationId, actor, ground: 'file' };
      const outcome = await this.decisions.decide(tx, wanted, null);
      await this.approval.showDecided(tx, outcome);
      await this.screening.showDecided(tx, outcome);
      const message = outcome.effective
        ? this.approval.doneMessage(outcome, actor.locale)
        : this.approval.lateMessage(outcome, {
            kind: input.kind,
            at: tx.now,
            locale: actor.locale,
          });
      return { effective: outcome.effective, message };
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
