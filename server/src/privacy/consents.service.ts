import { Injectable } from '@nestjs/common';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { type ConsentPurpose, consentPurposes } from '@zhiyu/contracts/interview';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Consent } from './consent.entity.js';

export type ConsentState = Record<ConsentPurpose, boolean | null>;

type Given = Pick<Consent, 'companyId' | 'personId' | 'applicationId' | 'textVersion' | 'locale'>;

/** The ledger of consents: rows are added, never changed. */
@Injectable()
export class Consents {
  constructor(private readonly database: Database) {}

  /** Writes down each purpose that changed. */
  async give(
    tx: Tx,
    whose: Given,
    choices: Partial<Record<ConsentPurpose, boolean>>,
  ): Promise<void> {
    const now = await this.of(whose.applicationId, tx.manager);
    for (const purpose of consentPurposes) {
      const given = purpose === 'poolTransfer' ? transferAfter(now, choices) : choices[purpose];
      if (given !== undefined && now[purpose] !== given) {
        await this.write(tx, whose, purpose, given);
      }
    }
  }

  /** Agreed to once more, under the sentences of now: its time begins again. */
  async renew(tx: Tx, whose: Given, purpose: ConsentPurpose): Promise<void> {
    await this.write(tx, whose, purpose, true);
  }

  private async write(
    tx: Tx,
    whose: Given,
    purpose: ConsentPurpose,
    given: boolean,
  ): Promise<void> {
    await tx.manager.insert(Consent, { id: newId(tx.now), ...whose, purpose, given, at: tx.now });
    const payload = { applicationId: whose.applicationId, purpose };
    tx.emit(given ? 'ConsentGiven' : 'ConsentWithdrawn', whose.companyId, payload);
  }

  /** What counts now: the newest word on each purpose, null where nobody was asked. */
  async of(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<ConsentState> {
    const rows = await manager.find(Consent, {
      where: { applicationId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const state: ConsentState = {
      recording: null,
      transcription: null,
      automatedAssessment: null,
      facialObservation: null,
      browserRecognition: null,
      talentPool: null,
      poolTransfer: null,
    };
    for (const row of rows) {
      state[row.purpose] = row.given;
    }
    return state;
  }

  /** The version of the sentences under which each purpose that stands was agreed to. */
  async textsOf(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Partial<Record<ConsentPurpose, string>>> {
    const rows = await manager.find(Consent, {
      where: { applicationId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const newest = new Map(rows.map((row) => [row.purpose, row]));
    return Object.fromEntries(
      [...newest.values()]
        .filter(({ given }) => given)
        .map(({ purpose, textVersion }) => [purpose, textVersion]),
    );
  }

  async ledger(applicationId: string): Promise<ApplicationDetail['consents']> {
    const rows = await this.database
      .read(Consent)
      .find({ where: { applicationId }, order: { at: 'DESC' } });
    return rows.map(({ purpose, given, at, textVersion }) => ({ purpose, given, at, textVersion }));
  }
}

/** Whoever leaves the talent pool takes back as well who elsewhere may see him in it. */
function transferAfter(
  now: ConsentState,
  choices: Partial<Record<ConsentPurpose, boolean>>,
): boolean | undefined {
  return choices.talentPool === false && now.poolTransfer === true ? false : choices.poolTransfer;
}
