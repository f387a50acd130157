import type { PositionContent } from '@zhiyu/contracts/position';
import { In } from 'typeorm';
import type { Database } from '../../platform/database/database.js';
import { Unchanging } from '../../platform/unchanging.js';
import { PositionVersion } from './position.entity.js';

export type PositionTitle = Pick<PositionContent, 'name' | 'place'>;

/** What lists show of positions, by the id of the version; the whole content is far larger. */
export function positionTitles(database: Database): Unchanging<PositionTitle> {
  return new Unchanging(async (ids) => {
    const versions = await database.read(PositionVersion).findBy({ id: In(ids) });
    return versions.map(({ id, content: { name, place } }) => [id, { name, place }]);
  });
}
