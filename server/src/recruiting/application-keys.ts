import type { Stage } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';

/** What a page of the list is cut from; null does not narrow. */
export interface Narrowed {
  companyId: string;
  positionIds: readonly string[] | null;
  stages: readonly Stage[] | null;
  after: Key | null;
  atMost: number;
}

/** Where an application stands in the list: newest change of stage first. */
export interface Key {
  id: string;
  stageAt: number;
}

interface Row extends Key {
  companyId: string;
  positionId: string;
  stage: Stage;
}

export interface Query {
  sql: string;
  parameters: (string | number)[];
}

/** Above it the list is read in its order and what is not wanted is passed over. */
const branchesAtMost = 200;

const newestFirst = 'ORDER BY stageAt DESC, id DESC';

export function cursorOf({ id, stageAt }: Key): string {
  return Buffer.from(`${stageAt}.${id}`).toString('base64url');
}

/** @throws invalidInput for what `cursorOf` never gave */
export function readCursor(cursor: string): Key {
  const [stageAt, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (!id || !Number.isSafeInteger(Number(stageAt))) {
    throw new AppError('invalidInput', {}, [{ path: 'cursor', message: 'unknown' }]);
  }
  return { stageAt: Number(stageAt), id };
}

/** A condition, with its values. */
type Part = [sql: string, values: readonly (string | number)[]];

function oneOf(column: string, values: readonly string[] | null): Part[] {
  if (values === null) {
    return [];
  }
  const [first] = values;
  return values.length === 1 && first !== undefined
    ? [[`a.${column} = ?`, [first]]]
    : [[`a.${column} IN (${values.map(() => '?').join(',')})`, values]];
}

/** The first condition is the range of the index, the second takes out who shares the moment. */
function beyond(after: Key | null): Part[] {
  return after === null
    ? []
    : [
        [
          'a.stageAt <= ? AND (a.stageAt < ? OR a.id < ?)',
          [after.stageAt, after.stageAt, after.id],
        ],
      ];
}

function keysWhere(parts: readonly Part[]): Query {
  const where = parts.map(([sql]) => sql).join(' AND ');
  return {
    sql: `SELECT a.id AS id, a.stageAt AS stageAt FROM application a WHERE ${where}`,
    parameters: parts.flatMap(([, values]) => [...values]),
  };
}

/** One list of conditions for each position and stage: each is a piece of one index, in the list's order. */
function branchesOf({ companyId, positionIds, stages, after }: Narrowed): Part[][] {
  const one = (ids: readonly string[] | null, of: readonly Stage[] | null): Part[] => [
    ['a.companyId = ?', [companyId]],
    ...oneOf('positionId', ids),
    ...oneOf('stage', of),
    ...beyond(after),
  ];
  const positions = positionIds?.map((id) => [id]) ?? [null];
  const places = stages?.map((stage) => [stage]) ?? [null];
  return positions.length * places.length > branchesAtMost
    ? [one(positionIds, stages)]
    : positions.flatMap((ids) => places.map((of) => one(ids, of)));
}

/**
 * The keys of a page. A list of several positions or stages is merged from the first rows of each, so that a page
 * costs the same wherever it stands and however many applications there are.
 */
export function pageOfKeys(narrowed: Narrowed): Query {
  const page = `${newestFirst} LIMIT ${narrowed.atMost}`;
  const branches = branchesOf(narrowed).map(keysWhere);
  const parameters = branches.flatMap((branch) => branch.parameters);
  const [only] = branches;
  const sql =
    only && branches.length === 1
      ? only.sql
      : branches
          .map((branch, n) => `SELECT * FROM (${branch.sql} ${page}) AS k${n}`)
          .join(' UNION ALL ');
  return { sql: `${sql} ${page}`, parameters };
}

export function keysOfOne(id: string): Query {
  return keysWhere(oneOf('id', [id]));
}

/** The keys of everything that these people handed in. */
export function keysOfPeople(personIds: readonly string[]): Query {
  return keysWhere(oneOf('personId', personIds));
}

/** The page of these rows, which stand in the list's order, for the few whom a search means: an index of the order would be the wrong one to ask. */
export function pageOf<R extends Row>(rows: readonly R[], narrowed: Narrowed): R[] {
  const { companyId, positionIds, stages, after, atMost } = narrowed;
  return rows
    .filter(
      (row) =>
        row.companyId === companyId &&
        (positionIds?.includes(row.positionId) ?? true) &&
        (stages?.includes(row.stage) ?? true) &&
        (after === null || newerFirst(after, row) < 0),
    )
    .slice(0, atMost);
}

/** Negative when `a` stands before `b`. Ids are compared as the databases do, by their characters. */
function newerFirst(a: Key, b: Key): number {
  return b.stageAt - a.stageAt || (a.id > b.id ? -1 : Number(a.id < b.id));
}
