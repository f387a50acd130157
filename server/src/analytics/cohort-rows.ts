import { type EntityManager, In } from 'typeorm';
import { type CohortChange, cohortKey } from './cohorts.js';
import { CohortCount } from './projection.entity.js';

const keyColumns = ['companyId', 'week', 'source', 'positionId', 'stage', 'furthest'];

/** Moves the counts of cohorts. Only who holds the projection's cursor writes here: what was read is still so. */
export async function addCohorts(
  manager: EntityManager,
  changes: readonly CohortChange[],
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  const rows = await manager.findBy(CohortCount, {
    companyId: In([...new Set(changes.map((change) => change.companyId))]),
    week: In([...new Set(changes.map((change) => change.week))]),
    source: In([...new Set(changes.map((change) => change.source))]),
    positionId: In([...new Set(changes.map((change) => change.positionId))]),
  });
  const there = new Map(rows.map((row) => [cohortKey(row), row]));
  const moved = changes.map((change) => {
    const before = there.get(cohortKey(change));
    const amount = (before?.amount ?? 0) + change.amount;
    return { ...change, amount, minutes: (before?.minutes ?? 0) + change.minutes };
  });
  for (const { amount, minutes: _none, ...place } of moved) {
    if (amount === 0) {
      await manager.delete(CohortCount, place);
    }
  }
  const rest = moved.filter((row) => row.amount !== 0);
  if (rest.length > 0) {
    await manager.upsert(CohortCount, rest, keyColumns);
  }
}
