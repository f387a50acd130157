import { Injectable } from '@nestjs/common';
import type {
  ApplicationList,
  ApplicationRow,
  ListApplications,
} from '@zhiyu/contracts/application';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { sources } from '@zhiyu/contracts/position';
import { Brackets, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database } from '../platform/database/database.js';
import { People } from '../privacy/people.service.js';
import { mayOn, requireOn } from '../staff/access.js';
import { opens } from '../staff/rights.js';
import { Application, PromiseRow, Resume } from './entities/application.entity.js';
import { Position, PositionVersion } from './entities/position.entity.js';
import { decidedByHr } from './pipeline.states.js';

const pageSize = 50;
const searchAtMost = 200;

const noScore = { total: null, standardError: null, requirement: null, verdict: null };

function scoreOf({ total, standardError, requirement, verdict }: Application) {
  return { total, standardError, requirement, verdict };
}

function cursorOf(row: Application): string {
  return Buffer.from(`${row.stageAt}.${row.id}`).toString('base64url');
}

function readCursor(cursor: string): { stageAt: number; id: string } {
  const [stageAt, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (!id || !Number.isInteger(Number(stageAt))) {
    throw new AppError('invalidInput', {}, [{ path: 'cursor', message: 'unknown' }]);
  }
  return { stageAt: Number(stageAt), id };
}

function afterCursor(query: SelectQueryBuilder<Application>, cursor: string | undefined): void {
  if (cursor === undefined) {
    return;
  }

  const { stageAt, id } = readCursor(cursor);
  query.andWhere(
    new Brackets((after) => {
      after
        .where('a.stageAt < :stageAt', { stageAt })
        .orWhere('a.stageAt = :stageAt AND a.id < :id', { stageAt, id });
    }),
  );
}

/** Looking at applications, within what a person may see. */
@Injectable()
export class Applications {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly vault: Vault,
  ) {}

  /** Newest change of stage first, a page at a time by key (never by counting rows off). */
  async list(actor: StaffActor, input: ListApplications): Promise<ApplicationList> {
    const positions = await this.positionsOf(actor);
    const limit = input.limit ?? pageSize;
    const query = this.database
      .read(Application)
      .createQueryBuilder('a')
      .where('a.companyId = :companyId', { companyId: actor.companyId })
      .orderBy('a.stageAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .take(limit + 1);
    if (!(await this.narrow(query, actor, input, positions))) {
      return { applications: [], nextCursor: null };
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      applications: await this.views(actor, shown, positions),
      nextCursor: rows.length > limit && last ? cursorOf(last) : null,
    };
  }

  /** The application with its position, for those who may see it. @throws notFound, notAllowed */
  async require(
    actor: StaffActor,
    id: string,
    act: string,
  ): Promise<{ application: Application; position: Position }> {
    const application = await this.database.read(Application).findOneBy({ id });
    const position = application
      ? await this.database.read(Position).findOneBy({ id: application.positionId })
      : null;
    requireOn(actor, act, position);
    if (!application) {
      throw new AppError('notFound');
    }
    return { application, position };
  }

  async row(actor: StaffActor, application: Application): Promise<ApplicationRow> {
    const [view] = await this.views(actor, [application], await this.positionsOf(actor));
    if (!view) {
      throw new AppError('notFound');
    }
    return view;
  }

  async resumeRow(actor: StaffActor, resumeId: string): Promise<Resume> {
    const application = await this.database.read(Application).findOneBy({ resumeId });
    if (!application) {
      throw new AppError('notFound');
    }
    await this.require(actor, application.id, 'application.view');
    if (!opens(actor.roles, 'contact')) {
      throw new AppError('notAllowed');
    }
    return this.database.read(Resume).findOneByOrFail({ id: resumeId });
  }

  /** The rules' results with their lines, opened. */
  async screeningText(application: Application): Promise<string | null> {
    const vault = await this.vault.of(application.personId);
    return vault.open(
      { table: 'application', column: 'screening', row: application.id },
      application.screening,
    );
  }

  private async positionsOf(actor: StaffActor): Promise<Map<string, Position>> {
    const rows = await this.database.read(Position).findBy({ companyId: actor.companyId });
    return new Map(
      rows.filter((row) => mayOn(actor, 'application.view', row)).map((row) => [row.id, row]),
    );
  }

  /** @returns false when nothing can match. */
  private async narrow(
    query: SelectQueryBuilder<Application>,
    actor: StaffActor,
    input: ListApplications,
    positions: Map<string, Position>,
  ): Promise<boolean> {
    if (positions.size === 0 || (input.positionId && !positions.has(input.positionId))) {
      return false;
    }
    await this.narrowByPosition(query, actor, input, positions);
    if (input.waiting || input.stage) {
      query.andWhere('a.stage IN (:...stages)', {
        stages: input.stage ? [input.stage] : ['screening', 'review'],
      });
    }
    afterCursor(query, input.cursor);
    return this.narrowBySearch(query, actor, input.q?.trim() ?? '');
  }

  private async narrowBySearch(
    query: SelectQueryBuilder<Application>,
    actor: StaffActor,
    q: string,
  ): Promise<boolean> {
    if (q === '') {
      return true;
    }
    const people = await this.people.search(actor.companyId, q, searchAtMost);
    if (people.length > 0) {
      query.andWhere('a.personId IN (:...people)', { people });
    }
    return people.length > 0;
  }

  /** Who sees every position of the company needs no list of them: the index on stage and time serves alone. */
  private async narrowByPosition(
    query: SelectQueryBuilder<Application>,
    actor: StaffActor,
    input: ListApplications,
    positions: Map<string, Position>,
  ): Promise<void> {
    if (input.positionId) {
      query.andWhere('a.positionId = :positionId', { positionId: input.positionId });
      return;
    }
    const all = await this.database.read(Position).countBy({ companyId: actor.companyId });
    if (positions.size < all) {
      query.andWhere('a.positionId IN (:...positionIds)', { positionIds: [...positions.keys()] });
    }
  }

  private async views(
    actor: StaffActor,
    rows: Application[],
    positions: Map<string, Position>,
  ): Promise<ApplicationRow[]> {
    const names = await this.people.namesOf(rows.map((row) => row.personId));
    const versions = await this.database
      .read(PositionVersion)
      .findBy({ id: In([...new Set(rows.map((row) => row.positionVersionId))]) });
    const contents = new Map(versions.map((version) => [version.id, version.content]));
    const promises = await this.openPromises(rows.map((row) => row.id));
    const scores = opens(actor.roles, 'scores');
    return rows.map((row) => {
      const content = contents.get(row.positionVersionId);
      const position = positions.get(row.positionId);
      return {
        id: row.id,
        candidateName: names.get(row.personId) ?? '',
        positionId: row.positionId,
        positionName: content ? textIn(content.name, actor.locale) : '',
        stage: row.stage,
        source: sources.find((source) => source === row.source) ?? 'website',
        appliedAt: row.createdAt,
        stageAt: row.stageAt,
        ...(scores ? scoreOf(row) : noScore),
        promiseAt: promises.get(row.id) ?? null,
        waitsForMe:
          decidedByHr.includes(row.stage) &&
          position !== undefined &&
          mayOn(actor, 'application.decide', position),
        example: row.example,
      };
    });
  }

  private async openPromises(applicationIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.read(PromiseRow).find({
      where: { applicationId: In(applicationIds), keptAt: IsNull() },
      order: { dueAt: 'DESC' },
    });
    return new Map(rows.map((row) => [row.applicationId, row.dueAt]));
  }
}
