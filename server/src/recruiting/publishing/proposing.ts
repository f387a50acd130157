import type { PositionContent } from '@zhiyu/contracts/position';
import { AppError } from '@zhiyu/contracts/errors';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Company } from '../../staff/company.entity.js';
import { PositionProposal } from '../entities/position-proposal.entity.js';
import type { Position } from '../entities/position.entity.js';

/** A change of a position by somebody. */
export interface ContentChange {
  content: PositionContent;
  createdBy: string;
  note: string;
}

/** Whether the company has a second person say yes to every new version. */
export async function needsSecond(manager: EntityManager, companyId: string): Promise<boolean> {
  const { publishApprovalSince } = await manager.findOneByOrFail(Company, { id: companyId });
  return publishApprovalSince !== null;
}

/**
 * Keeps the change for a second person. One waits at a time: saving again takes the place of one's own.
 * @throws proposalWaits where somebody else's waits
 */
export async function propose(
  tx: Tx,
  { id: positionId, companyId, version }: Position,
  { content, createdBy, note }: ContentChange,
): Promise<void> {
  const waiting = await tx.manager.findOneBy(PositionProposal, { positionId, state: 'waiting' });
  if (waiting && waiting.createdBy !== createdBy) {
    throw new AppError('proposalWaits');
  }
  if (waiting) {
    await tx.manager.update(PositionProposal, { id: waiting.id }, { state: 'replaced' });
  }
  const id = newId(tx.now);
  await tx.manager.insert(PositionProposal, {
    ...{ id, companyId, positionId, baseVersion: version, content, note, createdBy },
    ...{ createdAt: tx.now, state: 'waiting', decidedBy: null, decidedAt: null },
    ...{ reason: '', publishedVersion: null },
  });
  tx.emit('ProposalMade', companyId, { positionId, proposalId: id, byStaffId: createdBy });
}
