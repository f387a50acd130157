import { Injectable } from '@nestjs/common';
import { AddressBook } from '../notify/address-book.js';
import type { Recipient } from '../notify/card-content.js';
import { DigestPlans } from './digest-plans.service.js';

/** The chat group of those who recruit. It is told counts, never a candidate's name or score. */
@Injectable()
export class RecruitingGroup {
  constructor(
    private readonly book: AddressBook,
    private readonly plans: DigestPlans,
  ) {}

  /** Whether one is set up for this company. */
  async exists(companyId: string): Promise<boolean> {
    return (await this.book.waysTo({ kind: 'group', id: companyId })).length > 0;
  }

  /** Null where there is none, or the company wants nothing said in it. */
  async of(companyId: string): Promise<Recipient | null> {
    const wanted = (await this.plans.of(companyId)).group && (await this.exists(companyId));
    return wanted ? { kind: 'group', id: companyId } : null;
  }
}
