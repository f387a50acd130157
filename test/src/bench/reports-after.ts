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
async function waited(stand: Stand, walker: Walker): Promise<number> {
  const from = performance.now();
  await handIn(stand, walker);
  const reports = stand.app.get(Database).read(ReportRow);
  const { applicationId } = walker;
  while (!(await reports.existsBy({ applicationId }))) {
    if (performance.now() - from > patienceMs) {
      throw new Error(`no report after ${String(patienceMs)} ms`);
    }
    await pause(10);
  }
  return performance.now() - from;
}

/** Interviews that are answered and not handed in, until they are; one stand for all of them. */
export class ReportsAfter {
  private stand: Stand | null = null;
  private walkers: Walker[] = [];

  constructor(private readonly app: TestApp) {}

  /** Answers so many interviews. @returns the company's HR, as a browser says who it is */
  async prepare({ count }: { count: number }): Promise<{ cookie: string }> {
    const stand = (this.stand ??= await aStand(this.app));
    for (let i = 0; i < count; i++) {
      this.walkers.push(await answered(stand));
    }
    return { cookie: stand.hr.session.header };
  }

  /** Hands them in, one after another or all at the same moment. @returns how long each report took, ms */
  async handIn({ together }: { together: boolean }): Promise<number[]> {
    const { stand, walkers } = this;
    this.walkers = [];
    if (!stand) {
      throw new Error('nothing was answered');
    }
    if (together) {
      return Promise.all(walkers.map((walker) => waited(stand, walker)));
    }
    const took: number[] = [];
    for (const walker of walkers) {
      took.push(await waited(stand, walker));
    }
    return took;
  }
}
