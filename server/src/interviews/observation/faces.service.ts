import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { FaceSecond, NoteFace } from '@zhiyu/contracts/observation';
import { In } from 'typeorm';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Consents } from '../../privacy/consents.service.js';
import { Answer, AttemptRow } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { FaceBatch } from './observation.entity.js';

const place = (row: string) => ({ table: 'face_batch', column: 'seconds', row });

/** Numbers of the face (R26): only with consent, sealed, weight 0, gone with the recording. */
@Injectable()
export class Faces {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
  ) {}

  /** @throws consentMissing where it was not agreed to, notFound for attempts of others. */
  async note(actor: CandidateActor, input: NoteFace): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const consents = await this.consents.of(interview.applicationId, tx.manager);
      const { asked } = await this.reader.whose(interview.applicationId, tx.manager);
      if (!consents.facialObservation || !asked.includes('facialObservation')) {
        throw new AppError('consentMissing');
      }
      const { attemptId, batch } = input;
      const attempt = await tx.manager.findOneBy(AttemptRow, { id: attemptId });
      const answer = attempt
        ? await tx.manager.findOneBy(Answer, { id: attempt.answerId, interviewId: interview.id })
        : null;
      if (!answer || attempt?.mode !== 'camera') {
        throw new AppError('notFound');
      }
      if (await tx.manager.existsBy(FaceBatch, { attemptId, batch })) {
        return;
      }
      const id = newId(tx.now);
      const { companyId, personId, applicationId, id: interviewId } = interview;
      const vault = await this.vault.of(personId, tx.manager);
      const seconds = vault.seal(place(id), JSON.stringify(input.seconds));
      const whose = { companyId, personId, applicationId, interviewId };
      await tx.manager.insert(FaceBatch, { id, ...whose, attemptId, batch, seconds, at: tx.now });
    });
  }

  /** The seconds of each attempt, in order; each second once. */
  async of(attemptIds: string[]): Promise<Map<string, FaceSecond[]>> {
    const rows = await this.database.read(FaceBatch).find({
      where: { attemptId: In(attemptIds) },
      order: { attemptId: 'ASC', batch: 'ASC' },
    });
    const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
    const found = new Map<string, Map<number, FaceSecond>>();
    for (const row of rows) {
      const opened = vaults.get(row.personId)?.open(place(row.id), row.seconds) ?? '[]';
      const seconds = found.get(row.attemptId) ?? new Map<number, FaceSecond>();
      for (const second of JSON.parse(opened) as FaceSecond[]) {
        seconds.set(second.t, second);
      }
      found.set(row.attemptId, seconds);
    }
    return new Map(
      [...found].map(([id, seconds]) => [
        id,
        [...seconds.values()].sort((one, other) => one.t - other.t),
      ]),
    );
  }
}
