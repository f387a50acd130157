import { Injectable } from '@nestjs/common';
import type {
  ApplicationList,
  ApplicationRow,
  ListApplications,
} from '@zhiyu/contracts/application';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { byLook } from '@zhiyu/contracts/look-order';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { sources } from '@zhiyu/contracts/source-values';
import type { StaffActor } from '../platform/auth/actor.js';
import { Masks } from '../platform/auth/masks.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { shanghaiHour, weekOf } from '../platform/time/shanghai.js';
import { People } from '../privacy/people.service.js';
import { SamePeople } from '../privacy/same-people.service.js';
import { mayOn, requireOn } from '../staff/access.js';
import { opens } from '../staff/rights.js';
import {
  countOfKeys,
  cursorOf,
  keyIn,
  keysOfIds,
  keysOfPeople,
  type Narrowed,
  pageOf,
  pageOfKeys,
  readCursor,
} from './application-keys.js';
import { type ShownApplication, shownApplications } from './application-rows.js';
import { mayDecideOn } from './deciding.js';
import { doubtsFrom } from './doubts.js';
import { Application, Resume } from './entities/application.entity.js';
import { Position } from './entities/position.entity.js';
import { positionTitles } from './entities/position-titles.js';
import { decidedByHr } from './pipeline.states.js';

const pageSize = 50;
const searchAtMost = 200;
/** Applications that wait for HR's first word or for the decision on the interview. */
const waitingStages: readonly Stage[] = ['screening', 'review'];

/** So many that wait are put in an order; the first of them are shown. */
const orderedAtMost = 1000;

const noScore = {
  ...{ total: null, standardError: null, requirement: null, verdict: null },
  ...{ doubts: [], highPotential: false },
};

function scoreOf({ total, standardError, requirement, verdict, ...row }: ShownApplication) {
  const beside = { doubts: doubtsFrom(row.doubts), highPotential: row.potential === 'met' };
  return { total, standardError, requirement, verdict, ...beside };
}

/** The positions of a company that a person may see. */
interface Seen {
  positions: Map<string, Position>;
  /** They are all that the company has. */
  all: boolean;
}

/** The positions that are asked for; null: all that there are, and who sees them needs no list of them. */
function positionsOf(
  { positionId, departmentId }: ListApplications,
  { positions, all }: Seen,
): string[] | null {
  if (positionId === undefined && departmentId === undefined) {
    return all ? null : [...positions.keys()];
  }
  return [...positions.values()]
    .filter(({ id }) => positionId === undefined || id === positionId)
    .filter((one) => departmentId === undefined || one.departmentId === departmentId)
    .map(({ id }) => id);
}

/** @returns null when nothing can match. */
function narrow(
  actor: StaffActor,
  input: ListApplications,
  seen: Seen,
): Omit<Narrowed, 'atMost'> | null {
  const positionIds = positionsOf(input, seen);
  if (seen.positions.size === 0 || positionIds?.length === 0) {
    return null;
  }
  const waiting = input.waiting ? waitingStages : null;
  return {
    companyId: actor.companyId,
    positionIds,
    stages: input.stage ? [input.stage] : waiting,
    source: input.source ?? null,
    came: input.week === undefined ? null : weekOf(shanghaiHour(input.week, 0)),
    after: input.cursor === undefined ? null : readCursor(input.cursor),
  };
}

/** Looking at applications, within what a person may see. */
@Injectable()
export class Applications {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly same: SamePeople,
    private readonly masks: Masks,
    private readonly clock: Clock,
  ) {
    this.titles = positionTitles(database);
  }

  /** Newest change of stage first, a page at a time by key (never by counting rows off). */
  async list(actor: StaffActor, input: ListApplications): Promise<ApplicationList> {
    const seen = await this.seenBy(actor);
    const limit = input.limit ?? pageSize;
    const narrowed = narrow(actor, input, seen);
    if (!narrowed) {
      return { applications: [], nextCursor: null };
    }
    if (input.order === 'look') {
      return { applications: await this.byLook(actor, narrowed, limit), nextCursor: null };
    }
    const q = input.q?.trim() ?? '';
    const found = await this.rowsOf({ ...narrowed, atMost: limit + 1 }, q);
    const rows = q === '' ? found : await this.notHidden(actor, found);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      applications: await this.views(actor, shown, seen.positions),
      nextCursor: rows.length > limit && last ? cursorOf(keyIn(narrowed, last)) : null,
    };
  }

  /** How many the list has, counted up to `atMost`. */
  async count(actor: StaffActor, input: ListApplications, atMost: number): Promise<number> {
    const narrowed = narrow(actor, input, await this.seenBy(actor));
    const q = input.q?.trim() ?? '';
    if (!narrowed || q !== '') {
      const rows = narrowed ? await this.rowsOf({ ...narrowed, atMost }, q) : [];
      return (await this.notHidden(actor, rows)).length;
    }
    const { sql, parameters } = countOfKeys({ ...narrowed, atMost });
    const [row]: { n: number | string }[] = await this.database.dataSource.query(sql, parameters);
    return Number(row?.n ?? 0);
  }

  /** What a look would change most, first. */
  private async byLook(
    actor: StaffActor,
    narrowed: Omit<Narrowed, 'atMost'>,
    limit: number,
  ): Promise<ApplicationRow[]> {
    const rows = await this.rowsOf({ ...narrowed, atMost: orderedAtMost }, '');
    const scores = opens(actor.roles, 'scores');
    const facts = rows.map((row) => ({ ...row, ...(scores ? scoreOf(row) : noScore), row }));
    const first = byLook(facts, this.clock.now()).slice(0, limit);
    const { positions } = await this.seenBy(actor);
    return this.views(
      actor,
      first.map(({ row }) => row),
      positions,
    );
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
    const [view] = await this.rows(actor, [application.id]);
    if (!view) {
      throw new AppError('notFound');
    }
    return view;
  }

  /** Newest change of stage first. @throws notFound when one of them is not there for this person */
  async rows(actor: StaffActor, ids: readonly string[]): Promise<ApplicationRow[]> {
    const { positions } = await this.seenBy(actor);
    const rows = await shownApplications(this.database.dataSource, keysOfIds(ids));
    const shown = rows.filter((row) => positions.has(row.positionId));
    if (shown.length < ids.length) {
      throw new AppError('notFound');
    }
    return this.views(actor, shown, positions);
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

  /** Applications that a résumé was sent with. */
  async ofResume(resumeId: string): Promise<string[]> {
    const rows = await this.database.read(Application).findBy({ resumeId });
    return rows.map(({ id }) => id);
  }

  private async seenBy(actor: StaffActor): Promise<Seen> {
    const rows = await this.database.read(Position).findBy({ companyId: actor.companyId });
    const seen = rows.filter((row) => mayOn(actor, 'application.view', row));
    const positions = new Map(seen.map((row) => [row.id, row]));
    return { positions, all: seen.length === rows.length };
  }

  /** In the order of the list; a search by name or number means few people, whose applications are all read. */
  private async rowsOf(narrowed: Narrowed, q: string): Promise<ShownApplication[]> {
    const { dataSource } = this.database;
    if (q === '') {
      return shownApplications(dataSource, pageOfKeys(narrowed));
    }
    const found = await this.people.search(narrowed.companyId, q, searchAtMost);
    const people = await this.same.everybody(found);
    return people.length === 0
      ? []
      : pageOf(await shownApplications(dataSource, keysOfPeople(people)), narrowed);
  }

  /** Whoever is found by name or number is recognised by it. */
  private async notHidden(
    actor: StaffActor,
    rows: ShownApplication[],
  ): Promise<ShownApplication[]> {
    const hidden = await this.masks.hidden(
      actor,
      rows.map(({ id }) => id),
    );
    return rows.filter(({ id }) => !hidden.has(id));
  }

  private async views(
    actor: StaffActor,
    rows: ShownApplication[],
    positions: Map<string, Position>,
  ): Promise<ApplicationRow[]> {
    const names = await this.people.namesOf(rows.map((row) => row.personId));
    const titles = await this.titles.of(rows.map((row) => row.positionVersionId));
    const scores = opens(actor.roles, 'scores');
    return rows.map((row) => {
      const name = titles.get(row.positionVersionId)?.name;
      const position = positions.get(row.positionId);
      return {
        id: row.id,
        candidateName: names.get(row.personId) ?? '',
        positionId: row.positionId,
        positionName: name ? textIn(name, actor.locale) : '',
        stage: row.stage,
        source: sources.find((source) => source === row.source) ?? 'website',
        appliedAt: row.createdAt,
        stageAt: row.stageAt,
        ...(scores ? scoreOf(row) : noScore),
        promiseAt: row.promiseAt,
        waitsForMe:
          decidedByHr.includes(row.stage) &&
          position !== undefined &&
          mayDecideOn(actor, row.stage, position),
        example: row.example,
      };
    });
  }
}
