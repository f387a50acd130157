import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { audioDataSchema, audioTypes, type AudioData } from '@zhiyu/contracts/question-audio';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, isDuplicate } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { QuestionAudio } from '../entities/question-audio.entity.js';
import { audioName } from './audio-file.js';

/** Recordings of questions; which question plays which, its content says. */
@Injectable()
export class QuestionAudios {
  constructor(private readonly database: Database) {}

  /** The same recording again is the same file. @throws fileEmpty, fileTooLarge, fileTypeUnknown */
  async save({ companyId, id: createdBy }: StaffActor, bytes: Buffer): Promise<string> {
    const file = audioName(bytes);
    if (await this.database.read(QuestionAudio).existsBy({ companyId, file })) {
      return file;
    }
    const body = bytes.toString('base64');
    try {
      await this.database.transaction((tx) =>
        tx.manager.insert(QuestionAudio, {
          ...{ id: newId(tx.now), companyId, file, body, createdBy, createdAt: tx.now },
        }),
      );
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
    return file;
  }

  /** @throws notFound for what the company does not have */
  async read(companyId: string, file: string): Promise<AudioData> {
    const row = await this.database.read(QuestionAudio).findOneBy({ companyId, file });
    const ending = Object.entries(audioTypes).find(([one]) => file.endsWith(`.${one}`));
    if (!row || !ending) {
      throw new AppError('notFound');
    }
    return audioDataSchema.parse({ mimeType: ending[1], data: row.body });
  }
}
