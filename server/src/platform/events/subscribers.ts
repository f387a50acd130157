import { Injectable } from '@nestjs/common';
import type { EventName } from '@zhiyu/contracts/events';

/** Who listens to what; filled at start from the `@OnEvent` decorators. */
@Injectable()
export class Subscribers {
  private readonly jobs = new Map<string, string[]>();

  add(event: EventName, job: string): void {
    this.jobs.set(event, [...this.of(event), job]);
  }

  of(event: string): string[] {
    return this.jobs.get(event) ?? [];
  }
}
