import type { EntityManager } from 'typeorm';
import { everySource, everyWeek } from './cohorts.js';
import { DashboardCount } from './projection.entity.js';
import { dailyEvents, openDecisions, pieceMs, pieceOf, standing } from './counting.js';
import { standingColumns } from './standings.js';

const dayMs = 86_400_000;
const rowsAtOnce = 500;
const shanghaiOffsetMs = 8 * 3_600_000;

const intoCounts =
  'INSERT INTO dashboard_count (companyId, day, positionId, measure, amount) SELECT';
const byPosition = 'FROM counted_application WHERE';

/** Begin of the day in Asia/Shanghai, as `dayOf`; the remainder is the same on every database. */
const day = `e.at - (e.at + ${shanghaiOffsetMs}) % ${dayMs}`;

/** Counts all applications, and the facts of the log up to `last`, from the rows themselves. */
export async function countAll(manager: EntityManager, last: number): Promise<void> {
  await manager.query('DELETE FROM dashboard_count');
  await manager.query('DELETE FROM counted_application');
  await manager.query('DELETE FROM cohort_count');
  await manager.query(
    `INSERT INTO counted_application
       (applicationId, companyId, positionId, stage, assessed, passed, promiseAt,
        source, week, furthest, stageMinute)
     SELECT ${standingColumns} FROM application a`,
  );
  await manager.query(
    `${intoCounts} companyId, 0, positionId, stage, COUNT(*) FROM counted_application
     GROUP BY companyId, positionId, stage`,
  );
  for (const measure of ['assessed', 'passed']) {
    await manager.query(
      `${intoCounts} companyId, 0, positionId, '${measure}', COUNT(*)
       ${byPosition} ${measure} = 1 GROUP BY companyId, positionId`,
    );
  }
  await countCohorts(manager);
  await countPromises(manager);
  const marks = dailyEvents.map(() => '?').join(',');
  // As JSON text on MariaDB, as plain text on SQLite.
  const open = openDecisions.flatMap((kind) => [kind, JSON.stringify(kind)]);
  await manager.query(
    `${intoCounts} a.companyId, ${day}, a.positionId, e.name, COUNT(*)
     FROM event_log e JOIN application a ON a.id = e.subjectId
     WHERE e.sequence <= ? AND e.name IN (${marks}) AND NOT (e.name = 'DecisionMade'
       AND COALESCE(JSON_EXTRACT(e.payload, '$.kind'), '') IN (${open.map(() => '?').join(',')}))
     GROUP BY a.companyId, ${day}, a.positionId, e.name`,
    [last, ...dailyEvents, ...open],
  );
}

/** Each application in its week and in all of them, with its source and with all (`cohortsOf`). */
async function countCohorts(manager: EntityManager): Promise<void> {
  for (const week of ['week', String(everyWeek)]) {
    for (const source of ['source', `'${everySource}'`]) {
      await manager.query(
        `INSERT INTO cohort_count
           (companyId, week, source, positionId, stage, furthest, amount, minutes)
         SELECT companyId, ${week} AS w, ${source} AS s, positionId, stage, furthest,
           COUNT(*), SUM(stageMinute)
         FROM counted_application GROUP BY companyId, w, s, positionId, stage, furthest`,
      );
    }
  }
}

async function countPromises(manager: EntityManager): Promise<void> {
  const rows: {
    companyId: string;
    positionId: string;
    start: number | string;
    amount: number | string;
  }[] = await manager.query(
    `SELECT companyId, positionId, promiseAt - promiseAt % ${pieceMs} AS start, COUNT(*) AS amount
       FROM counted_application WHERE promiseAt IS NOT NULL
       GROUP BY companyId, positionId, promiseAt - promiseAt % ${pieceMs}`,
  );
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const counts = rows
      .slice(at, at + rowsAtOnce)
      .map(({ companyId, positionId, start, amount }) => ({
        companyId,
        positionId,
        day: standing,
        measure: `due:${pieceOf(Number(start))}` as const,
        amount: Number(amount),
      }));
    await manager.insert(DashboardCount, counts);
  }
}
