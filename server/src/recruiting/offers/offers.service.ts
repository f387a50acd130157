import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { OfferTerms } from '@zhiyu/contracts/offers';
import { endedOffers, type OfferState } from '@zhiyu/contracts/offer-values';
import type { EntityManager } from 'typeorm';
import type { SubjectVault } from '../../platform/crypto/sealed.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import type { Application } from '../entities/application.entity.js';
import { OfferRow } from '../entities/offer.entity.js';

/** An offer with its words. */
export interface OpenedOffer extends Omit<OfferRow, 'terms' | 'words'> {
  terms: OfferTerms;
  words: string;
}

/** What a step changes beside the state. */
type Step = Partial<
  Pick<OfferRow, 'approvedBy' | 'sentAt' | 'expiresAt' | 'answeredAt' | 'endedAt'>
> & {
  words?: string;
};

const place = (column: 'terms' | 'words', row: string) => ({ table: 'offer', column, row });

/** Nothing where the person was erased. */
function opened(vault: SubjectVault | undefined, row: OfferRow): OpenedOffer[] {
  const terms = vault?.open(place('terms', row.id), row.terms) ?? null;
  const words = vault?.open(place('words', row.id), row.words) ?? '';
  return terms === null
    ? []
    : [Object.assign(row, { terms: JSON.parse(terms) as OfferTerms, words })];
}

/** Offers as they are kept: sealed with the candidate's key, a step at a time. */
@Injectable()
export class Offers {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Of one application, newest first; those of an erased person are left out. */
  async of(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<OpenedOffer[]> {
    const order = { createdAt: 'DESC' as const, id: 'DESC' as const };
    const rows = await manager.find(OfferRow, { where: { applicationId }, order });
    const vaults = await this.vault.ofMany(
      rows.map(({ personId }) => personId),
      manager,
    );
    return rows.flatMap((row) => opened(vaults.get(row.personId), row));
  }

  async newest(applicationId: string, manager?: EntityManager): Promise<OpenedOffer | null> {
    return (await this.of(applicationId, manager))[0] ?? null;
  }

  async find(manager: EntityManager, id: string): Promise<OpenedOffer | null> {
    const row = await manager.findOneBy(OfferRow, { id });
    const vault = row ? await this.vault.of(row.personId, manager) : undefined;
    return row ? (opened(vault, row)[0] ?? null) : null;
  }

  /** A first draft, or the one that is there goes on. @throws offerStands */
  async draft(
    tx: Tx,
    application: Application,
    { terms, byStaffId }: { terms: OfferTerms; byStaffId: string },
  ): Promise<void> {
    const { id: applicationId, companyId, personId } = application;
    const before = await this.newest(applicationId, tx.manager);
    const vault = await this.vault.of(personId, tx.manager);
    const sealed = (id: string) => vault.seal(place('terms', id), JSON.stringify(terms));
    if (before?.state === 'draft') {
      const change = { terms: sealed(before.id), byStaffId };
      await tx.manager.update(OfferRow, { id: before.id }, change);
      return;
    }
    if (before && !endedOffers.includes(before.state)) {
      throw new AppError('offerStands');
    }
    const id = newId(tx.now);
    await tx.manager.insert(OfferRow, {
      ...{ id, companyId, applicationId, personId, state: 'draft', terms: sealed(id) },
      ...{ words: null, byStaffId, approvedBy: null, createdAt: tx.now, sentAt: null },
      ...{ expiresAt: null, answeredAt: null, endedAt: null },
    });
    this.tell(tx, { id, companyId, applicationId }, { state: 'draft', by: byStaffId });
  }

  /** @param to `by`: who of the staff; null: the candidate, or time */
  async step(
    tx: Tx,
    offer: OpenedOffer,
    to: Step & { state: OfferState; by: string | null },
  ): Promise<void> {
    const { by, words, ...change } = to;
    const vault = await this.vault.of(offer.personId, tx.manager);
    const said =
      words === undefined
        ? {}
        : { words: words === '' ? null : vault.seal(place('words', offer.id), words) };
    await tx.manager.update(OfferRow, { id: offer.id }, { ...change, ...said });
    Object.assign(offer, change, words === undefined ? {} : { words });
    this.tell(tx, offer, { state: to.state, by });
  }

  private tell(
    tx: Tx,
    { id: offerId, companyId, applicationId }: Pick<OfferRow, 'id' | 'companyId' | 'applicationId'>,
    { state, by }: { state: OfferState; by: string | null },
  ): void {
    tx.emit('OfferChanged', companyId, { applicationId, offerId, state, byStaffId: by });
  }
}
