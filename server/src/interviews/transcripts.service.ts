import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { locales } from '@zhiyu/contracts/basics';
import type { Segment, Transcript } from '@zhiyu/contracts/scoring';
import { type EntityManager, In } from 'typeorm';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import {
  type AskedQuestion,
  type AttemptRow,
  Interview,
  TranscriptRow,
} from './entities/interview.entity.js';

export interface NewTranscript {
  attempt: AttemptRow;
  origin: Transcript['origin'];
  engine: string | null;
  locale: Locale;
  segments: Segment[];
  writtenBy: string | null;
}

/** What of an asked question was made of the candidate's words; empty: nothing. */
export interface TakenUp {
  said: string;
  worded: string;
}

/** Where an asked question keeps the words that it takes up. */
export const saidPlace = (row: string) => ({ table: 'asked_question', column: 'said', row });
/** And where it keeps a wording made for the answer before it. */
export const wordedPlace = (row: string) => ({ table: 'asked_question', column: 'worded', row });
const place = (row: string) => ({ table: 'transcript', column: 'segments', row });

/** The words of attempts. Each version is kept; what the candidate wrote stands over HR's, HR's over the engine's. */
@Injectable()
export class Transcripts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async write(tx: Tx, input: NewTranscript): Promise<void> {
    const { attempt, origin, engine, locale, segments, writtenBy } = input;
    const id = newId(tx.now);
    const vault = await this.vault.of(attempt.personId, tx.manager);
    const { companyId, personId } = attempt;
    const row = {
      id,
      companyId,
      personId,
      attemptId: attempt.id,
      origin,
      engine,
      locale,
      writtenBy,
    };
    const sealed = vault.seal(place(id), JSON.stringify(segments));
    await tx.manager.insert(TranscriptRow, { ...row, segments: sealed, createdAt: tx.now });
  }

  /** The candidate's own words that follow-up questions take up, and wordings made for them, by question. */
  async takenUp(
    interviewId: string,
    questions: AskedQuestion[],
    manager: EntityManager,
  ): Promise<Map<string, TakenUp>> {
    const quoting = questions.filter(({ said, worded }) => said !== null || worded !== null);
    if (quoting.length === 0) {
      return new Map();
    }
    const { personId } = await manager.findOneByOrFail(Interview, { id: interviewId });
    const vault = await this.vault.of(personId, manager);
    return new Map(
      quoting.map(({ id, said, worded }) => [
        id,
        {
          said: vault.open(saidPlace(id), said) ?? '',
          worded: vault.open(wordedPlace(id), worded) ?? '',
        },
      ]),
    );
  }

  /** What was kept of a text while it was being written. */
  async dropDrafts(tx: Tx, attemptId: string): Promise<void> {
    await tx.manager.delete(TranscriptRow, { attemptId, origin: 'candidate' });
  }

  /** The words that count, by attempt. */
  async of(
    attemptIds: string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, Transcript>> {
    const rows = await manager.find(TranscriptRow, {
      where: { attemptId: In(attemptIds) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const best = new Map<string, TranscriptRow>();
    for (const row of rows) {
      const known = best.get(row.attemptId);
      if (!known || rank(row.origin) >= rank(known.origin)) {
        best.set(row.attemptId, row);
      }
    }
    const vaults = await this.vault.ofMany(
      rows.map((row) => row.personId),
      manager,
    );
    const opened = [...best].map(([attemptId, row]): [string, Transcript] => {
      const text = vaults.get(row.personId)?.open(place(row.id), row.segments) ?? '[]';
      const segments = JSON.parse(text) as Segment[];
      const locale = locales.find((one) => one === row.locale) ?? 'zh';
      return [attemptId, { origin: row.origin, engine: row.engine, locale, segments }];
    });
    return new Map(opened);
  }
}

function rank(origin: Transcript['origin']): number {
  return ['engine', 'hr', 'candidate'].indexOf(origin);
}
