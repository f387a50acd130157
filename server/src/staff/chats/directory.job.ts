import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { OnJob } from '../../platform/jobs/on.js';
import { Schedules } from '../../platform/jobs/schedules.js';
import { Runtime } from '../../platform/runtime.js';
import { Workplace } from '../../workplace/workplace.js';
import { DirectoryRuns } from './directory-runs.service.js';
import { DirectorySync } from './directory-sync.service.js';

/** Every night who left is closed and who came is there; by day, what an administrator began. */
@Injectable()
export class DirectoryJob implements OnModuleInit {
  constructor(
    private readonly sync: DirectorySync,
    private readonly runs: DirectoryRuns,
    private readonly workplace: Workplace,
    private readonly schedules: Schedules,
    private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const expression = this.runtime.settings.times.HOUSEKEEPING_CRON;
    this.schedules.add({ job: 'directory.daily', expression, payload: (due) => ({ due }) });
  }

  @OnJob('directory.run')
  async byHand(order: JobMap['directory.run']): Promise<void> {
    await this.runs.goOn(order);
  }

  /** One chat's silence keeps no other from its run; the job is tried again for it. */
  @OnJob('directory.daily')
  async run(): Promise<void> {
    const runs = this.workplace.names().map((chat) => () => this.sync.nightly(chat));
    const failures: unknown[] = [];
    for (const run of runs) {
      await run().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) {
      throw failures[0];
    }
  }
}
