import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { PositionDetail } from '@zhiyu/contracts/position';
import type {
  AnswerProposal,
  AskVersion,
  PositionVersionView,
  Proposal,
  PublishingView,
  WithdrawProposal,
} from '@zhiyu/contracts/publishing';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { PositionProposal } from '../entities/position-proposal.entity.js';
import { Position, PositionVersion } from '../entities/position.entity.js';
import { Positions } from '../positions.service.js';
import { needsSecond } from './proposing.js';

const leastReason = 2;

/** What was published of a position, and a second person's yes or no to what is to be. */
@Injectable()
export class Publishing {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly staff: StaffService,
  ) {}

  async version(actor: StaffActor, { id, version }: AskVersion): Promise<PositionVersionView> {
    requireOn(actor, 'position.view', await this.database.read(Position).findOneBy({ id }));
    const row = await this.database.read(PositionVersion).findOneBy({ positionId: id, version });
    if (!row) {
      throw new AppError('notFound');
    }
    const { content, note, createdAt, createdBy } = row;
    const names = await this.staff.namesOf([createdBy]);
    return { version, content, note, createdAt, createdBy: names.get(createdBy ?? '') ?? '' };
  }

  async view(actor: StaffActor, id: string): Promise<PublishingView> {
    const position = await this.database.read(Position).findOneBy({ id });
    requireOn(actor, 'position.view', position);
    const rows = await this.database.read(PositionProposal).find({
      where: { positionId: id, state: In(['waiting', 'published']) },
      order: { createdAt: 'DESC' },
    });
    const names = await this.staff.namesOf(rows.flatMap((row) => [row.createdBy, row.decidedBy]));
    const waiting = rows.find(({ state }) => state === 'waiting');
    return {
      needsSecond: await needsSecond(this.database.dataSource.manager, position.companyId),
      proposal: waiting ? shown(waiting, { actor, position, names }) : null,
      approvals: rows.flatMap(({ publishedVersion: version, decidedBy, decidedAt: at }) =>
        version === null || at === null
          ? []
          : [{ version, by: names.get(decidedBy ?? '') ?? '', at }],
      ),
    };
  }

  /**
   * A second person's yes publishes what waits; a no needs its reason.
   * @throws secondApproverNeeded to its own maker, staleVersion where the position has changed since
   */
  async answer(actor: StaffActor, input: AnswerProposal): Promise<PositionDetail> {
    const { id, proposalId, approve, reason } = input;
    if (!approve && reason.length < leastReason) {
      throw new AppError('invalidInput', {}, [{ path: 'reason', message: '不同意要写原因' }]);
    }
    await this.database.transaction(async (tx) => {
      const position = await tx.manager.findOneBy(Position, { id });
      requireOn(actor, 'position.approve', position);
      const proposal = await waitingOne(tx, { id: proposalId, positionId: id });
      if (proposal.createdBy === actor.id) {
        throw new AppError('secondApproverNeeded');
      }
      const publishedVersion = approve ? await this.publish(tx, position, proposal) : null;
      const state = approve ? ('published' as const) : ('refused' as const);
      await settle(tx, proposalId, { state, reason, publishedVersion, decidedBy: actor.id });
      const told = { positionId: id, proposalId, published: approve, byStaffId: actor.id };
      tx.emit('ProposalAnswered', position.companyId, told);
    });
    return this.positions.detail(actor, id);
  }

  async withdraw(actor: StaffActor, input: WithdrawProposal): Promise<PublishingView> {
    await this.database.transaction(async (tx) => {
      const position = await tx.manager.findOneBy(Position, { id: input.id });
      requireOn(actor, 'position.edit', position);
      const proposal = await waitingOne(tx, { id: input.proposalId, positionId: input.id });
      if (proposal.createdBy !== actor.id) {
        throw new AppError('notAllowed');
      }
      const gone = { state: 'withdrawn' as const, reason: '', publishedVersion: null };
      await settle(tx, proposal.id, { ...gone, decidedBy: actor.id });
    });
    return this.view(actor, input.id);
  }

  private async publish(tx: Tx, position: Position, proposal: PositionProposal): Promise<number> {
    const { createdBy, note } = proposal;
    const content = await this.positions.checked(tx, position, proposal, createdBy);
    return this.positions.publish(tx, position, { content, createdBy, note });
  }
}

function shown(
  row: PositionProposal,
  of: { actor: StaffActor; position: Position; names: Map<string, string> },
): Proposal {
  const { id, baseVersion, content, note, createdBy, createdAt } = row;
  const own = createdBy === of.actor.id;
  return {
    ...{ id, baseVersion, content, note, createdAt, own },
    createdBy: of.names.get(createdBy) ?? '',
    answerable: !own && mayOn(of.actor, 'position.approve', of.position),
  };
}

async function waitingOne(
  tx: Tx,
  where: { id: string; positionId: string },
): Promise<PositionProposal> {
  const found = await tx.manager.findOneBy(PositionProposal, where);
  if (!found) {
    throw new AppError('notFound');
  }
  if (found.state !== 'waiting') {
    throw new AppError('alreadyDecided');
  }
  return found;
}

/** Only once, whoever is first. */
async function settle(
  tx: Tx,
  id: string,
  how: Pick<PositionProposal, 'state' | 'reason' | 'publishedVersion' | 'decidedBy'>,
): Promise<void> {
  const changed = await tx.manager.update(
    PositionProposal,
    { id, state: 'waiting' },
    { ...how, decidedAt: tx.now },
  );
  if (changed.affected !== 1) {
    throw new AppError('alreadyDecided');
  }
}
