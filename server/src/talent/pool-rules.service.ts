import { Injectable } from '@nestjs/common';
import { poolTextDays } from '@zhiyu/contracts/consent-texts';
import { AppError } from '@zhiyu/contracts/errors';
import type { PoolRules as View, SetPlace, SetPoolRule } from '@zhiyu/contracts/pool-profile';
import { openGround, regions, usualCountry } from '@zhiyu/contracts/regions';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { AuditSink } from '../platform/auth/can.js';
import { Database } from '../platform/database/database.js';
import { StaffService } from '../staff/staff.service.js';
import { Place, PoolRuleRow } from './pool-rule.entity.js';
import { type From, type Rules, usualRule } from './pool-sight.js';

/** Room for the ground in a line of the audit log; the whole of it stands in the rule. */
const groundInLog = 60;

/** What holds for people of each region in the talent pool, and where its readers work (R41). */
@Injectable()
export class PoolRules {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly audit: AuditSink,
  ) {}

  async of(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Rules> {
    const rows = await manager.findBy(PoolRuleRow, { companyId });
    return new Map(
      regions.map((region) => {
        const row = rows.find((one) => one.region === region);
        return [region, row ? ruleOf(row) : usualRule(region)];
      }),
    );
  }

  async from({ id, companyId }: Pick<StaffActor, 'id' | 'companyId'>): Promise<From> {
    const places = await this.places(companyId);
    const home = places.get(companyId) ?? usualCountry;
    return { home, country: places.get(id) ?? home };
  }

  /** The countries from which somebody sees the pool. */
  async seenFrom(companyId: string): Promise<string[]> {
    const places = await this.places(companyId);
    const home = places.get(companyId) ?? usualCountry;
    const readers = await this.readers(companyId);
    return [...new Set(readers.map(({ id }) => places.get(id) ?? home))];
  }

  async view({ companyId }: StaffActor): Promise<View> {
    const rows = await this.database.read(PoolRuleRow).findBy({ companyId });
    const rules = await this.of(companyId);
    const places = await this.places(companyId);
    const readers = await this.readers(companyId);
    const ids = [...rows.map(({ byStaffId }) => byStaffId), ...readers.map(({ id }) => id)];
    const names = await this.staff.namesOf(ids);
    const changedOf = (row: PoolRuleRow | undefined) =>
      row ? { by: names.get(row.byStaffId) ?? '', at: row.at } : null;
    return {
      rules: [...rules.values()].map((rule) => ({
        ...rule,
        changed: changedOf(rows.find(({ region }) => region === rule.region)),
      })),
      texts: [...poolTextDays],
      home: places.get(companyId) ?? usualCountry,
      people: readers.map(({ id }) => ({
        ...{ id, name: names.get(id) ?? '', country: places.get(id) ?? null },
      })),
    };
  }

  /** @throws legalGroundMissing where a region is opened to others without one */
  async set(actor: StaffActor, input: SetPoolRule): Promise<View> {
    const { id: byStaffId, companyId } = actor;
    const ground = input.sight === 'open' ? input.ground : '';
    if (input.sight === 'open' && ground.length < openGround.least) {
      throw new AppError('legalGroundMissing');
    }
    const before = (await this.of(companyId)).get(input.region) ?? usualRule(input.region);
    await this.database.transaction((tx) =>
      tx.manager.save(PoolRuleRow, { ...input, ground, companyId, byStaffId, at: tx.now }),
    );
    const said = ({ sight, keepMonths, textsFrom }: Omit<SetPoolRule, 'ground'>) =>
      `${sight} ${String(keepMonths)} ${textsFrom ?? '-'}`;
    await this.audit.record({
      ...{ companyId, actor: `staff:${byStaffId}`, verb: 'pool.rule' },
      object: `${input.region}: ${said(before)} → ${said(input)}`,
      ground: ground === '' ? 'talent.rules' : ground.slice(0, groundInLog),
      allowed: true,
    });
    return this.view(actor);
  }

  /** @throws notFound for whoever is not of the company */
  async place(actor: StaffActor, { id, country }: SetPlace): Promise<View> {
    const { companyId } = actor;
    const readers = await this.readers(companyId);
    if (id !== companyId && !readers.some((one) => one.id === id)) {
      throw new AppError('notFound');
    }
    await this.database.transaction(async (tx) => {
      await (country === null
        ? tx.manager.delete(Place, { id })
        : tx.manager.save(Place, { id, companyId, country }));
    });
    await this.audit.record({
      ...{ companyId, actor: `staff:${actor.id}`, verb: 'pool.place' },
      ...{ object: `${id}: ${country ?? '-'}`, ground: 'talent.rules', allowed: true },
    });
    return this.view(actor);
  }

  /** Who may see the pool at all (staff/rights: `talent.view`). */
  private readers(companyId: string): Promise<{ id: string }[]> {
    return this.staff.withRole(this.database.dataSource.manager, companyId, 'hr');
  }

  private async places(companyId: string): Promise<Map<string, string>> {
    const rows = await this.database.read(Place).findBy({ companyId });
    return new Map(rows.map(({ id, country }) => [id, country]));
  }
}

function ruleOf({ region, sight, keepMonths, textsFrom, ground }: PoolRuleRow) {
  return { region, sight, keepMonths, textsFrom, ground };
}
