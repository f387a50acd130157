import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { OnJob } from '../platform/jobs/on.js';
import { Schedules } from '../platform/jobs/schedules.js';
import { ChannelAlerts } from './channel-alerts.js';
import { PileAlerts } from './pile-alerts.js';

/** Looks every five minutes whether something is wrong that nobody is told of otherwise, and whether it is over. */
@Injectable()
export class AlertFlow implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly channels: ChannelAlerts,
    private readonly piles: PileAlerts,
  ) {}

  onModuleInit(): void {
    const expression = '*/5 * * * *';
    this.schedules.add({ job: 'alert.watch', expression, payload: (due) => ({ due }) });
  }

  @OnJob('alert.watch')
  async watch({ due }: JobMap['alert.watch']): Promise<void> {
    await this.channels.look();
    await this.piles.look(due);
  }
}
