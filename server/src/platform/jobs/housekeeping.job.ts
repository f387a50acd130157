import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Session } from '../auth/session.entity.js';
import { Database } from '../database/database.js';
import { IdempotencyRow } from '../http/idempotency.entity.js';
import { ChannelState } from '../kept-values/channel-state.entity.js';
import { Runtime } from '../runtime.js';
import { Clock } from '../time/clock.js';
import { Job } from './job.entity.js';
import { OnJob } from './on.js';
import { Schedules } from './schedules.js';

const dayMs = 86_400_000;
/** Answers to repeated requests are kept this long: the published policy. */
const idempotencyMs = dayMs;
/** Finished jobs are kept for looking back; a schedule's row also keeps it from being ordered twice. */
const doneMs = 7 * dayMs;

/** Clears what has had its time: sessions, answers for repetitions, what channels remembered, finished jobs. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const expression = this.runtime.settings.times.HOUSEKEEPING_CRON;
    this.schedules.add({ job: 'housekeeping.daily', expression, payload: (due) => ({ due }) });
    this.schedules.add({ job: 'retention.daily', expression, payload: (due) => ({ due }) });
  }

  @OnJob('housekeeping.daily')
  async clear(): Promise<void> {
    const now = this.clock.now();
    await this.database.read(Session).delete({ expiresAt: LessThan(now) });
    await this.database.read(IdempotencyRow).delete({ createdAt: LessThan(now - idempotencyMs) });
    await this.database.read(ChannelState).delete({ expiresAt: LessThan(now) });
    await this.database.read(Job).delete({ state: In(['done']), runAt: LessThan(now - doneMs) });
  }
}
