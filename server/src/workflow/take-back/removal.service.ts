import { Injectable } from '@nestjs/common';
import { Cards } from '../../notify/cards.service.js';
import { takenBackCard } from '../../notify/cards/taken-back.card.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/database.js';
import { Erasure } from '../../privacy/erasure.service.js';
import { Person } from '../../privacy/person.entity.js';
import { People } from '../../privacy/people.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import type { IntakeItemRow } from '../../recruiting/entities/intake-batch.entity.js';
import { ResumeQuestionRow } from '../../recruiting/entities/resume-question.entity.js';
import { StaffUser } from '../../staff/staff-user.entity.js';

/** Removes an application, and all that came in with it and nothing else. */
@Injectable()
export class Removal {
  constructor(
    private readonly people: People,
    private readonly erasure: Erasure,
    private readonly cards: Cards,
  ) {}

  async remove(tx: Tx, actor: StaffActor, item: IntakeItemRow): Promise<void> {
    const { applicationId, companyId, batchId, resumeId } = item;
    const said = { byName: actor.name, at: tx.now, now: tx.now };
    await this.cards.retire(tx, applicationId, (locale) => takenBackCard(locale, said));
    await tx.manager.delete(ResumeQuestionRow, { applicationId });
    await tx.manager.delete(Application, { id: applicationId });
    if (resumeId !== null) {
      tx.enqueue('resume.drop', { resumeId }, { key: `resume.drop:${resumeId}` });
    }
    await this.person(tx, item);
    tx.emit('ApplicationTakenBack', companyId, { applicationId, batchId, byStaffId: actor.id });
  }

  /** Somebody who has applied beside it, or works here, stays as he is. */
  private async person(tx: Tx, { personId, newPerson, added }: IntakeItemRow): Promise<void> {
    if (newPerson) {
      const here =
        (await tx.manager.existsBy(Application, { personId })) ||
        (await tx.manager.existsBy(StaffUser, { personId }));
      if (!here) {
        await this.erasure.erase(tx, personId);
        await tx.manager.delete(Person, { id: personId });
      }
    } else if (added !== null) {
      await this.people.uncomplete(tx, personId, added);
    }
  }
}
