import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type DemoContent, loadDemo } from '@zhiyu/config/demo';
import { AppModule } from '../app.module.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { Setting } from '../platform/database/setting.entity.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { candidateStory, tellTogether } from './candidate-story.js';
import { DemoClock, momentOf } from './demo-clock.js';
import { DemoJobs } from './demo-jobs.js';
import { type DemoWorld, found, openPosition, organise, type Story } from './demo-world.js';

/** How many days ago the shares of passes are first looked at: longer than any row of holidays. */
const firstMorning = 11;

/** What the schedule orders each morning in a server that runs: whether somewhere fewer pass than should. */
async function* mornings(app: INestApplicationContext, now: number): Story {
  for (let daysAgo = firstMorning; daysAgo > 0; daysAgo -= 1) {
    const due = momentOf(`-${daysAgo}d 09:30`, now);
    yield due;
    await app.get(Database).transaction((tx) => {
      tx.enqueue('passRate.watch', { due });
      return Promise.resolve();
    });
  }
}

/** How many days ago the people of the company first looked through their cards: the day after it was founded. */
const firstEvening = 23;

/** At the end of each day everybody has looked at what came: on the last morning only what the night brought is new. */
async function* evenings({ app, staff }: DemoWorld, now: number): Story {
  for (let daysAgo = firstEvening; daysAgo > 0; daysAgo -= 1) {
    yield momentOf(`-${daysAgo}d 17:30`, now);
    for (const { id } of staff.values()) {
      await app.get(Cards).seen({ kind: 'staff', id });
    }
  }
}

/** Set on the company as the last thing: without it the making was broken off. */
export const wholeMark = 'exampleWhole';

async function live(
  app: INestApplicationContext,
  content: DemoContent,
  of: { jobs: DemoJobs; clock: DemoClock; now: number },
): Promise<void> {
  const { jobs, clock, now } = of;
  const { company } = content;
  clock.advance(momentOf(company.founded, now));
  const world = await found(app, company);
  const departments = await organise(world, company);
  for (const position of company.positions) {
    await jobs.runUntil(momentOf(position.opened, now));
    await openPosition(world, position, departments);
  }
  const people = [...content.candidates, ...content.crowd];
  const stories = people.map((one) => candidateStory(world, one, now));
  const days = [mornings(app, now), evenings(world, now)];
  await tellTogether([...stories, ...days], (moment) => jobs.runUntil(moment));
  // What a night makes, a minute before now: how the questions have worked.
  await jobs.runUntil(now - 60_000);
  await app.get(Database).transaction((tx) => {
    tx.enqueue('items.daily', { due: now });
    return Promise.resolve();
  });
  await jobs.runUntil(now);
  await app.get(Database).transaction(async ({ manager }) => {
    const value = { candidates: content.candidates.length };
    const mark = { companyId: world.companyId, name: wholeMark, value };
    await manager.insert(Setting, { ...mark, changedBy: null, changedAt: now });
  });
}

/**
 * Makes the example company: a second application on the same database, with a clock of its own, lives its last
 * weeks through the same services as everybody else, so that nothing on a screen is written by hand.
 */
export async function makeExample(outer: INestApplicationContext, now: number): Promise<void> {
  const { settings, options } = outer.get(Runtime);
  // The clips' words are typed and made up: no engine outside this machine is asked about them.
  const speech = { ...settings.speech, SPEECH_DRIVER: 'none' as const };
  const quiet = { ...settings, speech, llm: {} };
  const clock = new DemoClock();
  const inner = new Runtime(quiet, { ...options, runsJobs: false, serves: false });
  // Nest has one logger for the process; a second application would only complain of the first.
  Logger.overrideLogger(false);
  const app = await NestFactory.createApplicationContext(AppModule.with(inner, clock), {
    logger: false,
    abortOnError: false,
  });
  try {
    // A making that a power cut breaks off is begun anew: waiting for the disk at every step gains nothing.
    await app.get(Database).dataSource.query('PRAGMA synchronous = NORMAL');
    const jobs = new DemoJobs(app.get(Database), app.get(JobRegistry), clock);
    jobs.hold(app.get(JobQueue));
    await live(app, loadDemo(), { jobs, clock, now });
    await jobs.release();
  } finally {
    await app.close();
    Logger.overrideLogger(outer.get(AppLog));
  }
}
