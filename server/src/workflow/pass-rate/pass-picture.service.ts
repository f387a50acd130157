import { Injectable } from '@nestjs/common';
import type { PassAlert, PassLimits } from '@zhiyu/contracts/pass-alerts';
import { MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { PositionVersion } from '../../recruiting/entities/position.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { PassEvidences } from './pass-evidence.service.js';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** The counted time and the one before it are each this long, and end at `until`. */
interface Span {
  positionId: string;
  until: number;
  limits: PassLimits;
}

interface RawWeek {
  week: number | string;
  kind: string;
  n: number | string;
}

type Picture = Pick<PassAlert, 'weeks' | 'lines' | 'sources' | 'engines'>;

/** What an alert is seen beside: week by week, what changed meanwhile, who came, what scored. Counts only. */
@Injectable()
export class PassPictures {
  constructor(
    private readonly database: Database,
    private readonly evidences: PassEvidences,
    private readonly staff: StaffService,
  ) {}

  async of(span: Span): Promise<Picture> {
    return {
      weeks: await this.weeks(span),
      lines: await this.lines(span),
      sources: await this.sources(span),
      engines: await this.engines(span),
    };
  }

  private async weeks({ positionId, until, limits }: Span): Promise<Picture['weeks']> {
    const count = Math.ceil((2 * limits.days * dayMs) / weekMs);
    const first = until - count * weekMs;
    // Without the rest the division is even, and means the same in both databases.
    const rows: RawWeek[] = await this.database.dataSource.query(
      `SELECT ((d.at - ?) - ((d.at - ?) % ${weekMs})) / ${weekMs} AS week, d.kind AS kind, COUNT(*) AS n
       FROM decision d JOIN application a ON a.id = d.applicationId
       WHERE a.positionId = ? AND d.fromStage IN ('aiInterview', 'review')
         AND d.kind IN ('pass', 'reject') AND d.at >= ? AND d.at < ?
       GROUP BY 1, 2`,
      [first, first, positionId, first, until],
    );
    const of = (week: number, kind: string) =>
      Number(rows.find((row) => Number(row.week) === week && row.kind === kind)?.n ?? 0);
    return Array.from({ length: count }, (_, week) => ({
      from: first + week * weekMs,
      passed: of(week, 'pass'),
      decided: of(week, 'pass') + of(week, 'reject'),
    }));
  }

  /** Versions with another line than the one before. */
  private async lines({ positionId, until, limits }: Span): Promise<Picture['lines']> {
    const from = until - limits.days * dayMs;
    const since = from - limits.days * dayMs;
    const versions = this.database.read(PositionVersion);
    const rows = await versions.find({
      where: { positionId, createdAt: MoreThan(since) },
      order: { version: 'ASC' },
    });
    const [first] = rows;
    const before = first && (await versions.findOneBy({ positionId, version: first.version - 1 }));
    const all = [...(before ? [before] : []), ...rows].filter(({ createdAt }) => createdAt < until);
    const names = await this.staff.namesOf(all.map(({ createdBy }) => createdBy));
    const moved = all.flatMap((row, n) => {
      const was = all[n - 1]?.content.model.threshold;
      const to = row.content.model.threshold;
      const { version, createdAt: at, createdBy } = row;
      const byName = names.get(createdBy ?? '') ?? '';
      return was === undefined || was === to ? [] : [{ version, at, byName, from: was, to }];
    });
    return Promise.all(
      moved.map(async (one) => ({
        ...one,
        between: await this.evidences.turnedDown(positionId, {
          ...{ from, until, least: Math.min(one.from, one.to), under: one.to },
        }),
      })),
    );
  }

  private async sources({ positionId, until, limits }: Span): Promise<Picture['sources']> {
    const from = until - limits.days * dayMs;
    const rows: { source: string; fresh: number | string; n: number | string }[] =
      await this.database.dataSource.query(
        `SELECT a.source AS source, SUM(CASE WHEN d.at >= ? THEN 1 ELSE 0 END) AS fresh, COUNT(*) AS n
         FROM decision d JOIN application a ON a.id = d.applicationId
         WHERE a.positionId = ? AND d.fromStage IN ('aiInterview', 'review')
           AND d.kind IN ('pass', 'reject') AND d.at >= ? AND d.at < ?
         GROUP BY a.source`,
        [from, positionId, from - limits.days * dayMs, until],
      );
    return rows
      .map(({ source, fresh, n }) => ({
        ...{ source, now: Number(fresh), before: Number(n) - Number(fresh) },
      }))
      .sort((a, b) => b.now - a.now);
  }

  private async engines({ positionId, until, limits }: Span): Promise<Picture['engines']> {
    const from = until - limits.days * dayMs;
    const rows: { engine: string; fresh: number | string; n: number | string }[] =
      await this.database.dataSource.query(
        `SELECT r.engine AS engine, SUM(CASE WHEN r.createdAt >= ? THEN 1 ELSE 0 END) AS fresh, COUNT(*) AS n
         FROM report r JOIN application a ON a.id = r.applicationId
         WHERE a.positionId = ? AND r.createdAt >= ? AND r.createdAt < ?
         GROUP BY r.engine`,
        [from, positionId, from - limits.days * dayMs, until],
      );
    const names = (right: (row: { fresh: number; all: number }) => boolean) =>
      rows
        .filter(({ fresh, n }) => right({ fresh: Number(fresh), all: Number(n) }))
        .map(({ engine }) => engine)
        .sort();
    return {
      now: names(({ fresh }) => fresh > 0),
      before: names(({ fresh, all }) => all > fresh),
    };
  }
}
