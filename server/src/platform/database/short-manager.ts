import {
  DataSource,
  DeleteResult,
  EntityManager,
  type EntityTarget,
  type FindManyOptions,
  type FindOneOptions,
  type FindOptionsWhere,
  InsertResult,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
  type QueryResult,
  type QueryRunner,
  type UpdateOptions,
  UpdateResult,
} from 'typeorm';
import { type Chosen, ShortSql, simpleChoice, simpleWhere } from './short-sql.js';

type Row = Record<string, unknown>;
type Where<T> = FindOptionsWhere<T> | FindOptionsWhere<T>[];

const plain = { order: [], lock: false };
/** Rows in one insert that have a text of their own. */
const rowsAtMost = 50;

/**
 * TypeORM's manager with a short way for simple statements (columns that equal values, whole rows), at a third of
 * the query builder's cost; what is not simple goes to the builder. Both give the same.
 */
class ShortManager extends EntityManager {
  private readonly known: WeakMap<object, ShortSql>;

  constructor(source: ShortDataSource, runner?: QueryRunner) {
    super(source, runner);
    this.known = source.shortSql;
  }

  override async findOneBy<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    where: Where<T>,
  ): Promise<T | null> {
    const by = simpleWhere(this.dataSource.getMetadata(target), where);
    return by
      ? ((await this.rows(target, { ...plain, by, take: 1 }))[0] ?? null)
      : super.findOneBy(target, where);
  }

  override async findOne<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    options: FindOneOptions<T>,
  ): Promise<T | null> {
    const chosen = simpleChoice(this.dataSource.getMetadata(target), options);
    return chosen
      ? ((await this.rows(target, { ...chosen, take: 1 }))[0] ?? null)
      : super.findOne(target, options);
  }

  override async findBy<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    where: Where<T>,
  ): Promise<T[]> {
    const by = simpleWhere(this.dataSource.getMetadata(target), where);
    return by ? this.rows(target, { ...plain, by, take: null }) : super.findBy(target, where);
  }

  override async find<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    options?: FindManyOptions<T>,
  ): Promise<T[]> {
    const chosen = simpleChoice(this.dataSource.getMetadata(target), options);
    return chosen ? this.rows(target, chosen) : super.find(target, options);
  }

  override async existsBy<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    where: Where<T>,
  ): Promise<boolean> {
    const by = simpleWhere(this.dataSource.getMetadata(target), where);
    if (!by) {
      return super.existsBy(target, where);
    }
    const sql = this.sqlOf(target);
    const found = await this.query<unknown[]>(sql.exists(by), sql.boundOf(by));
    return found.length > 0;
  }

  override async insert<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    entity: QueryDeepPartialEntity<T> | QueryDeepPartialEntity<T>[],
  ): Promise<InsertResult> {
    const rows = (Array.isArray(entity) ? entity : [entity]) as Row[];
    const names = this.dataSource.getMetadata(target).columns.map((one) => one.propertyName);
    const whole = (row: Row) =>
      names.every((name) => row[name] !== undefined && typeof row[name] !== 'function');
    if (rows.length === 0 || rows.length > rowsAtMost || !rows.every(whole)) {
      return super.insert(target, entity);
    }
    const sql = this.sqlOf(target);
    const values = rows.flatMap((row) => names.map((name) => sql.stored(name, row[name])));
    return InsertResult.from(await this.change(sql.insert(rows.length), values));
  }

  override async update<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    criteria: unknown,
    partial: QueryDeepPartialEntity<T>,
    options?: UpdateOptions,
  ): Promise<UpdateResult> {
    const metadata = this.dataSource.getMetadata(target);
    const by = simpleWhere(metadata, criteria);
    const changes = Object.entries(partial as Row).filter(([, value]) => value !== undefined);
    const simple = changes.every(
      ([name, value]) =>
        typeof value !== 'function' && metadata.findColumnWithPropertyName(name) !== undefined,
    );
    if (!by || options || !simple || changes.length === 0) {
      return super.update(target, criteria, partial, options);
    }
    const sql = this.sqlOf(target);
    const values = changes.map(([name, value]) => sql.stored(name, value));
    const names = changes.map(([name]) => name);
    return UpdateResult.from(
      await this.change(sql.update(names, by), [...values, ...sql.boundOf(by)]),
    );
  }

  override async delete<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    criteria: unknown,
  ): Promise<DeleteResult> {
    const by = simpleWhere(this.dataSource.getMetadata(target), criteria);
    if (!by) {
      return super.delete(target, criteria);
    }
    const sql = this.sqlOf(target);
    return DeleteResult.from(await this.change(sql.delete(by), sql.boundOf(by)));
  }

  private async rows<T extends ObjectLiteral>(
    target: EntityTarget<T>,
    chosen: Chosen,
  ): Promise<T[]> {
    const sql = this.sqlOf(target);
    const rows = await this.query<Row[]>(sql.select(chosen), sql.boundOf(chosen.by));
    return rows.map((row) => sql.entity(row) as T);
  }

  private async change(sql: string, values: unknown[]): Promise<QueryResult> {
    const runner = this.queryRunner ?? this.dataSource.createQueryRunner();
    try {
      return await runner.query(sql, values, true);
    } finally {
      if (runner !== this.queryRunner) {
        await runner.release();
      }
    }
  }

  private sqlOf(target: EntityTarget<ObjectLiteral>): ShortSql {
    const metadata = this.dataSource.getMetadata(target);
    const known = this.known.get(metadata);
    if (known) {
      return known;
    }
    const made = new ShortSql(this.dataSource.driver, metadata);
    this.known.set(metadata, made);
    return made;
  }
}

/** A data source whose managers know the short way. */
export class ShortDataSource extends DataSource {
  private statements: WeakMap<object, ShortSql> | undefined;

  /** The statements of each table, shared by all managers. */
  get shortSql(): WeakMap<object, ShortSql> {
    return (this.statements ??= new WeakMap());
  }

  override createEntityManager(runner?: QueryRunner): EntityManager {
    return new ShortManager(this, runner);
  }
}
