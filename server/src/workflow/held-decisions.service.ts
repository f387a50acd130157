import { Injectable } from '@nestjs/common';
import type { Decide } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';
import type { HeldDecision, HeldState, HeldView, HoldResult } from '@zhiyu/contracts/held-decision';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { newId } from '../platform/time/ids.js';
import { Applications } from '../recruiting/applications.service.js';
import { HeldDecisionRow } from '../recruiting/entities/held-decision.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffService } from '../staff/staff.service.js';
import { StaffDecisions } from './staff-decisions.service.js';

/** Who came too late reads it for so long. */
const shownMs = 5 * 60_000;
const bodyOf = (row: string) => ({ table: 'held_decision', column: 'body', row });

type Body = Pick<Decide, 'note' | 'question'>;

/**
 * A decision from a page takes effect a moment later: until then it can be taken back, nothing has happened and nobody
 * was told. A press on a card counts at once.
 */
@Injectable()
export class HeldDecisions {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly pipeline: Pipeline,
    private readonly decisions: StaffDecisions,
    private readonly signIn: SignIn,
    private readonly staff: StaffService,
    private readonly vault: Vault,
    private readonly runtime: Runtime,
    private readonly clock: Clock,
  ) {}

  /** Refuses now what would be refused then. @throws what a decision throws */
  async hold(actor: StaffActor, input: Decide): Promise<HoldResult> {
    const waitMs = this.runtime.settings.times.DECISION_UNDO_SECONDS * 1000;
    if (waitMs === 0) {
      return { held: null, message: (await this.decisions.decide(actor, input)).message };
    }
    const { effective, round, message } = await this.decisions.rehearse(actor, input);
    if (!effective) {
      return { held: null, message };
    }
    const row = await this.database.transaction((tx) =>
      this.keep(tx, actor, { input, round, runAt: tx.now + waitMs }),
    );
    return { held: await this.viewOf(actor, row), message: '' };
  }

  async view(actor: StaffActor, id: string): Promise<HeldView> {
    await this.applications.require(actor, id, 'application.decide');
    const row = await this.newest(id);
    const fresh = row !== null && this.clock.now() - row.runAt < shownMs;
    const told = row?.state === 'waiting' || (row?.state === 'late' && row.staffId === actor.id);
    return { held: row && fresh && told ? await this.viewOf(actor, row) : null };
  }

  /** @throws notFound where nothing of one's own was decided, decisionTold when it is too late */
  async undo(actor: StaffActor, id: string): Promise<HeldView> {
    await this.applications.require(actor, id, 'application.decide');
    await this.database.transaction(async (tx) => {
      await this.pipeline.lock(tx, id);
      const where = { applicationId: id, staffId: actor.id };
      const order = { createdAt: 'DESC', id: 'DESC' } as const;
      const row = await tx.manager.findOne(HeldDecisionRow, { where, order });
      if (!row) {
        throw new AppError('notFound');
      }
      if (row.state === 'done' || (row.state === 'waiting' && tx.now >= row.runAt)) {
        throw new AppError('decisionTold');
      }
      await this.end(tx, row, row.state === 'waiting' ? 'undone' : row.state);
    });
    return this.view(actor, id);
  }

  @OnJob('decision.run')
  async run({ heldId: id }: JobMap['decision.run']): Promise<void> {
    const row = await this.database.read(HeldDecisionRow).findOneBy({ id, state: 'waiting' });
    if (row) {
      const state = (await this.decided(row)) ? 'done' : 'late';
      await this.database.transaction((tx) => this.end(tx, row, state));
    }
  }

  /** @returns false where somebody was faster, it has moved on, or the decider is not here any more */
  private async decided(row: HeldDecisionRow): Promise<boolean> {
    const { applicationId, kind, reason, staffId, round } = row;
    const actor = await this.signIn.actorOf(staffId, '');
    const vault = await this.vault.of(row.personId);
    const text = vault.open(bodyOf(row.id), row.body);
    if (!actor || text === null) {
      return false;
    }
    const wanted = { applicationId, kind, reason, ...(JSON.parse(text) as Body), actor };
    try {
      const { effective, decision } = await this.decisions.decideFor(
        { ...wanted, ground: 'file' },
        round,
      );
      // Repeated after a crash it meets its own decision.
      return effective || (decision.decidedBy === staffId && decision.at >= row.runAt);
    } catch (error) {
      if (error instanceof AppError) {
        return false;
      }
      throw error;
    }
  }

  /** One at a time: who comes second sees the first. */
  private async keep(
    tx: Tx,
    actor: StaffActor,
    of: { input: Decide; round: number; runAt: number },
  ): Promise<HeldDecisionRow> {
    const { id: applicationId, kind, reason, note, question } = of.input;
    const { companyId, personId } = await this.pipeline.lock(tx, applicationId);
    const where = { applicationId, state: 'waiting' as const, round: of.round };
    const there = await tx.manager.findOneBy(HeldDecisionRow, where);
    if (there) {
      return there;
    }
    const id = newId(tx.now);
    const body: Body = { note, ...(question === undefined ? {} : { question }) };
    const vault = await this.vault.of(personId, tx.manager);
    const row: HeldDecisionRow = {
      ...{ id, companyId, applicationId, personId, staffId: actor.id, kind, reason },
      ...{ round: of.round, body: vault.seal(bodyOf(id), JSON.stringify(body)) },
      ...{ state: 'waiting', runAt: of.runAt, createdAt: tx.now },
    };
    await tx.manager.insert(HeldDecisionRow, row);
    tx.enqueue('decision.run', { heldId: id }, { runAt: of.runAt, key: `decision.run:${id}` });
    return row;
  }

  private async end(tx: Tx, { id }: HeldDecisionRow, state: HeldState): Promise<void> {
    await tx.manager.update(HeldDecisionRow, { id }, { state });
  }

  private newest(applicationId: string): Promise<HeldDecisionRow | null> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.read(HeldDecisionRow).findOne({ where: { applicationId }, order });
  }

  private async viewOf(actor: StaffActor, row: HeldDecisionRow): Promise<HeldDecision> {
    const { id, kind, reason, state, staffId, runAt } = row;
    const names = await this.staff.namesOf([staffId]);
    const by = names.get(staffId) ?? '';
    return { id, kind, reason, state, by, mine: staffId === actor.id, runAt };
  }
}
