import { Injectable } from '@nestjs/common';
import type { ResumeDraft } from '@zhiyu/contracts/application';
import type { EnterCandidate, EnteredCandidate } from '@zhiyu/contracts/candidate-entry';
import type { ReadCandidates } from '@zhiyu/contracts/candidate-sheet';
import { staffLanguageFor } from '@zhiyu/contracts/staff';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireOn } from '../../staff/access.js';
import { Position } from '../entities/position.entity.js';
import { HandedIn } from '../handed-in.service.js';
import { IntakeBatches } from '../intake-batches.service.js';
import { Intake, uploadedOf } from '../intake.service.js';
import { ResumeStore } from '../resume-store.js';
import { draftView } from '../resume-view.js';
import { parseResumeFile } from '../resume/resume-parser.js';
import { contactOf, enteredResume, typedOf } from './entered.js';

/** One candidate whom HR enters by hand (R2), taken as everybody else is. */
@Injectable()
export class HandEntry {
  constructor(
    private readonly database: Database,
    private readonly intake: Intake,
    private readonly handedIn: HandedIn,
    private readonly store: ResumeStore,
    private readonly batches: IntakeBatches,
  ) {}

  /** Reads a résumé; without the candidate it goes after an hour. @throws what a résumé throws */
  async read(actor: StaffActor, input: ReadCandidates, bytes: Buffer): Promise<ResumeDraft> {
    const { companyId } = await this.position(actor, input.id);
    const { name: fileName } = input;
    const parsed = await parseResumeFile(bytes, fileName);
    const draftId = await this.store.draft(companyId, { fileName, bytes, parsed });
    return draftView({ draftId, fileName }, parsed, actor.locale);
  }

  /** All of it or nothing; somebody under way for the position stays as he is. @throws notFound for a résumé that has gone */
  async enter(actor: StaffActor, input: EnterCandidate): Promise<EnteredCandidate> {
    const position = await this.position(actor, input.id);
    const { name, draftId, batch: key } = input;
    const of = { companyId: position.companyId, entered: input };
    const taken = await this.database.transaction(async (tx) => {
      const came = await this.intake.take(tx, {
        ...{ position, name, ...contactOf(input), linkId: null },
        source: input.internal ? 'internal' : input.source,
        ...(await enteredResume(tx, this.store, of)),
        ...{ corrected: typedOf(input), locale: 'zh', example: position.example },
      });
      await this.batches.note(tx, { actor, key, kind: 'one' }, came);
      return came;
    });
    if (draftId !== null && !taken.repeated) {
      await this.store.dropDraft(draftId);
    }
    const uploaded = uploadedOf(name, taken, staffLanguageFor(actor.locale));
    const told = await this.handedIn.withPerson(actor, uploaded);
    return { ...told, repeated: taken.repeated };
  }

  private async position(actor: StaffActor, id: string): Promise<Position> {
    const position = await this.database.read(Position).findOneBy({ id });
    requireOn(actor, 'application.add', position);
    return position;
  }
}
