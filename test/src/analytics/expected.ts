import type { Dashboard } from '@zhiyu/contracts/application';
import { type Stage, stages } from '@zhiyu/contracts/stage-values';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { shanghaiDay, shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { Application, PromiseRow } from '@zhiyu/server/recruiting/entities/application.entity';
import type { TestApp } from '../harness/app.js';

const dayMs = 86_400_000;
const soonMs = 4 * 3_600_000;

type Numbers = Omit<Dashboard, 'asOf' | 'positions'> & {
  positions: Record<string, { stages: Record<Stage, number>; passed: number; assessed: number }>;
};

/** 待定 and 再问 answer nobody: the same question is decided later. */
function settles({ name, payload }: EventRow): boolean {
  const { kind } = payload as { kind?: string };
  return name === 'DecisionMade' && (kind === 'pass' || kind === 'reject');
}

/** Monday 0:00 in Shanghai, found by going back a day at a time. */
function monday(now: number): number {
  let day = shanghaiHour(shanghaiDay(now), 0);
  while (new Date(day + 8 * 3_600_000).getUTCDay() !== 1) {
    day -= dayMs;
  }
  return day;
}

/** What a dashboard of these positions must say, from every row and every event there is. */
export async function countedByHand(
  app: TestApp,
  of: { companyId: string; positionIds: string[] },
): Promise<Numbers> {
  const { companyId, positionIds } = of;
  const now = app.clock.now();
  const all = await app.database.read(Application).findBy({ companyId });
  const rows = all.filter((row) => positionIds.includes(row.positionId));
  const ids = new Set(rows.map((row) => row.id));
  const events = await app.database.read(EventRow).findBy({ companyId });
  const thisWeek = events.filter((one) => one.at >= monday(now) && ids.has(one.subjectId));
  const happened = (name: string) => thisWeek.filter((one) => one.name === name).length;
  const promises = await app.database.read(PromiseRow).findBy({ companyId });
  const open = promises.filter((one) => one.keptAt === null && ids.has(one.applicationId));
  const position = (id: string) => {
    const own = rows.filter((row) => row.positionId === id);
    const count = (stage: Stage) => own.filter((row) => row.stage === stage).length;
    const assessed = own.filter((row) => row.total !== null);
    return {
      stages: Object.fromEntries(stages.map((one) => [one, count(one)])) as Record<Stage, number>,
      assessed: assessed.length,
      passed: assessed.filter((row) => (row.total ?? 0) >= (row.requirement ?? 0)).length,
    };
  };
  return {
    positions: Object.fromEntries(positionIds.map((id) => [id, position(id)])),
    week: {
      applied: happened('ApplicationReceived'),
      invited: happened('InvitationSent'),
      completed: happened('InterviewCompleted'),
      decided: thisWeek.filter(settles).length,
      hired: happened('CandidateHired'),
    },
    waiting: rows.filter((row) => row.stage === 'review' || row.stage === 'screening').length,
    promisesSoon: open.filter((one) => one.dueAt >= now && one.dueAt < now + soonMs).length,
    promisesBroken: open.filter((one) => one.dueAt < now).length,
  };
}

/** The same numbers of a dashboard that was shown. */
export function numbersOf({ asOf: _asOf, positions, ...rest }: Dashboard): Numbers {
  const own = positions.map(({ id, stages: counts, passed, assessed }) => [
    id,
    { stages: counts, passed, assessed },
  ]);
  return { ...rest, positions: Object.fromEntries(own) as Numbers['positions'] };
}
