import { Injectable } from '@nestjs/common';
import type { RequestKind, RequestState } from '@zhiyu/contracts/requests';
import type { EntityManager } from 'typeorm';
import type { SubjectVault } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { CandidateRequest, type RequestFacts } from './request.entity.js';

type Whose = Pick<CandidateRequest, 'companyId' | 'applicationId' | 'personId'>;

interface Wish {
  kind: RequestKind;
  facts: RequestFacts;
  text: string;
  dueAt: number;
}

/** A request with its words. */
export interface OpenedRequest extends Omit<CandidateRequest, 'text' | 'answer'> {
  text: string;
  answer: string | null;
}

const place = (column: 'text' | 'answer', row: string) => ({
  ...{ table: 'candidate_request', column, row },
});
const sealed = (
  vault: SubjectVault,
  of: { column: 'text' | 'answer'; row: string; text: string },
) => (of.text.trim() === '' ? null : vault.seal(place(of.column, of.row), of.text.trim()));

/** What candidates ask the company for: written down with a date, answered once by a person. */
@Injectable()
export class Requests {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async ask(tx: Tx, whose: Whose, wish: Wish): Promise<CandidateRequest> {
    const id = newId(tx.now);
    const { companyId, applicationId, personId } = whose;
    const { kind, facts, dueAt } = wish;
    const vault = await this.vault.of(personId, tx.manager);
    const text = sealed(vault, { column: 'text', row: id, text: wish.text });
    const row: CandidateRequest = {
      ...{ id, companyId, applicationId, personId, kind, state: 'open', facts, text },
      ...{ answer: null, askedAt: tx.now, dueAt, answeredAt: null, answeredBy: null },
    };
    await tx.manager.insert(CandidateRequest, row);
    tx.emit('RequestMade', companyId, { applicationId, requestId: id, kind });
    return row;
  }

  /** @returns false when it was answered before */
  async answer(
    tx: Tx,
    request: CandidateRequest,
    of: { state: Exclude<RequestState, 'open'>; text: string; by: string },
  ): Promise<boolean> {
    const { id, personId, companyId, applicationId, kind } = request;
    const vault = await this.vault.of(personId, tx.manager);
    const answer = sealed(vault, { column: 'answer', row: id, text: of.text });
    const { affected } = await tx.manager.update(
      CandidateRequest,
      { id, state: 'open' },
      { state: of.state, answer, answeredAt: tx.now, answeredBy: of.by },
    );
    if (affected !== 1) {
      return false;
    }
    const fact = { applicationId, requestId: id, kind, state: of.state };
    tx.emit('RequestAnswered', companyId, fact);
    return true;
  }

  /** Of one application, oldest first. */
  async of(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<OpenedRequest[]> {
    const where = { applicationId };
    const order = { askedAt: 'ASC' as const, id: 'ASC' as const };
    const rows = await manager.find(CandidateRequest, { where, order });
    const vaults = await this.vault.ofMany(
      rows.map((row) => row.personId),
      manager,
    );
    return rows.map((row) => {
      const vault = vaults.get(row.personId);
      const open = (column: 'text' | 'answer') =>
        vault?.open(place(column, row.id), row[column]) ?? null;
      const answer = row.answeredAt === null ? null : (open('answer') ?? '');
      return Object.assign(row, { text: open('text') ?? '', answer });
    });
  }

  async open(tx: Tx, applicationId: string, kind: RequestKind): Promise<CandidateRequest | null> {
    return tx.manager.findOneBy(CandidateRequest, { applicationId, kind, state: 'open' });
  }
}
