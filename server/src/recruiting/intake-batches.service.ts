import { Injectable } from '@nestjs/common';
import type { BatchKind } from '@zhiyu/contracts/intake-batch';
import type { StaffActor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import type { AddedContact } from '../privacy/added-contact.js';
import type { Application } from './entities/application.entity.js';
import { IntakeBatchRow, IntakeItemRow } from './entities/intake-batch.entity.js';

/** What is handed in together. */
export interface BatchOf {
  actor: StaffActor;
  key: string | undefined;
  kind: BatchKind;
}

interface CameIn {
  application: Application;
  known: boolean;
  added: AddedContact | null;
  repeated: boolean;
}

/** Writes down who came in together; who was under way before came in by nothing of it. */
@Injectable()
export class IntakeBatches {
  async note(tx: Tx, { actor, key, kind }: BatchOf, came: CameIn): Promise<void> {
    if (key === undefined || came.repeated) {
      return;
    }
    const { application, known, added } = came;
    const { id: applicationId, companyId, positionId, personId, resumeId } = application;
    const of = { staffId: actor.id, batchKey: key };
    const fresh = { id: newId(tx.now), companyId, positionId, ...of, kind, at: tx.now };
    const open = { takenBackAt: null, takenBackBy: null, removed: 0, stayed: 0 };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(IntakeBatchRow)
      .values({ ...fresh, ...open })
      .orIgnore()
      .execute();
    const batch = await tx.manager.findOneByOrFail(IntakeBatchRow, of);
    // Another position, or taken back meanwhile: whoever comes now belongs to none.
    if (batch.positionId === positionId && batch.takenBackAt === null) {
      await tx.manager.insert(IntakeItemRow, {
        ...{ applicationId, companyId, batchId: batch.id, personId, resumeId },
        ...{ newPerson: !known, added, removed: false },
      });
    }
  }
}
