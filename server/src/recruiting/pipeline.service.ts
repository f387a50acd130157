import { Injectable } from '@nestjs/common';
import type { Stage } from '@zhiyu/contracts/stage-values';
import type { Doubt } from '@zhiyu/contracts/look-order';
import type { Report } from '@zhiyu/contracts/scoring';
import { AppError } from '@zhiyu/contracts/errors';
import { isDuplicate, type Tx } from '../platform/database/database.js';
import { Vault } from '../platform/crypto/vault.js';
import { newId } from '../platform/time/ids.js';
import { doubtsText } from './doubts.js';
import { Application, Decision, PromiseRow } from './entities/application.entity.js';
import { furtherOf, mayMove } from './pipeline.states.js';

export interface NewDecision {
  application: Application;
  kind: Decision['kind'];
  reason: string;
  note: string;
  /** Staff user; null for an automatic one, with its ground. */
  decidedBy: string | null;
  ground: string;
}

/** What a list shows beside a total. */
interface BesideScore {
  /** Why a person should look, whatever the interval says. */
  doubts?: readonly Doubt[];
  highPotential?: boolean;
}

const noteOf = (row: string) => ({ table: 'decision', column: 'note', row });

/** Moves applications along the stages and writes down decisions and promises. */
@Injectable()
export class Pipeline {
  constructor(private readonly vault: Vault) {}

  /** The application, locked until the transaction ends; null where it was taken back. */
  find(tx: Tx, id: string): Promise<Application | null> {
    return tx.manager.findOne(Application, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The same where it has to be there. @throws notFound */
  async lock(tx: Tx, id: string): Promise<Application> {
    const found = await this.find(tx, id);
    if (!found) {
      throw new AppError('notFound');
    }
    return found;
  }

  /** @param round the next question that can be decided, where the move ends the one before */
  async move(
    tx: Tx,
    application: Application,
    to: Stage,
    round = application.round,
  ): Promise<void> {
    const from = application.stage;
    if (!mayMove(from, to)) {
      throw new AppError('stageRefused', { from, to });
    }
    const furthest = furtherOf(application.furthest, to);
    const change = { stage: to, stageAt: tx.now, round, furthest };
    await tx.manager.update(Application, { id: application.id }, change);
    Object.assign(application, change);
    tx.emit('ApplicationMoved', application.companyId, { applicationId: application.id, from, to });
  }

  /**
   * Writes the decision of this round.
   * @returns null when another one was faster.
   */
  async decide(tx: Tx, input: NewDecision): Promise<Decision | null> {
    const { application, kind, reason, decidedBy, ground } = input;
    const { companyId, id: applicationId, round, stage: fromStage } = application;
    const id = newId(tx.now);
    const note = input.note ? await this.sealNote(tx, application, { id, note: input.note }) : null;
    const decision: Decision = {
      ...{ id, companyId, applicationId, round, kind, reason, note, decidedBy, ground, fromStage },
      at: tx.now,
    };
    try {
      await tx.manager.insert(Decision, decision);
    } catch (error) {
      if (isDuplicate(error)) {
        return null;
      }
      throw error;
    }
    const automatic = decidedBy === null;
    tx.emit('DecisionMade', companyId, { applicationId, decisionId: id, kind, automatic });
    return decision;
  }

  private async sealNote(
    tx: Tx,
    { personId }: Application,
    of: { id: string; note: string },
  ): Promise<string> {
    const vault = await this.vault.of(personId, tx.manager);
    return vault.seal(noteOf(of.id), of.note);
  }

  /** What the decider wrote; empty when nothing, or the person was erased. */
  async noteOf(tx: Tx, { personId }: Application, { id, note }: Decision): Promise<string> {
    if (note === null) {
      return '';
    }
    const vault = await this.vault.of(personId, tx.manager);
    return vault.open(noteOf(id), note) ?? '';
  }

  /** The newest report's total, for lists, and what stands beside it there. */
  async score(
    tx: Tx,
    applicationId: string,
    total: Report['total'],
    { doubts = [], highPotential = false }: BesideScore = {},
  ): Promise<void> {
    const { value, standardError, requirement, verdict } = total;
    await tx.manager.update(
      Application,
      { id: applicationId },
      {
        ...{ total: value, standardError, requirement, verdict },
        doubts: doubtsText(doubts),
        potential: highPotential ? 'met' : null,
      },
    );
  }

  /** The next question that can be decided on this application. */
  async nextRound(tx: Tx, application: Application): Promise<void> {
    application.round += 1;
    await tx.manager.update(Application, { id: application.id }, { round: application.round });
  }

  /** A dated word to the candidate; an open one of the same kind is kept by the new one. */
  async promise(
    tx: Tx,
    application: Application,
    made: Pick<PromiseRow, 'kind' | 'dueAt' | 'byStaffId'>,
  ): Promise<string> {
    await this.keepPromises(tx, application);
    const id = newId(tx.now);
    const { companyId, id: applicationId } = application;
    await tx.manager.insert(PromiseRow, {
      id,
      companyId,
      applicationId,
      ...made,
      state: 'open',
      madeAt: tx.now,
      keptAt: null,
    });
    tx.emit('PromiseMade', companyId, { applicationId, promiseId: id, dueAt: made.dueAt });
    tx.enqueue(
      'promise.remind',
      { promiseId: id, at: 'half' },
      { runAt: tx.now + Math.floor((made.dueAt - tx.now) / 2) },
    );
    tx.enqueue('promise.remind', { promiseId: id, at: 'end' }, { runAt: made.dueAt });
    return id;
  }

  /** The last word that was given, kept or not. */
  newestPromise(tx: Tx, application: Application): Promise<PromiseRow | null> {
    const where = { applicationId: application.id };
    return tx.manager.findOne(PromiseRow, { where, order: { madeAt: 'DESC', id: 'DESC' } });
  }

  /** The candidate has been answered. */
  async keepPromises(tx: Tx, application: Application): Promise<void> {
    const open = await tx.manager.findBy(PromiseRow, { applicationId: application.id });
    for (const promise of open) {
      if (promise.keptAt === null) {
        const state = promise.dueAt < tx.now ? ('broken' as const) : ('kept' as const);
        await tx.manager.update(PromiseRow, { id: promise.id }, { keptAt: tx.now, state });
        tx.emit('PromiseKept', application.companyId, {
          applicationId: application.id,
          promiseId: promise.id,
        });
      }
    }
  }
}
