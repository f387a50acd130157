import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import {
  type ApproveRule,
  type ChangePosition,
  type CreatePosition,
  type PositionContent,
  type PositionDetail,
  type PositionSummary,
  type SavePosition,
  type TemplateList,
} from '@zhiyu/contracts/position';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { mayOn, requireOn } from '../staff/access.js';
import { StaffService } from '../staff/staff.service.js';
import { Position, PositionVersion } from './entities/position.entity.js';
import { checkContent, keepApprovals } from './position.rules.js';
import { needsSecond, propose } from './publishing/proposing.js';
import { PositionSummaries } from './position-summaries.js';
import { PositionSeeds } from './position-seeds.js';
import { ProblemBank } from './problem-seeds.js';
import { requireInUse, waitingIn } from './retired-questions.js';

export interface NewPosition extends Omit<CreatePosition, 'template' | 'content'> {
  /** Of the new row; made here when absent. */
  id?: string;
  companyId: string;
  content: PositionContent;
  createdBy: string | null;
  state: Position['state'];
  example: boolean;
}

type NewVersion = Pick<PositionVersion, 'content' | 'createdBy' | 'note'>;

const versionsRemembered = 500;

/** Shared by all who read it: nobody may change it. */
function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === 'object' && part !== null) {
      frozen(part);
    }
  }
  return Object.freeze(value);
}

/** Positions and their immutable versions. */
@Injectable()
export class Positions {
  private readonly versions = new Map<string, PositionVersion>();

  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly seeds: PositionSeeds,
    private readonly summaries: PositionSummaries,
    private readonly problems: ProblemBank,
  ) {}

  templates(): TemplateList {
    const templates = this.seeds
      .all()
      .map(({ code, name, questions }) => ({ code, name, questions: questions.length }));
    return { templates };
  }

  async list(actor: StaffActor): Promise<PositionSummary[]> {
    const rows = await this.database.read(Position).find({
      where: { companyId: actor.companyId },
      order: { createdAt: 'ASC' },
    });
    const seen = rows.filter((row) => mayOn(actor, 'position.view', row));
    return this.summaries.of(seen);
  }

  async detail(actor: StaffActor, id: string): Promise<PositionDetail> {
    const row = await this.database.read(Position).findOneBy({ id });
    requireOn(actor, 'position.view', row);
    const [summary] = await this.summaries.of([row]);
    const current = await this.version(row.versionId);
    const versions = await this.database
      .read(PositionVersion)
      .find({ where: { positionId: id }, order: { version: 'DESC' } });
    const names = await this.staff.namesOf(versions.map((version) => version.createdBy));
    if (!summary) {
      throw new AppError('notFound');
    }
    return {
      ...summary,
      content: current.content,
      departmentId: row.departmentId,
      versions: versions.map(({ version, createdAt, createdBy, note }) => ({
        version,
        createdAt,
        createdBy: names.get(createdBy ?? '') ?? '',
        note,
      })),
      ...(await waitingIn(this.database.dataSource.manager, row.companyId, current.content)),
    };
  }

  /** @param id of the new position; where it is there already, this very act made it, and nothing more happens */
  async create(actor: StaffActor, input: CreatePosition, id: string): Promise<PositionDetail> {
    const content = input.content ?? this.seeds.find(input.template ?? '');
    if (!content) {
      throw new AppError('invalidInput', {}, [{ path: 'template', message: 'unknown' }]);
    }
    const { companyId, id: createdBy } = actor;
    const { headcount, departmentId } = input;
    const ownerId = input.ownerId ?? (actor.roles.includes('hr') ? actor.id : null);
    const made = {
      id,
      companyId,
      content,
      createdBy,
      headcount,
      departmentId,
      ownerId,
      state: 'open' as const,
      example: false,
    };
    await this.database.transaction(async (tx) => {
      if (!(await tx.manager.existsBy(Position, { id, companyId }))) {
        await this.add(tx, made);
      }
    });
    return this.detail(actor, id);
  }

  async add(tx: Tx, input: NewPosition): Promise<string> {
    checkContent(input.content, input.createdBy, this.problems.knows);
    const id = input.id ?? newId(tx.now);
    const { companyId, state, headcount, departmentId, ownerId, example } = input;
    await this.staff.requireOwn(tx.manager, companyId, { departmentId, staffId: ownerId });
    await this.staff.requireActive(tx.manager, ownerId);
    const versionId = await this.addVersion(tx, { ...input, positionId: id, version: 1, note: '' });
    const row = {
      id,
      companyId,
      code: input.content.code,
      state,
      headcount,
      departmentId,
      ownerId,
      example,
    };
    await tx.manager.insert(Position, { ...row, versionId, version: 1, createdAt: tx.now });
    tx.emit('PositionChanged', companyId, { positionId: id, version: 1 });
    return id;
  }

  /**
   * A saved change is a new version; applications keep the one they came under. Where the company wants a second person
   * it waits for that one first, and the version stays.
   */
  async save(actor: StaffActor, input: SavePosition): Promise<PositionDetail> {
    await this.database.transaction(async (tx) => {
      const row = await this.editable(tx.manager, actor, input.id);
      const content = await this.checked(tx, row, input, actor.id);
      const change = { content, createdBy: actor.id, note: input.note };
      if (await needsSecond(tx.manager, row.companyId)) {
        await propose(tx, row, change);
      } else {
        await this.publish(tx, row, change);
      }
    });
    return this.detail(actor, input.id);
  }

  /** The content as it may be published, with the approvals that still hold. @throws staleVersion, what `checkContent` throws */
  async checked(
    tx: Tx,
    row: Position,
    input: Pick<SavePosition, 'baseVersion' | 'content'>,
    savedBy: string,
  ): Promise<PositionContent> {
    if (row.version !== input.baseVersion) {
      throw new AppError('staleVersion');
    }
    const before = await this.version(row.versionId, tx.manager);
    const content = keepApprovals(input.content, before.content);
    checkContent(content, savedBy, this.problems.knows);
    await requireInUse(tx.manager, row.companyId, content);
    return content;
  }

  /** @returns the number of the new version; @throws staleVersion where another one was quicker */
  async publish(tx: Tx, row: Position, change: NewVersion): Promise<number> {
    const { companyId, id: positionId } = row;
    const version = row.version + 1;
    const versionId = await this.addVersion(tx, { companyId, positionId, version, ...change });
    const changed = await tx.manager.update(
      Position,
      { id: row.id, version: row.version },
      { version, versionId },
    );
    if (changed.affected !== 1) {
      throw new AppError('staleVersion');
    }
    tx.emit('PositionChanged', companyId, { positionId, version });
    return version;
  }

  async change(actor: StaffActor, input: ChangePosition): Promise<PositionDetail> {
    await this.database.transaction(async (tx) => {
      const row = await this.editable(tx.manager, actor, input.id);
      const { id: _id, ...change } = input;
      const { departmentId, ownerId } = change;
      const own = { departmentId: departmentId ?? null, staffId: ownerId ?? null };
      await this.staff.requireOwn(tx.manager, row.companyId, own);
      await this.staff.requireActive(tx.manager, own.staffId);
      if (Object.keys(change).length > 0) {
        await tx.manager.update(Position, { id: row.id }, change);
      }
      tx.emit('PositionChanged', row.companyId, { positionId: row.id, version: row.version });
    });
    return this.detail(actor, input.id);
  }

  /** A rule on a protected attribute counts only after the yes of a second person. */
  async approveRule(actor: StaffActor, input: ApproveRule): Promise<PositionDetail> {
    await this.database.transaction(async (tx) => {
      const row = await tx.manager.findOneBy(Position, { id: input.id });
      requireOn(actor, 'position.approve', row);
      const current = await this.version(row.versionId, tx.manager);
      const rule = current.content.requirements.find((one) => one.id === input.ruleId);
      if (rule?.kind !== 'protected') {
        throw new AppError('notFound');
      }
      if (current.createdBy === actor.id) {
        throw new AppError('secondApproverNeeded');
      }
      const approved = { ...rule, approvedBy: actor.id };
      const requirements = current.content.requirements.map((one) =>
        one.id === rule.id ? approved : one,
      );
      await this.publish(tx, row, {
        content: { ...current.content, requirements },
        createdBy: current.createdBy,
        note: rule.legalGround.slice(0, 200),
      });
    });
    return this.detail(actor, input.id);
  }

  /** Never changes, and so is remembered: its content is large, and every step of an application asks for it. */
  async version(
    id: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<PositionVersion> {
    const known = this.versions.get(id);
    if (known) {
      return known;
    }
    const version = frozen(await manager.findOneByOrFail(PositionVersion, { id }));
    if (this.versions.size >= versionsRemembered) {
      this.versions.clear();
    }
    this.versions.set(id, version);
    return version;
  }

  private async addVersion(
    tx: Tx,
    input: Pick<
      PositionVersion,
      'companyId' | 'positionId' | 'version' | 'content' | 'createdBy' | 'note'
    >,
  ): Promise<string> {
    const id = newId(tx.now);
    const { companyId, positionId, version, content, createdBy, note } = input;
    await tx.manager.insert(PositionVersion, {
      id,
      companyId,
      positionId,
      version,
      content,
      createdBy,
      note,
      createdAt: tx.now,
    });
    return id;
  }

  private async editable(manager: EntityManager, actor: StaffActor, id: string): Promise<Position> {
    const row = await manager.findOneBy(Position, { id });
    requireOn(actor, 'position.edit', row);
    return row;
  }
}
