import { Injectable } from '@nestjs/common';
import { locales } from '@zhiyu/contracts/basics';
import type { Tx } from '../platform/database/database.js';
import { People } from '../privacy/people.service.js';
import { ApplicationStart } from './application-start.service.js';
import { type Application, Resume } from './entities/application.entity.js';
import type { Position } from './entities/position.entity.js';
import { type ResumeFile, ResumeStore, type StoredResume } from './resume-store.js';
import { typedResume } from './resume-view.js';

/** Somebody known applies for another position with what he handed in before (再邀请). */
@Injectable()
export class Again {
  constructor(
    private readonly start: ApplicationStart,
    private readonly store: ResumeStore,
    private readonly people: People,
  ) {}

  /** @returns null where he is under way for this position already */
  async apply(tx: Tx, before: Application, position: Position): Promise<Application | null> {
    const { personId, resumeId, example } = before;
    if (await this.start.running(tx, position.id, personId)) {
      return null;
    }
    const contact = await this.people.contactOf(personId, tx.manager);
    const name = await this.people.nameOf(personId, tx.manager);
    const stored = await this.store.read(resumeId, tx.manager);
    const { phone, email } = contact;
    const plain = { name, phone: phone ?? '', email: email ?? '', education: '', work: '' };
    const { application } = await this.start.begin(
      tx,
      {
        ...{ position, name, phone, email, source: 'pool', linkId: null, example },
        file: stored ? await this.fileOf(tx, stored) : null,
        parsed: stored?.parsed ?? typedResume(plain),
        corrected: stored?.corrected ?? plain,
        locale: locales.find((one) => one === before.locale) ?? 'zh',
      },
      personId,
    );
    return application;
  }

  private async fileOf(tx: Tx, stored: StoredResume): Promise<ResumeFile | null> {
    if (!stored.hasFile) {
      return null;
    }
    const row = await tx.manager.findOneByOrFail(Resume, { id: stored.id });
    const original = await this.store.original(row, tx.manager);
    return { ...original, parsed: stored.parsed };
  }
}
