import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { Llm, LlmFailure, type LlmFailureReason } from '../../platform/llm/llm.js';
import { AppLog } from '../../platform/log/app-log.js';
import { newId } from '../../platform/time/ids.js';
import type {
  ReadDimension,
  ReadingOrder,
  SecondEngine,
  SecondReading,
} from '../engine/engine.types.js';
import { LlmReadingRow } from './llm-reading.entity.js';
import { PROMPT_VERSION, readingPrompt } from './prompt.js';
import { readReply } from './reply.js';

/** Whose answers are read. */
interface Reader {
  companyId: string;
  personId: string;
}

/** All answers of a report together wait no longer for the model, milliseconds. */
const patience = 30_000;
const pauseBeforeRetry = 500;
const place = (row: string) => ({ table: 'llm_reading', column: 'body', row });

/** The second engine: a language model's reading of answers, kept, or the reason why there is none. */
@Injectable()
export class LlmReadings {
  constructor(
    private readonly llm: Llm,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly log: AppLog,
  ) {}

  /** The model that reads; null where none is set. */
  get model(): string | null {
    return this.llm.model;
  }

  /** Reads the answers one after another, so that an endpoint that fails is left alone soon; undefined where no model is set. */
  async of(orders: ReadingOrder[], whose: Reader): Promise<SecondEngine | undefined> {
    const { model } = this;
    if (model === null) {
      return undefined;
    }
    const signal = AbortSignal.timeout(patience);
    const readings: Record<string, SecondReading> = {};
    let gone: LlmFailureReason | null = null;
    for (const order of orders) {
      const known = await this.known(order, whose);
      const reading: SecondReading =
        known ?? (gone ? { failed: gone } : await this.ask(order, whose, signal));
      readings[order.answerId] = reading;
      gone = 'failed' in reading ? hopeless(reading.failed) : gone;
    }
    return { name: model, readings };
  }

  private async ask(
    order: ReadingOrder,
    whose: Reader,
    signal: AbortSignal,
  ): Promise<SecondReading> {
    try {
      const dimensions = await this.withRetry(order, signal);
      await this.keep(order, whose, dimensions);
      return { dimensions };
    } catch (error) {
      if (!(error instanceof LlmFailure)) {
        throw error;
      }
      this.log.warn('the language model read nothing', { reason: error.reason });
      return { failed: error.reason };
    }
  }

  private async withRetry(order: ReadingOrder, signal: AbortSignal): Promise<ReadDimension[]> {
    try {
      return await this.once(order, signal);
    } catch (error) {
      const again = error instanceof LlmFailure && !['refused', 'late'].includes(error.reason);
      if (!again) {
        throw error;
      }
      await sleep(pauseBeforeRetry);
      return this.once(order, signal);
    }
  }

  private async once(order: ReadingOrder, signal: AbortSignal): Promise<ReadDimension[]> {
    const reply = await this.llm.complete({ ...readingPrompt(order), signal });
    const read = readReply(reply, order);
    if (!read) {
      throw new LlmFailure('unreadable');
    }
    return read;
  }

  /** The same question and words are the same content, whichever answer they stand in. */
  private contentOf({ answerId: _, ...asked }: ReadingOrder): string {
    const about = [PROMPT_VERSION, this.llm.host, this.llm.model, asked];
    return createHash('sha256').update(JSON.stringify(about)).digest('hex');
  }

  private async known(order: ReadingOrder, { personId }: Reader): Promise<SecondReading | null> {
    const rows = this.database.read(LlmReadingRow);
    const row = await rows.findOneBy({ personId, content: this.contentOf(order) });
    const vault = row && (await this.vault.of(personId));
    const body = row && vault ? vault.open(place(row.id), row.body) : null;
    return body ? { dimensions: JSON.parse(body) as ReadDimension[] } : null;
  }

  private async keep(order: ReadingOrder, whose: Reader, read: ReadDimension[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const content = this.contentOf(order);
      const { companyId, personId } = whose;
      if (await tx.manager.existsBy(LlmReadingRow, { personId, content })) {
        return;
      }
      const id = newId(tx.now);
      const vault = await this.vault.of(personId, tx.manager);
      const body = vault.seal(place(id), JSON.stringify(read));
      await tx.manager.insert(LlmReadingRow, {
        id,
        companyId,
        personId,
        content,
        body,
        createdAt: tx.now,
      });
    });
  }
}

/** After these nobody else needs to wait: the next answer would fare no better. */
function hopeless(reason: string): LlmFailureReason | null {
  return reason === 'refused' || reason === 'late' || reason === 'unreachable' ? reason : null;
}
