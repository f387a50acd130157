import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Keyring } from '../crypto/keyring.js';
import { Database, isDuplicate } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { ChannelState } from './channel-state.entity.js';

/** Values that are kept for a time, the same for all processes of the installation; sealed on disk. */
@Injectable()
export class KeptValues {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  async get(key: string): Promise<string | null> {
    const name = nameOf(key);
    const row = await this.rows.findOneBy({ name });
    return row && row.expiresAt > this.clock.now()
      ? this.keyring.open(placeOf(name), row.value)
      : null;
  }

  /** @param seconds how long it is kept */
  async set(key: string, value: string, seconds: number): Promise<void> {
    await this.rows.upsert(this.row(key, value, seconds), ['name']);
  }

  /** Sets it only where nothing is. @returns whether it was set: of several at once exactly one gets true */
  async claim(key: string, value: string, seconds: number): Promise<boolean> {
    const row = this.row(key, value, seconds);
    try {
      await this.rows.insert(row);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
    // What is over counts as nothing; of several who find it so, the first update leaves none for the others.
    const over = { name: row.name, expiresAt: LessThan(this.clock.now() + 1) };
    const taken = await this.rows.update(over, { value: row.value, expiresAt: row.expiresAt });
    return taken.affected === 1;
  }

  async delete(key: string): Promise<void> {
    await this.rows.delete({ name: nameOf(key) });
  }

  private get rows() {
    return this.database.read(ChannelState);
  }

  private row(key: string, value: string, seconds: number): ChannelState {
    const name = nameOf(key);
    const expiresAt = this.clock.now() + Math.round(seconds * 1000);
    return { name, value: this.keyring.seal(placeOf(name), value), expiresAt };
  }
}

function nameOf(key: string): string {
  return hash('sha256', key);
}

/** Sealed to its name: a row that was copied under another one does not open. */
function placeOf(name: string): string {
  return `channel_state|${name}`;
}
