import 'reflect-metadata';
import { settingsOfProcess } from '@zhiyu/config/settings';
import { DataKey } from '../platform/crypto/data-key.entity.js';
import { makeDataSource } from '../platform/database/data-source.js';
import { Person } from '../privacy/person.entity.js';
import { type CommandIo, UsageError } from './io.js';

/** `zhiyu erased`: the id of everybody whose key was destroyed, one a line; for `zhiyu restore --erased`. */
export async function erasedCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.length > 0) {
    throw new UsageError('erased');
  }
  const { data } = settingsOfProcess();
  const place = { dataDir: data.DATA_DIR, url: data.DATABASE_URL };
  const dataSource = await makeDataSource(place, [DataKey, Person]).initialize();
  try {
    const query = dataSource.createQueryBuilder(Person, 'person').select('person.id', 'id');
    const rows = await query
      .leftJoin(DataKey, 'held', 'held.subjectId = person.id')
      .where('held.subjectId IS NULL')
      .orderBy('person.id')
      .getRawMany<{ id: string }>();
    io.out(rows.map(({ id }) => `${id}\n`).join(''));
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
