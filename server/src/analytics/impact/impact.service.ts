import { Injectable } from '@nestjs/common';
import { leastGroup } from '@zhiyu/contracts/group-values';
import type { AskImpact, ImpactView, StatedGroups } from '@zhiyu/contracts/groups';
import { AppError } from '@zhiyu/contracts/errors';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { shanghaiHour } from '../../platform/time/shanghai.js';
import { GroupStatements } from '../../privacy/group-statements.service.js';
import { Application, Decision } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { positionTitles } from '../../recruiting/entities/position-titles.js';
import { mayOn } from '../../staff/access.js';
import { impactTable, type ImpactRow, type Outcome, type Rate, together } from './impact.js';

const chosen = ['hrInterview', 'final', 'offer', 'hired'];
const declined = ['rejected', 'talentPool'];

interface Period {
  from: number;
  before: number;
}

/** The impact table of a company's decided applications, by what people said of themselves. */
@Injectable()
export class ImpactTables {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly statements: GroupStatements,
    private readonly clock: Clock,
  ) {
    this.titles = positionTitles(database);
  }

  async view(actor: StaffActor, asked: AskImpact): Promise<ImpactView> {
    const { companyId } = actor;
    if (!mayOn(actor, 'impact.view', { companyId, departmentId: null, ownerId: null })) {
      throw new AppError('notAllowed');
    }
    const outcomes: Outcome[] = [];
    for await (const stated of this.statements.all(companyId)) {
      outcomes.push(...(await this.outcomesOf(companyId, stated, asked)));
    }
    return {
      madeAt: this.clock.now(),
      peopleAbout: Math.floor(outcomes.length / 10) * 10,
      positions: await this.positions(companyId),
      rows: impactTable(outcomes, leastGroup).map(shownRow),
    };
  }

  private async positions(companyId: string): Promise<ImpactView['positions']> {
    const rows = await this.database.read(Position).findBy({ companyId });
    const titles = await this.titles.of(rows.map((one) => one.versionId));
    return rows.map(({ id, code, versionId }) => ({
      id,
      name: titles.get(versionId)?.name ?? { zh: code },
    }));
  }

  private async outcomesOf(
    companyId: string,
    stated: Map<string, StatedGroups>,
    asked: AskImpact,
  ): Promise<Outcome[]> {
    if (stated.size === 0) {
      return [];
    }
    const { from, before } = periodOf(asked);
    const { positionId } = asked;
    const applications = await this.database.read(Application).findBy({
      ...{ companyId, id: In([...stated.keys()]) },
      ...(positionId === undefined ? {} : { positionId }),
    });
    const passes = await this.database
      .read(Decision)
      .findBy({ applicationId: In([...stated.keys()]), kind: 'pass' });
    const passed = new Set(passes.map(({ applicationId }) => applicationId));
    return applications.flatMap((one) => {
      const selected = passed.has(one.id) || chosen.includes(one.stage);
      const decided = selected || declined.includes(one.stage);
      return decided && one.createdAt >= from && one.createdAt < before
        ? [{ groups: { ...stated.get(one.id) }, selected, score: one.total }]
        : [];
    });
  }
}

/** Whole months in Asia/Shanghai. */
function periodOf({ from, to }: AskImpact): Period {
  const [year = 0, month = 0] = (to ?? '').split('-').map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  const after = `${next[0]}-${String(next[1]).padStart(2, '0')}-01`;
  return {
    from: from === undefined ? 0 : shanghaiHour(`${from}-01`, 0),
    before: to === undefined ? Number.MAX_SAFE_INTEGER : shanghaiHour(after, 0),
  };
}

function shownRow(row: ImpactRow): ImpactView['rows'][number] {
  const hidden = row.selection.people < leastGroup;
  return {
    attributes: row.attribute.split(together),
    categories: row.category.split(together),
    selection: hidden ? null : row.selection,
    scoring: hidden ? null : shownRate(row.scoring),
  };
}

function shownRate(rate: Rate | null): Rate | null {
  return rate !== null && rate.people >= leastGroup ? rate : null;
}
