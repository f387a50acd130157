import { Injectable } from '@nestjs/common';
import { type Locale, locales } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { EntityManager } from 'typeorm';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { GradedAnswerRow } from './calibration.entity.js';

const wordsPlace = (row: string) => ({ table: 'calibration_answer', column: 'words', row });

/** Consents that learning from somebody's words rests on. */
const needed = new Set<string>(['transcription', 'automatedAssessment']);

export function localeOf(row: Pick<GradedAnswerRow, 'locale'>): Locale {
  return locales.find((one) => one === row.locale) ?? 'zh';
}

/**
 * The words of graded answers, sealed with their person's key. When the person is erased or takes the consent back
 * they are gone: grade and numbers stay, which say nothing that anybody could read, and the likeness of the words
 * counts no longer.
 */
@Injectable()
export class GradedWords {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** By graded answer; those that are gone are absent. */
  async of(rows: GradedAnswerRow[], manager?: EntityManager): Promise<Map<string, string>> {
    const vaults = await this.vault.ofMany(
      rows.map(({ personId }) => personId),
      manager,
    );
    return new Map(
      rows.flatMap((row): [string, string][] => {
        const words = vaults.get(row.personId)?.open(wordsPlace(row.id), row.words);
        return words ? [[row.id, words]] : [];
      }),
    );
  }

  async seal(manager: EntityManager, row: { id: string; personId: string }, words: string) {
    return (await this.vault.of(row.personId, manager)).seal(wordsPlace(row.id), words);
  }

  @OnEvent('ConsentWithdrawn', 'grading')
  async withdrawn({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    const { purpose, applicationId } = payload;
    if (needed.has(purpose)) {
      await this.database.transaction(async (tx) => {
        await tx.manager.update(GradedAnswerRow, { applicationId }, { words: null });
      });
    }
  }
}
