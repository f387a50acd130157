import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  Feedback,
  FeedbackList,
  SendFeedback,
  SettleFeedback,
} from '@zhiyu/contracts/feedback';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import type { Place } from '../../platform/crypto/sealed.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { StaffService } from '../staff.service.js';
import { FeedbackRow } from './feedback.entity.js';

const most = 200;
const at = (row: string, column: 'text' | 'answer'): Place => ({ table: 'feedback', column, row });

export interface OpenFeedback {
  page: string;
  text: string;
  answer: string;
  /** Who wrote it. */
  staffId: string;
}

/** What people who work here say of the product, kept for its administrators. */
@Injectable()
export class FeedbackBox {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly staff: StaffService,
  ) {}

  /** @param id of the new row; where it is there already, this very act made it */
  async send(actor: StaffActor, { page, text }: SendFeedback, id: string): Promise<void> {
    const { companyId, id: staffId } = actor;
    await this.database.transaction(async (tx) => {
      if (await tx.manager.existsBy(FeedbackRow, { id, companyId })) {
        return;
      }
      const vault = await this.vault.of(companyId, tx.manager);
      await tx.manager.insert(FeedbackRow, {
        ...{ id, companyId, staffId, page, at: tx.now, doneAt: null, doneBy: null, answer: '' },
        text: vault.seal(at(id, 'text'), text),
      });
      tx.emit('FeedbackGiven', companyId, { feedbackId: id, byStaffId: staffId });
    });
  }

  async list({ companyId }: StaffActor): Promise<FeedbackList> {
    const rows = await this.database
      .read(FeedbackRow)
      .find({ where: { companyId }, order: { at: 'DESC' }, take: most });
    const names = await this.staff.namesOf(rows.flatMap((row) => [row.staffId, row.doneBy]));
    const items = await Promise.all(rows.map((row) => this.shown(row, names)));
    const open = items.filter(({ doneAt }) => doneAt === null);
    return { items: [...open, ...items.filter(({ doneAt }) => doneAt !== null)] };
  }

  async settle(actor: StaffActor, { id, answer }: SettleFeedback): Promise<FeedbackList> {
    const { companyId, id: doneBy } = actor;
    await this.database.transaction(async (tx) => {
      if (!(await tx.manager.existsBy(FeedbackRow, { id, companyId }))) {
        throw new AppError('notFound');
      }
      const vault = await this.vault.of(companyId, tx.manager);
      const sealed = answer === '' ? '' : vault.seal(at(id, 'answer'), answer);
      const change = { doneAt: tx.now, doneBy, answer: sealed };
      await tx.manager.update(FeedbackRow, { id }, change);
      if (answer !== '') {
        tx.emit('FeedbackAnswered', companyId, { feedbackId: id, byStaffId: doneBy });
      }
    });
    return this.list(actor);
  }

  /** In clear; null where there is none any more. */
  async find(id: string, manager: EntityManager): Promise<OpenFeedback | null> {
    const row = await manager.findOneBy(FeedbackRow, { id });
    return row
      ? { page: row.page, staffId: row.staffId, ...(await this.opened(row, manager)) }
      : null;
  }

  private async opened(row: FeedbackRow, manager?: EntityManager) {
    const vault = await this.vault.of(row.companyId, manager);
    return {
      text: vault.open(at(row.id, 'text'), row.text) ?? '',
      answer: row.answer === '' ? '' : (vault.open(at(row.id, 'answer'), row.answer) ?? ''),
    };
  }

  private async shown(row: FeedbackRow, names: Map<string, string>): Promise<Feedback> {
    const { id, page, at: moment, doneAt, doneBy, staffId } = row;
    return {
      ...{ id, page, at: moment, doneAt, ...(await this.opened(row)) },
      byName: names.get(staffId) ?? '',
      doneBy: doneBy === null ? null : (names.get(doneBy) ?? ''),
    };
  }
}
