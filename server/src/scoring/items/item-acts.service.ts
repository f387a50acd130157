import { Injectable } from '@nestjs/common';
import { type Askable, questionFromBank } from '@zhiyu/contracts/bank-copy';
import { AppError } from '@zhiyu/contracts/errors';
import type { AcceptProposal, ProposalDone } from '@zhiyu/contracts/item-statistics';
import type { PositionContent } from '@zhiyu/contracts/position';
import { Not } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { QuestionBank } from '../../recruiting/questions/question-bank.service.js';
import { mayOn } from '../../staff/access.js';
import { ItemStatistic } from './item.entity.js';

/** A person says yes to a proposal: plans get the other question, and what is poor goes out of use. */
@Injectable()
export class ItemActs {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly bank: QuestionBank,
  ) {}

  /**
   * Each plan is a new version of its position; interviews that were sent keep theirs. Plans that the person may not
   * change, or that would be empty, stay and are named.
   * @throws notFound without figures, staleVersion where the proposal is another one by now
   */
  async accept(actor: StaffActor, input: AcceptProposal): Promise<ProposalDone> {
    const { code, act, instead } = input;
    const row = await this.proposed(actor, input);
    const other = instead === null ? null : await this.bank.detail(actor, instead);
    const done: ProposalDone = { changed: [], left: [] };
    const where = { companyId: actor.companyId, state: Not('closed' as const) };
    for (const position of await this.database.read(Position).findBy(where)) {
      await this.exchange(actor, position, { code, other, done, note: input.note });
    }
    if (act === 'retire') {
      await this.bank.retire(actor, { code, retired: true });
    }
    await this.database.transaction(async (tx) => {
      const figures = { ...row.figures, proposal: null };
      await tx.manager.update(ItemStatistic, { id: row.id }, { figures });
    });
    return done;
  }

  private async proposed(actor: StaffActor, input: AcceptProposal): Promise<ItemStatistic> {
    const { companyId } = actor;
    const of = { companyId, kind: 'bank' as const, code: input.code };
    const row = await this.database.read(ItemStatistic).findOneBy(of);
    if (!row) {
      throw new AppError('notFound');
    }
    const { proposal } = row.figures;
    if (proposal?.act !== input.act || proposal.instead !== input.instead) {
      throw new AppError('staleVersion');
    }
    return row;
  }

  private async exchange(
    actor: StaffActor,
    position: Position,
    { code, other, done, note }: Exchange,
  ): Promise<void> {
    const { id, versionId, version: baseVersion } = position;
    const { content } = await this.positions.version(versionId);
    const next = withoutItem(content, code, other);
    if (next === content) {
      return;
    }
    const name = content.name;
    if (next === null || !mayOn(actor, 'position.edit', position)) {
      done.left.push(name);
      return;
    }
    const saved = await this.positions.save(actor, { id, baseVersion, content: next, note });
    // Where a second person says yes first, nothing has changed yet.
    (saved.version > baseVersion ? done.changed : done.left).push(name);
  }
}

interface Exchange {
  code: string;
  other: Askable | null;
  done: ProposalDone;
  note: string;
}

/** A position with another item of the bank in the place of one, or without it; the same where it is not planned, null where no question would be left. */
function withoutItem(
  content: PositionContent,
  code: string,
  other: Askable | null,
): PositionContent | null {
  const old = content.questions.find((one) => one.bank?.code === code);
  if (!old || !content.plan.questionCodes.includes(old.code)) {
    return content;
  }
  const kept = content.questions.filter((one) => one !== old);
  const known = kept.find((one) => one.bank?.code === other?.code || one.code === other?.code);
  const made = other && !known ? questionFromBank(other, old.dimensions[0] ?? '') : null;
  const place = (known ?? made)?.code;
  const planned = content.plan.questionCodes.flatMap((one) => {
    if (one !== old.code) {
      return [one];
    }
    return place === undefined || content.plan.questionCodes.includes(place) ? [] : [place];
  });
  if (planned.length === 0) {
    return null;
  }
  const questions = content.questions.flatMap((one) => (one === old ? (made ?? []) : one));
  return { ...content, questions, plan: { ...content.plan, questionCodes: planned } };
}
