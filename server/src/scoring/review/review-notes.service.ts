import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { AddReviewNote, RemoveReviewNote, ReviewNote } from '@zhiyu/contracts/review';
import { Answer } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { StaffService } from '../../staff/staff.service.js';
import { ReviewAccess } from './review-access.service.js';
import { ReviewNoteRow } from './scorecard.entity.js';

const place = (row: string) => ({ table: 'review_note', column: 'text', row });

/** Comments for everybody in the room, and one's own marks, each at its second. */
@Injectable()
export class ReviewNotes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly access: ReviewAccess,
    private readonly staff: StaffService,
  ) {}

  /** @throws invalidInput for a comment without words, and where somebody is named who may not enter */
  async add(actor: StaffActor, input: AddReviewNote): Promise<void> {
    const { id: interviewId, kind, text } = input;
    const reviewed = await this.access.enter(actor, interviewId);
    const mentions = kind === 'comment' ? [...new Set(input.mentions)] : [];
    const { answerId, at } = input.place;
    const known = await this.database.read(Answer).existsBy({ id: answerId, interviewId });
    const mayEnter = mentions.length > 0 ? await this.access.whoMayEnter(reviewed) : [];
    const fault =
      (!known && 'place') ||
      (kind === 'comment' && text === '' && 'text') ||
      (mentions.some((one) => !mayEnter.includes(one)) && 'mentions');
    if (fault) {
      throw new AppError('invalidInput', {}, [{ path: fault, message: fault }]);
    }
    const { applicationId, companyId } = reviewed.interview;
    const { personId } = reviewed.application;
    await this.database.transaction(async (tx) => {
      const id = newId(tx.now);
      const vault = await this.vault.of(personId, tx.manager);
      await tx.manager.insert(ReviewNoteRow, {
        ...{ id, companyId, applicationId, interviewId, personId, authorId: actor.id, kind },
        ...{ answerId, second: at, text: vault.seal(place(id), text), mentions },
        createdAt: tx.now,
      });
      tx.emit('ReviewNoted', companyId, { applicationId, interviewId, noteId: id });
    });
  }

  /** Only one's own; taken back again nothing happens. */
  async remove(actor: StaffActor, { id: interviewId, note }: RemoveReviewNote): Promise<void> {
    const { interview } = await this.access.enter(actor, interviewId);
    const { applicationId, companyId } = interview;
    await this.database.transaction(async (tx) => {
      const own = { id: note, interviewId, authorId: actor.id };
      const { affected } = await tx.manager.delete(ReviewNoteRow, own);
      if (affected) {
        tx.emit('ReviewNoted', companyId, { applicationId, interviewId, noteId: note });
      }
    });
  }

  /** Comments of everybody and this person's marks, the oldest first. */
  async of(actor: StaffActor, interviewId: string): Promise<ReviewNote[]> {
    const { companyId } = actor;
    const rows = await this.database.read(ReviewNoteRow).find({
      where: [
        { interviewId, companyId, kind: 'comment' },
        { interviewId, companyId, authorId: actor.id },
      ],
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return Promise.all(rows.map((row) => this.shown(row)));
  }

  /** Null where it was taken back meanwhile. */
  async find(id: string): Promise<ReviewNote | null> {
    const row = await this.database.read(ReviewNoteRow).findOneBy({ id });
    return row && this.shown(row);
  }

  private async shown(row: ReviewNoteRow): Promise<ReviewNote> {
    const { id, kind, authorId, answerId, second, mentions, createdAt } = row;
    const names = await this.staff.namesOf([authorId, ...mentions]);
    const vault = await this.vault.of(row.personId);
    return {
      ...{ id, kind, authorId, authorName: names.get(authorId) ?? '', createdAt },
      place: { answerId, at: second },
      text: vault.open(place(id), row.text) ?? '',
      mentions: mentions.map((one) => ({ id: one, name: names.get(one) ?? '' })),
    };
  }
}
