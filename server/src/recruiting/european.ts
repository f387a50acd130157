import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Company } from '../staff/company.entity.js';
import type { Application } from './entities/application.entity.js';
import { Position, PositionVersion } from './entities/position.entity.js';

/**
 * Whether the rules of the European Union hold for an application: the stricter of the company and the position counts,
 * and of the position both as it was applied for and as it is now.
 */
export async function isEuropean(
  manager: EntityManager,
  { positionId, positionVersionId }: Pick<Application, 'positionId' | 'positionVersionId'>,
  { europeanRulesSince }: Pick<Company, 'europeanRulesSince'>,
): Promise<boolean> {
  if (europeanRulesSince !== null) {
    return true;
  }
  const { versionId } = await manager.findOneByOrFail(Position, { id: positionId });
  const ids = [...new Set([versionId, positionVersionId])];
  const versions = await manager.findBy(PositionVersion, { id: In(ids) });
  return versions.some(({ content }) => content.automation.european === true);
}
