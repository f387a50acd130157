import { Injectable } from '@nestjs/common';
import type { Stage } from '@zhiyu/contracts/stage-values';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { StandingCounts } from '../platform/standing-counts.js';
import { Department } from '../staff/company.entity.js';
import { StaffService } from '../staff/staff.service.js';
import type { Position } from './entities/position.entity.js';
import { positionTitles } from './entities/position-titles.js';
import { activeStages } from './pipeline.states.js';

/** Positions as lists show them: names, and how many applications stand where. */
@Injectable()
export class PositionSummaries {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly counts: StandingCounts,
  ) {
    this.titles = positionTitles(database);
  }

  /** Of positions of one company. */
  async of(rows: Position[]): Promise<PositionSummary[]> {
    const [first] = rows;
    if (!first) {
      return [];
    }
    const count = await this.counts.standing(first.companyId);
    const titles = await this.titles.of(rows.map((row) => row.versionId));
    const owners = await this.staff.namesOf(rows.map((row) => row.ownerId));
    const departments = await this.database
      .read(Department)
      .findBy({ id: In(rows.map((row) => row.departmentId ?? '')) });
    const departmentNames = new Map(departments.map((one) => [one.id, one.name]));
    return rows.map((row) => {
      const title = titles.get(row.versionId);
      const of = (stages: readonly Stage[]) =>
        stages.reduce((sum, stage) => sum + count(row.id, stage), 0);
      return {
        id: row.id,
        code: row.code,
        name: title?.name ?? { zh: row.code },
        place: title?.place ?? '',
        state: row.state,
        headcount: row.headcount,
        hired: of(['hired']),
        departmentName: departmentNames.get(row.departmentId ?? '') ?? null,
        ownerId: row.ownerId,
        ownerName: owners.get(row.ownerId ?? '') ?? null,
        version: row.version,
        active: of(activeStages),
        waiting: of(['review', 'screening']),
        example: row.example,
      };
    });
  }
}
