import { Injectable } from '@nestjs/common';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Department } from '../staff/company.entity.js';
import { StaffService } from '../staff/staff.service.js';
import { Application } from './entities/application.entity.js';
import { type Position, PositionVersion } from './entities/position.entity.js';
import { activeStages } from './pipeline.states.js';

/** Positions as lists show them: names, and how many applications stand where. */
@Injectable()
export class PositionSummaries {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
  ) {}

  async of(rows: Position[]): Promise<PositionSummary[]> {
    const counts = await this.counts(rows.map((row) => row.id));
    const versions = await this.database
      .read(PositionVersion)
      .findBy({ id: In(rows.map((row) => row.versionId)) });
    const contents = new Map(versions.map((version) => [version.id, version.content]));
    const owners = await this.staff.namesOf(rows.map((row) => row.ownerId));
    const departments = await this.database
      .read(Department)
      .findBy({ id: In(rows.map((row) => row.departmentId ?? '')) });
    const departmentNames = new Map(departments.map((one) => [one.id, one.name]));
    return rows.map((row) => {
      const content = contents.get(row.versionId);
      const stages = counts.get(row.id) ?? new Map<string, number>();
      const of = (names: readonly string[]) =>
        names.reduce((sum, name) => sum + (stages.get(name) ?? 0), 0);
      return {
        id: row.id,
        code: row.code,
        name: content?.name ?? { zh: row.code },
        place: content?.place ?? '',
        state: row.state,
        headcount: row.headcount,
        hired: of(['hired']),
        departmentName: departmentNames.get(row.departmentId ?? '') ?? null,
        ownerName: owners.get(row.ownerId ?? '') ?? null,
        version: row.version,
        active: of(activeStages),
        waiting: of(['review', 'screening']),
        example: row.example,
      };
    });
  }

  private async counts(positionIds: string[]): Promise<Map<string, Map<string, number>>> {
    const counts = new Map<string, Map<string, number>>();
    if (positionIds.length === 0) {
      return counts;
    }
    const rows = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.positionId', 'positionId')
      .addSelect('a.stage', 'stage')
      .addSelect('COUNT(*)', 'count')
      .where('a.positionId IN (:...positionIds)', { positionIds })
      .groupBy('a.positionId')
      .addGroupBy('a.stage')
      .getRawMany<{ positionId: string; stage: string; count: string | number }>();
    for (const row of rows) {
      const stages = counts.get(row.positionId) ?? new Map<string, number>();
      counts.set(row.positionId, stages.set(row.stage, Number(row.count)));
    }
    return counts;
  }
}
