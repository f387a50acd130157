import { type ScoreScale, usualScale } from '@zhiyu/contracts/score-scale';
import type { EntityManager } from 'typeorm';
import { Company } from './company.entity.js';

/** How a company's scores are shown. */
export function scaleOf({ scoreScale }: Pick<Company, 'scoreScale'>): ScoreScale {
  return scoreScale ?? usualScale;
}

export async function scaleIn(manager: EntityManager, companyId: string): Promise<ScoreScale> {
  return scaleOf(await manager.findOneByOrFail(Company, { id: companyId }));
}
