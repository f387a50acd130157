import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, DataSource } from 'typeorm';
import { EventCounter, EventRow } from '../events/event.entity.js';
import { Vault } from './vault.js';

const pollMs = 2000;

/** Every process drops the key of a person who was erased by another one: within two seconds. */
@Injectable()
export class ForgetErased implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private at = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.at = await this.last();
    this.timer = setInterval(() => {
      void this.read().catch(() => undefined);
    }, pollMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async last(): Promise<number> {
    const counter = await this.dataSource.getRepository(EventCounter).findOneByOrFail({ id: 1 });
    return counter.value;
  }

  private async read(): Promise<void> {
    const last = await this.last();
    if (last === this.at) {
      return;
    }
    const rows = await this.dataSource.getRepository(EventRow).findBy({
      sequence: Between(this.at + 1, last),
      name: 'PersonErased',
    });
    for (const row of rows) {
      this.vault.forget((row.payload as { personId: string }).personId);
    }
    this.at = last;
  }
}
