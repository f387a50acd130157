import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { Crossing } from '@zhiyu/contracts/crossing';
import { verdictOf } from '@zhiyu/contracts/total';
import { In } from 'typeorm';
import { Interview } from '../interviews/entities/interview.entity.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Positions } from '../recruiting/positions.service.js';
import { mayOn } from '../staff/access.js';
import { Company } from '../staff/company.entity.js';
import { DimensionValue } from './report.entity.js';

/** Which dimensions of those who wait lie on the line: what a look would be for. */
@Injectable()
export class Crossings {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
  ) {}

  /**
   * @param ids of applications; those whose report this person may not open are passed over
   * @returns nothing at all where the company has people rate before they see the machine's levels
   */
  async of(actor: StaffActor, ids: string[]): Promise<Crossing> {
    const company = await this.database.read(Company).findOneByOrFail({ id: actor.companyId });
    if (company.scorecardFirstSince !== null) {
      return { rows: [] };
    }
    const seen = await this.seen(actor, ids);
    const values = await this.database.read(DimensionValue).findBy({ applicationId: In(seen) });
    const versions = await this.versionsOf(seen);
    const rows = await Promise.all(
      seen.map(async (applicationId) => ({
        applicationId,
        dimensions: await this.onTheLine(
          actor,
          values.filter((one) => one.applicationId === applicationId),
          versions.get(applicationId),
        ),
      })),
    );
    return { rows: rows.filter(({ dimensions }) => dimensions.length > 0) };
  }

  private async seen(actor: StaffActor, ids: string[]): Promise<string[]> {
    const { companyId } = actor;
    const applications = await this.database.read(Application).findBy({ id: In(ids), companyId });
    const positions = await this.database
      .read(Position)
      .findBy({ id: In(applications.map(({ positionId }) => positionId)) });
    const open = new Set(
      positions.filter((one) => mayOn(actor, 'report.view', one)).map(({ id }) => id),
    );
    return applications.filter(({ positionId }) => open.has(positionId)).map(({ id }) => id);
  }

  /** The version of the position that the newest AI interview of each was held by. */
  private async versionsOf(applicationIds: string[]): Promise<Map<string, string>> {
    const interviews = await this.database.read(Interview).find({
      where: { applicationId: In(applicationIds), kind: 'ai', state: 'finished' },
      order: { finishedAt: 'ASC' },
    });
    return new Map(interviews.map((one) => [one.applicationId, one.positionVersionId]));
  }

  private async onTheLine(
    actor: StaffActor,
    values: DimensionValue[],
    versionId: string | undefined,
  ): Promise<string[]> {
    if (versionId === undefined) {
      return [];
    }
    const { content } = await this.positions.version(versionId);
    return content.model.dimensions
      .filter(({ code, requirement }) => {
        const own = values.find((one) => one.code === code);
        return (
          own?.value != null &&
          verdictOf({ value: own.value, standardError: own.standardError ?? 0 }, requirement) ===
            'crosses'
        );
      })
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ name }) => textIn(name, actor.locale));
  }
}
