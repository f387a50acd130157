import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { SoundSignals } from '@zhiyu/contracts/signals';
import { In } from 'typeorm';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { newId } from '../../platform/time/ids.js';
import type { AttemptRow, Interview } from '../entities/interview.entity.js';
import { SoundFactsRow } from './sound-facts.entity.js';

/** What was measured, or the code of the error that kept it from being measured. */
export type SoundMeasured = { facts: SoundSignals } | { failure: string };

const place = (row: string) => ({ table: 'sound_facts', column: 'facts', row });

/** Consents that measuring a voice rests on. */
const needed = new Set<string>(['recording', 'transcription', 'automatedAssessment']);

/** Facts measured on the sound of attempts: sealed, weight 0, gone with the recording. */
@Injectable()
export class SoundFacts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  has(attemptId: string): Promise<boolean> {
    return this.database.read(SoundFactsRow).existsBy({ attemptId });
  }

  /** Once for an attempt; told again, the first stands. */
  async write(
    tx: Tx,
    of: { attempt: AttemptRow; interview: Interview },
    measured: SoundMeasured,
  ): Promise<void> {
    const { id: attemptId, personId, companyId } = of.attempt;
    if (await tx.manager.existsBy(SoundFactsRow, { attemptId })) {
      return;
    }
    const id = newId(tx.now);
    const { id: interviewId, applicationId } = of.interview;
    const whose = { companyId, personId, applicationId, interviewId, attemptId };
    const said =
      'facts' in measured
        ? {
            engine: measured.facts.engine,
            failure: null,
            facts: (await this.vault.of(personId, tx.manager)).seal(
              place(id),
              JSON.stringify(measured.facts),
            ),
          }
        : { engine: null, failure: measured.failure, facts: null };
    await tx.manager.insert(SoundFactsRow, { id, ...whose, ...said, at: tx.now });
  }

  /** What was measured of these attempts; those of which nothing could be measured are absent. */
  async of(attemptIds: string[]): Promise<Map<string, SoundSignals>> {
    const rows = await this.database.read(SoundFactsRow).findBy({ attemptId: In(attemptIds) });
    const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
    return new Map(
      rows.flatMap((row): [string, SoundSignals][] => {
        const facts = vaults.get(row.personId)?.open(place(row.id), row.facts);
        return facts ? [[row.attemptId, JSON.parse(facts) as SoundSignals]] : [];
      }),
    );
  }

  /** Deleted with the recordings, and when the person is erased. */
  async forget(of: { personId: string } | { applicationIds: string[] }): Promise<void> {
    const whose = 'personId' in of ? of : { applicationId: In(of.applicationIds) };
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(SoundFactsRow, whose);
    });
  }

  /** Taken back, each of those it needed: what a machine measured of the voice goes at once. */
  @OnEvent('ConsentWithdrawn', 'sound')
  async withdrawn({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    if (needed.has(payload.purpose)) {
      await this.forget({ applicationIds: [payload.applicationId] });
    }
  }
}
