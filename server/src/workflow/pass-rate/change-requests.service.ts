import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  AskChanges,
  ChangeRequest,
  ChangeRequestList,
  SettleChange,
} from '@zhiyu/contracts/pass-alerts';
import { In } from 'typeorm';
import { contentOf } from '../../notify/card-content.js';
import { modelChangeClosed } from '../../notify/cards/pass-rate.card.js';
import { Cards } from '../../notify/cards.service.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { ChangeRequestRow } from '../../recruiting/entities/change-request.entity.js';
import { Position, PositionVersion } from '../../recruiting/entities/position.entity.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { modelChangeTopic } from './pass-rate-topics.js';
import type { ChangeCard } from './process-steps.service.js';

const shownAtMost = 200;
const leastReason = 2;

interface Settled {
  state: 'done' | 'dismissed';
  by: string;
  reason: string;
}

/** What meetings decided is to change in positions (变更请求), and what became of it. */
@Injectable()
export class ChangeRequests {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  /** Open ones first, each newest first; of the positions that the reader may see. */
  async list(actor: StaffActor, { positionId }: AskChanges): Promise<ChangeRequestList> {
    const { companyId } = actor;
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all
      .filter((one) => mayOn(actor, 'process.view', one))
      .map(({ id }) => id)
      .filter((id) => positionId === undefined || id === positionId);
    const rows = await this.database.read(ChangeRequestRow).find({
      where: { companyId, positionId: In(seen) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: shownAtMost,
    });
    const open = rows.filter(({ state }) => state === 'open');
    const settled = rows.filter(({ state }) => state !== 'open');
    return { requests: await this.views(actor, [...open, ...settled]) };
  }

  async ofMeeting(actor: StaffActor, meetingId: string): Promise<ChangeRequest | null> {
    const row = await this.database.read(ChangeRequestRow).findOneBy({ meetingId });
    return row ? ((await this.views(actor, [row]))[0] ?? null) : null;
  }

  async isOpen(tx: Tx, meetingId: string): Promise<boolean> {
    return tx.manager.existsBy(ChangeRequestRow, { meetingId, state: 'open' });
  }

  /** @throws alreadyDecided, invalidInput where it is dismissed without a reason */
  async settle(actor: StaffActor, { id, state, reason }: SettleChange): Promise<ChangeRequest> {
    if (state === 'dismissed' && reason.length < leastReason) {
      throw new AppError('invalidInput', {}, [{ path: 'reason', message: 'why' }]);
    }
    await this.database.transaction(async (tx) => {
      const row = await tx.manager.findOneBy(ChangeRequestRow, { id });
      const position = row ? await tx.manager.findOneBy(Position, { id: row.positionId }) : null;
      requireOn(actor, 'process.act', position);
      const meetingId = row?.meetingId ?? '';
      const change = await this.settleOf(tx, meetingId, { state, by: actor.id, reason });
      const found = await this.cards.byTopic(tx.manager, modelChangeTopic(meetingId));
      if (found) {
        const { content, state: cardState } = change(contentOf(found.card));
        await this.cards.change(tx, found.row.id, content, cardState);
      }
    });
    const row = await this.database.read(ChangeRequestRow).findOneByOrFail({ id });
    const [view] = await this.views(actor, [row]);
    if (!view) {
      throw new AppError('notFound');
    }
    return view;
  }

  /** @returns what its card turns into @throws alreadyDecided */
  async settleOf(tx: Tx, meetingId: string, { state, by, reason }: Settled): Promise<ChangeCard> {
    const row = await tx.manager.findOneBy(ChangeRequestRow, { meetingId, state: 'open' });
    if (!row) {
      throw new AppError('alreadyDecided');
    }
    const { version } = await tx.manager.findOneByOrFail(Position, { id: row.positionId });
    const published = state === 'done' && version > row.baseVersion ? version : null;
    await tx.manager.update(
      ChangeRequestRow,
      { id: row.id },
      { state, reason, settledBy: by, settledAt: tx.now, doneVersion: published },
    );
    const { positionId, companyId, id: requestId } = row;
    tx.emit('ModelChangeSettled', companyId, { positionId, requestId, byStaffId: by });
    const byName = (await this.staff.namesOf([by], tx.manager)).get(by) ?? '';
    const done = state === 'done';
    return (card) => ({
      content: modelChangeClosed(card, { done, byName, reason }),
      state: 'done',
    });
  }

  private async views(actor: StaffActor, rows: ChangeRequestRow[]): Promise<ChangeRequest[]> {
    const ids = [...new Set(rows.map(({ positionId }) => positionId))];
    const positions = await this.database.read(Position).findBy({ id: In(ids) });
    const versions = await this.database
      .read(PositionVersion)
      .findBy({ id: In(positions.map(({ versionId }) => versionId)) });
    const names = await this.staff.namesOf(rows.flatMap((row) => [row.createdBy, row.settledBy]));
    return rows.flatMap((row) => {
      const position = positions.find(({ id }) => id === row.positionId);
      const version = versions.find(({ positionId }) => positionId === row.positionId);
      return position && version ? [viewOf(row, { actor, position, version, names })] : [];
    });
  }
}

function viewOf(
  row: ChangeRequestRow,
  of: {
    actor: StaffActor;
    position: Position;
    version: PositionVersion;
    names: Map<string, string>;
  },
): ChangeRequest {
  const { actor, position, version, names } = of;
  const { id, positionId, state, text, baseVersion, settledAt, reason, doneVersion } = row;
  return {
    ...{ id, positionId, state, text, baseVersion, settledAt, reason, doneVersion },
    positionName: textIn(version.content.name, actor.locale),
    alertId: row.meetingId,
    at: row.createdAt,
    byName: names.get(row.createdBy) ?? '',
    settledBy: names.get(row.settledBy ?? '') ?? '',
    mayAct: mayOn(actor, 'process.act', position),
  };
}
