import { Injectable } from '@nestjs/common';
import type {
  KeepProgram,
  KeptProgram,
  LastProgram,
  Snapshot,
  Sources,
} from '@zhiyu/contracts/coding';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { EntityManager } from 'typeorm';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Consents } from '../../privacy/consents.service.js';
import type { AttemptRow } from '../entities/interview.entity.js';
import { OwnCodings, refuseOther } from './own-coding.js';
import { ProgramDraft, SnapshotBatch } from './program.entity.js';

/** Characters of snapshots that are kept of one attempt: an hour of typing is a tenth of it. */
const longestReplay = 600_000;

const draftPlace = (row: string) => ({ table: 'program_draft', column: 'body', row });
const batchPlace = (row: string) => ({ table: 'program_snapshot', column: 'body', row });

export interface Written {
  language: ProgramLanguage;
  sources: Sources;
}

/** What candidates write: the newest state of each attempt, and the snapshots of the way there. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly own: OwnCodings,
    private readonly consents: Consents,
  ) {}

  /**
   * An older state than the known one changes nothing; snapshots that are known are not stored twice, and none is where
   * recording was not agreed to.
   */
  async keep(actor: CandidateActor, input: KeepProgram): Promise<KeptProgram> {
    return this.database.transaction(async (tx) => {
      const { attempt, coding } = await this.own.writing(tx, actor, input.attemptId);
      refuseOther(coding, input.language);
      const draft = await this.put(tx, attempt, input);
      const { recording } = await this.consents.of(actor.applicationId, tx.manager);
      if (recording === true) {
        await this.record(tx, draft, input);
      }
      const { revision, snapshots } = draft;
      const full = draft.full || recording !== true;
      return { serverNow: tx.now, revision, snapshots, full };
    });
  }

  /** The program at the end of the answer, from a device that could not send it before. */
  async putLast(tx: Tx, attempt: AttemptRow, program: LastProgram): Promise<void> {
    const known = await tx.manager.findOneBy(ProgramDraft, { id: attempt.id });
    const before = known ? await this.open(known, tx.manager) : null;
    const sources = { ...before?.sources, [program.language]: program.source };
    const revision = (known?.revision ?? 0) + 1;
    await this.put(tx, attempt, { language: program.language, sources, revision });
  }

  /** The program of an attempt as it stands; null where nothing was written. */
  async current(attemptId: string, manager?: EntityManager): Promise<LastProgram | null> {
    const row = await this.find(attemptId, manager);
    const written = row ? await this.open(row, manager) : null;
    const source = written?.sources[written.language] ?? '';
    return written && source.trim() !== '' ? { language: written.language, source } : null;
  }

  /** The newest of an answer's attempts. */
  async newest(answerId: string): Promise<{ row: ProgramDraft; written: Written } | null> {
    const row = await this.database
      .read(ProgramDraft)
      .findOne({ where: { answerId }, order: { changedAt: 'DESC', id: 'DESC' } });
    const written = row ? await this.open(row) : null;
    return row && written ? { row, written } : null;
  }

  async ofAnswer(answerId: string): Promise<ProgramDraft[]> {
    return this.database.read(ProgramDraft).findBy({ answerId });
  }

  /** All snapshots of an attempt in their order; none when the person was erased. */
  async replay({ id: attemptId, personId }: ProgramDraft): Promise<Snapshot[]> {
    const vault = await this.vault.of(personId);
    const rows = await this.database
      .read(SnapshotBatch)
      .find({ where: { attemptId }, order: { first: 'ASC' } });
    return rows.flatMap((row) => {
      const body = vault.open(batchPlace(row.id), row.body);
      return body === null ? [] : (JSON.parse(body) as Snapshot[]);
    });
  }

  private find(attemptId: string, manager?: EntityManager): Promise<ProgramDraft | null> {
    return (manager ?? this.database.dataSource.manager).findOneBy(ProgramDraft, {
      id: attemptId,
    });
  }

  private async open(row: ProgramDraft, manager?: EntityManager): Promise<Written | null> {
    const vault = await this.vault.of(row.personId, manager);
    const body = vault.open(draftPlace(row.id), row.body);
    return body === null ? null : (JSON.parse(body) as Written);
  }

  private async put(
    tx: Tx,
    attempt: AttemptRow,
    { language, sources, revision }: Written & { revision: number },
  ): Promise<ProgramDraft> {
    const { id, companyId, answerId, personId } = attempt;
    const known = await tx.manager.findOneBy(ProgramDraft, { id });
    if (known && known.revision >= revision) {
      return known;
    }
    const vault = await this.vault.of(personId, tx.manager);
    const body = vault.seal(draftPlace(id), JSON.stringify({ language, sources }));
    const now = { revision, body, changedAt: tx.now };
    if (known) {
      await tx.manager.update(ProgramDraft, { id }, now);
      return Object.assign(known, now);
    }
    const ids = { id, companyId, answerId, personId };
    const draft = { ...ids, ...now, snapshots: 0, snapshotSize: 0, full: false };
    await tx.manager.insert(ProgramDraft, draft);
    return draft;
  }

  private async record(tx: Tx, draft: ProgramDraft, input: KeepProgram): Promise<void> {
    // A batch that begins beyond what is known has lost its beginning: the device sends it again.
    if (draft.full || input.first > draft.snapshots) {
      return;
    }
    const fresh = input.snapshots.slice(draft.snapshots - input.first);
    const text = JSON.stringify(fresh);
    const { id: attemptId, companyId, personId } = draft;
    if (fresh.length > 0 && draft.snapshotSize + text.length <= longestReplay) {
      const id = newId(tx.now);
      const vault = await this.vault.of(personId, tx.manager);
      const body = vault.seal(batchPlace(id), text);
      const row = { id, companyId, attemptId, personId, first: draft.snapshots, body };
      await tx.manager.insert(SnapshotBatch, { ...row, createdAt: tx.now });
      draft.snapshots += fresh.length;
      draft.snapshotSize += text.length;
    } else {
      draft.full = fresh.length > 0;
    }
    const { snapshots, snapshotSize, full } = draft;
    await tx.manager.update(ProgramDraft, { id: attemptId }, { snapshots, snapshotSize, full });
  }
}
