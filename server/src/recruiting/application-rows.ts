import type { DataSource } from 'typeorm';
import type { Query } from './application-keys.js';
import type { Application } from './entities/application.entity.js';

/** What a row of the list shows: never the sealed rules, which are many times as long. */
const shown = [
  'id',
  'companyId',
  'positionId',
  'positionVersionId',
  'personId',
  'source',
  'stage',
  'stageAt',
  'total',
  'standardError',
  'requirement',
  'verdict',
  'doubts',
  'potential',
  'example',
  'createdAt',
] as const satisfies (keyof Application)[];

export interface ShownApplication extends Pick<Application, (typeof shown)[number]> {
  /** When the nearest open promise to the candidate is due. */
  promiseAt: number | null;
}

/** MariaDB hands back big integers as text, and both a flag as a number. */
type Raw = Omit<ShownApplication, 'stageAt' | 'createdAt' | 'promiseAt' | 'example'> & {
  stageAt: number | string;
  createdAt: number | string;
  promiseAt: number | string | null;
  example: number | boolean;
};

const columns = shown.map((column) => `a.${column} AS ${column}`).join(', ');
const promise = `(SELECT MIN(p.dueAt) FROM promise p
  WHERE p.applicationId = a.id AND p.keptAt IS NULL) AS promiseAt`;

/** The applications of these keys, in the order of the keys, in one statement without entities. */
export async function shownApplications(
  dataSource: DataSource,
  keys: Query,
): Promise<ShownApplication[]> {
  const rows: Raw[] = await dataSource.query(
    `SELECT ${columns}, ${promise} FROM (${keys.sql}) AS k JOIN application a ON a.id = k.id
     ORDER BY k.at DESC, k.id DESC`,
    keys.parameters,
  );
  return rows.map((row) => ({
    ...row,
    stageAt: Number(row.stageAt),
    createdAt: Number(row.createdAt),
    promiseAt: row.promiseAt === null ? null : Number(row.promiseAt),
    example: Boolean(row.example),
  }));
}
