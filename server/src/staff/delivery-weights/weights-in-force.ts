import type { DeliveryShares } from '@zhiyu/contracts/delivery-limits';
import type { ChangeCompany } from '@zhiyu/contracts/staff';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Company } from '../company.entity.js';
import { DeliveryWeight } from './delivery-weight.entity.js';

/** Percent of the total, and why; zeros where nothing is weighed, as from the beginning. */
export interface WeightsInForce extends DeliveryShares {
  ground: string;
}

const nothing: WeightsInForce = { voice: 0, face: 0, ground: '' };

export async function newestWeights(
  manager: EntityManager,
  companyId: string,
): Promise<WeightsInForce> {
  const row = await manager.findOne(DeliveryWeight, {
    where: { companyId },
    order: { at: 'DESC', id: 'DESC' },
  });
  return row === null ? nothing : { voice: row.voice, face: row.face, ground: row.ground };
}

/** What weighs now; under the European rules nothing does, whatever was set. */
export async function weightsInForce(
  manager: EntityManager,
  companyId: string,
): Promise<WeightsInForce> {
  const company = await manager.findOneByOrFail(Company, { id: companyId });
  return company.europeanRulesSince === null ? newestWeights(manager, companyId) : nothing;
}

export const isWeighing = ({ voice, face }: DeliveryShares): boolean => voice > 0 || face > 0;

/** Switching the European rules on ends the weights for good: off again, they do not come back by themselves. */
export async function endUnderEurope(
  tx: Tx,
  { id: staffId, companyId }: StaffActor,
  { europeanRules }: ChangeCompany,
): Promise<void> {
  if (europeanRules !== true || !isWeighing(await newestWeights(tx.manager, companyId))) {
    return;
  }
  const id = newId(tx.now);
  const row = { ...nothing, cause: 'europe' as const, staffId, at: tx.now };
  await tx.manager.insert(DeliveryWeight, { id, companyId, ...row });
}
