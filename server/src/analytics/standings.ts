import type { EntityManager } from 'typeorm';
import { In, LessThanOrEqual } from 'typeorm';
import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import type { SourceName } from '@zhiyu/contracts/source-values';
import { EventRow } from '../platform/events/event.entity.js';
import { dailyEvents, type Occurred, type Standing } from './counting.js';
import { CountedApplication } from './projection.entity.js';

const weekMs = 7 * 86_400_000;
const minuteMs = 60_000;
/** From 1970 in Shanghai back to the Monday before it. */
const mondayMs = 8 * 3_600_000 + 3 * 86_400_000;

/** What counts of an application now; a promise is open until it is kept, and there is one at most. */
export const standingColumns = `
  a.id AS applicationId, a.companyId AS companyId, a.positionId AS positionId, a.stage AS stage,
  CASE WHEN a.total IS NULL THEN 0 ELSE 1 END AS assessed,
  CASE WHEN a.total >= a.requirement THEN 1 ELSE 0 END AS passed,
  (SELECT MIN(p.dueAt) FROM promise p WHERE p.applicationId = a.id AND p.keptAt IS NULL) AS promiseAt,
  a.source AS source, a.createdAt - (a.createdAt + ${mondayMs}) % ${weekMs} AS week,
  a.furthest AS furthest, (a.stageAt - a.stageAt % ${minuteMs}) / ${minuteMs} AS stageMinute`;

interface RawStanding {
  applicationId: string;
  companyId: string;
  positionId: string;
  stage: Stage;
  assessed: number | string;
  passed: number | string;
  promiseAt: number | string | null;
  source: SourceName;
  week: number | string;
  furthest: Step;
  stageMinute: number | string;
}

/** The day's facts up to `cursor` of applications that were counted and are there no more. */
async function lostFacts(
  manager: EntityManager,
  gone: string[],
  cursor: number,
): Promise<Occurred[]> {
  return gone.length === 0
    ? []
    : manager.find(EventRow, {
        select: { sequence: true, name: true, subjectId: true, payload: true, at: true },
        where: {
          subjectId: In(gone),
          name: In([...dailyEvents]),
          sequence: LessThanOrEqual(cursor),
        },
      });
}

/** These applications as they are, and as they were counted up to `cursor`. */
export async function standingsOf(
  manager: EntityManager,
  applicationIds: string[],
  cursor: number,
): Promise<{ counted: Standing[]; now: Standing[]; lost: Occurred[] }> {
  if (applicationIds.length === 0) {
    return { counted: [], now: [], lost: [] };
  }
  const counted = await manager.findBy(CountedApplication, { applicationId: In(applicationIds) });
  const marks = applicationIds.map(() => '?').join(',');
  const rows: RawStanding[] = await manager.query(
    `SELECT ${standingColumns} FROM application a WHERE a.id IN (${marks})`,
    applicationIds,
  );
  const now = rows.map((row) => ({
    ...row,
    assessed: Number(row.assessed) === 1,
    passed: Number(row.passed) === 1,
    promiseAt: row.promiseAt === null ? null : Number(row.promiseAt),
    week: Number(row.week),
    stageMinute: Number(row.stageMinute),
  }));
  const there = new Set(now.map(({ applicationId }) => applicationId));
  const gone = counted.map(({ applicationId }) => applicationId).filter((id) => !there.has(id));
  return { counted, now, lost: await lostFacts(manager, gone, cursor) };
}
