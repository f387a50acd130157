import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { type AudioData, audioTypes } from '@zhiyu/contracts/question-audio';
import { Database, isDuplicate } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { SyntheticVoice, VoiceFailure } from '../../platform/voice/synthetic-voice.js';
import { audioName } from '../../recruiting/question-audio/audio-file.js';
import { SyntheticAudio } from './synthetic-audio.entity.js';
import { audioNameOf } from './synthetic-words.js';

/** Words of a company's question in a language. */
export interface ReadWords {
  companyId: string;
  words: string;
  locale: Locale;
}

/** Questions read by the synthetic voice that is set now; each words once. */
@Injectable()
export class SyntheticAudios {
  /** Being made: many invitations at once ask for the same words. */
  private readonly making = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly voice: SyntheticVoice,
  ) {}

  get on(): boolean {
    return this.voice.name !== null;
  }

  /** @returns null where nothing was made, or by another voice */
  async find(of: ReadWords): Promise<AudioData | null> {
    const where = this.placeOf(of);
    const row = where && (await this.database.read(SyntheticAudio).findOneBy(where));
    return row ? { mimeType: audioTypes.mp3, data: row.body } : null;
  }

  /** @throws VoiceFailure when a later try may succeed */
  async make(of: ReadWords): Promise<void> {
    const where = this.placeOf(of);
    if (where === null || (await this.database.read(SyntheticAudio).existsBy(where))) {
      return;
    }
    const key = `${where.companyId} ${where.name}`;
    const made = this.making.get(key) ?? this.read(where, of.words);
    this.making.set(key, made);
    await made.finally(() => this.making.delete(key));
  }

  private placeOf({ companyId, ...of }: ReadWords): { companyId: string; name: string } | null {
    const voice = this.voice.name;
    return voice === null ? null : { companyId, name: audioNameOf({ ...of, voice }) };
  }

  private async read(where: { companyId: string; name: string }, words: string): Promise<void> {
    const bytes = await this.voice.read(words);
    if (!isMp3(bytes)) {
      throw new VoiceFailure('what came is no MP3');
    }
    const body = bytes.toString('base64');
    try {
      await this.database.transaction((tx) =>
        tx.manager.insert(SyntheticAudio, { id: newId(tx.now), ...where, body, createdAt: tx.now }),
      );
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
  }
}

/** By its bytes, as for what HR uploads: an endpoint may answer anything. */
function isMp3(bytes: Buffer): boolean {
  try {
    return audioName(bytes).endsWith('.mp3');
  } catch {
    return false;
  }
}
