import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@zhiyu/server/platform/database/database';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { answerInText, answersOf, aStand, handIn, interviewing, next } from '../flow/walk.js';
import type { Stand, Walker } from '../flow/walk.js';
import type { TestApp } from '../harness/app.js';

/** Nobody waits longer for a report here; the aim is 3 s. */
const patienceMs = 60_000;

/** Everything is answered and nothing handed in. */
async function answered(stand: Stand): Promise<Walker> {
  const walker = await interviewing(stand);
  for (const text of answersOf('strong')) {
    await next(stand, walker);
    await answerInText(stand, walker, text);
  }
  return walker;
}

/** Milliseconds from handing in, when the last words are there, until the report can be opened. */
async function waited(app: TestApp, stand: Stand, walker: Walker): Promise<number> {
  const from = performance.now();
  await handIn(stand, walker);
  const reports = app.get(Database).read(ReportRow);
  const { applicationId } = walker;
  while (!(await reports.existsBy({ applicationId }))) {
    if (performance.now() - from > patienceMs) {
      throw new Error(`no report after ${String(patienceMs)} ms`);
    }
    await pause(10);
  }
  return performance.now() - from;
}

/** How long reports take: one interview after another, and all handed in at the same moment. */
export async function reportsAfter(
  app: TestApp,
  { count }: { count: number },
): Promise<{ alone: number[]; together: number[] }> {
  const stand = await aStand(app);
  const alone: number[] = [];
  for (let i = 0; i < count; i++) {
    alone.push(await waited(app, stand, await answered(stand)));
  }
  const walkers: Walker[] = [];
  for (let i = 0; i < count; i++) {
    walkers.push(await answered(stand));
  }
  const together = await Promise.all(walkers.map((walker) => waited(app, stand, walker)));
  return { alone, together };
}
