import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { Schedules } from '../../platform/jobs/schedules.js';
import { Runtime } from '../../platform/runtime.js';
import { Company } from '../../staff/company.entity.js';
import { DataRetention } from './data-retention.service.js';

/** Every night, with the other clocks. */
@Injectable()
export class DataRetentionJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: DataRetention,
    private readonly schedules: Schedules,
    private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const expression = this.runtime.settings.times.HOUSEKEEPING_CRON;
    this.schedules.add({ job: 'people.retention', expression, payload: (due) => ({ due }) });
  }

  @OnJob('people.retention')
  async run(): Promise<void> {
    for (const company of await this.database.read(Company).find()) {
      await this.retention.erase(company);
    }
  }
}
