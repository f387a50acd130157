import { type Stage, stages } from '@zhiyu/contracts/stage-values';
import { AppError } from '@zhiyu/contracts/errors';

/** What a page of the list is cut from; null does not narrow. */
export interface Narrowed {
  companyId: string;
  positionIds: readonly string[] | null;
  stages: readonly Stage[] | null;
  source: string | null;
  /** Those who came in this span of time, in the order in which they came; null: newest change of stage first. */
  came: { from: number; to: number } | null;
  after: Key | null;
  atMost: number;
}

/** Where an application stands in the list. */
export interface Key {
  id: string;
  /** The moment by which the list is ordered, ms. */
  at: number;
}

interface Row {
  id: string;
  companyId: string;
  positionId: string;
  stage: Stage;
  source: string;
  stageAt: number;
  createdAt: number;
}

export interface Query {
  sql: string;
  parameters: (string | number)[];
}

/** Above it the list is read in its order and what is not wanted is passed over. */
const branchesAtMost = 200;

const newestFirst = 'ORDER BY at DESC, id DESC';

export function cursorOf({ id, at }: Key): string {
  return Buffer.from(`${at}.${id}`).toString('base64url');
}

/** Where a row stands in this list. */
export function keyIn({ came }: Pick<Narrowed, 'came'>, row: Omit<Row, 'companyId'>): Key {
  return { id: row.id, at: came === null ? row.stageAt : row.createdAt };
}

/** @throws invalidInput for what `cursorOf` never gave */
export function readCursor(cursor: string): Key {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (!id || !Number.isSafeInteger(Number(at))) {
    throw new AppError('invalidInput', {}, [{ path: 'cursor', message: 'unknown' }]);
  }
  return { at: Number(at), id };
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
function beyond(column: string, after: Key | null): Part[] {
  return after === null
    ? []
    : [[`a.${column} <= ? AND (a.${column} < ? OR a.id < ?)`, [after.at, after.at, after.id]]];
}

function keysWhere(parts: readonly Part[], column = 'stageAt'): Query {
  const where = parts.map(([sql]) => sql).join(' AND ');
  return {
    sql: `SELECT a.id AS id, a.${column} AS at FROM application a WHERE ${where}`,
    parameters: parts.flatMap(([, values]) => [...values]),
  };
}

/** A condition that no index answers: the one of the order is to be read, not one of these columns. */
function beside(parts: readonly Part[]): Part[] {
  return parts.map(([sql, values]) => [sql.replace(/^a\.(\w+)/, "COALESCE(a.$1, '')"), values]);
}

/**
 * One list of conditions for each position and stage: each is a piece of one index, in the list's order. A source has
 * its stage before the moment in the index, so that all stages are asked where none is.
 */
function branchesOf(narrowed: Narrowed): Part[][] {
  const { companyId, positionIds, source, after } = narrowed;
  const asked = narrowed.stages ?? (source === null ? null : stages);
  const one = (ids: readonly string[] | null, of: readonly Stage[] | null): Part[] => [
    ['a.companyId = ?', [companyId]],
    ...oneOf('positionId', ids),
    ...oneOf('source', source === null ? null : [source]),
    ...oneOf('stage', of),
    ...beyond('stageAt', after),
  ];
  const positions = positionIds?.map((id) => [id]) ?? [null];
  const places = asked?.map((stage) => [stage]) ?? [null];
  return positions.length * places.length > branchesAtMost
    ? [one(positionIds, narrowed.stages)]
    : positions.flatMap((ids) => places.map((of) => one(ids, of)));
}

/** Who came in a span of time: a week of a company is few enough to be looked through. */
function cameIn(narrowed: Narrowed, { from, to }: { from: number; to: number }): Query {
  const { companyId, positionIds, stages: of, source, after } = narrowed;
  const parts: Part[] = [
    ['a.companyId = ?', [companyId]],
    ['a.createdAt >= ? AND a.createdAt < ?', [from, to]],
    ...beside([
      ...oneOf('positionId', positionIds),
      ...oneOf('stage', of),
      ...oneOf('source', source === null ? null : [source]),
    ]),
    ...beyond('createdAt', after),
  ];
  return keysWhere(parts, 'createdAt');
}

/**
 * The keys of a page. A list of several positions or stages is merged from the first rows of each, so that a page
 * costs the same wherever it stands and however many applications there are.
 */
export function pageOfKeys(narrowed: Narrowed): Query {
  const page = `${newestFirst} LIMIT ${narrowed.atMost}`;
  const branches =
    narrowed.came === null
      ? branchesOf(narrowed).map((parts) => keysWhere(parts))
      : [cameIn(narrowed, narrowed.came)];
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

/** How many there are, counted up to `atMost`: each place stops there by itself, so that it never reads on. */
export function countOfKeys(narrowed: Narrowed): Query {
  const branches =
    narrowed.came === null
      ? branchesOf(narrowed).map((parts) => keysWhere(parts))
      : [cameIn(narrowed, narrowed.came)];
  const limit = `LIMIT ${narrowed.atMost}`;
  const all = branches
    .map(({ sql }, n) => `SELECT k${n}.id FROM (${sql} ${limit}) AS k${n}`)
    .join(' UNION ALL ');
  return {
    sql: `SELECT COUNT(*) AS n FROM (SELECT u.id FROM (${all}) AS u ${limit}) AS c`,
    parameters: branches.flatMap(({ parameters }) => parameters),
  };
}

/** @param ids at least one */
export function keysOfIds(ids: readonly string[]): Query {
  return keysWhere(oneOf('id', ids));
}

/** The keys of everything that these people handed in. */
export function keysOfPeople(personIds: readonly string[]): Query {
  return keysWhere(oneOf('personId', personIds));
}

/**
 * The page of these rows, for the few whom a search means: an index of the order would be the wrong one to ask.
 */
export function pageOf<R extends Row>(rows: readonly R[], narrowed: Narrowed): R[] {
  const { companyId, positionIds, stages: of, source, came, after, atMost } = narrowed;
  const wanted: ((row: R) => boolean)[] = [
    (row) => row.companyId === companyId,
    (row) => positionIds?.includes(row.positionId) ?? true,
    (row) => of?.includes(row.stage) ?? true,
    (row) => source === null || row.source === source,
    (row) => came === null || (row.createdAt >= came.from && row.createdAt < came.to),
    (row) => after === null || newerFirst(after, keyIn(narrowed, row)) < 0,
  ];
  return rows
    .filter((row) => wanted.every((is) => is(row)))
    .sort((a, b) => newerFirst(keyIn(narrowed, a), keyIn(narrowed, b)))
    .slice(0, atMost);
}

/** Negative when `a` stands before `b`. Ids are compared as the databases do, by their characters. */
function newerFirst(a: Key, b: Key): number {
  return b.at - a.at || (a.id > b.id ? -1 : Number(a.id < b.id));
}
