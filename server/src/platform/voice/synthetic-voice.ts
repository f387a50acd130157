/** A row of the table of engines: on or not, what that means for people, and how to switch it on. */
export interface VoiceState {
  on: boolean;
  meaning: string;
  how: string;
}

/** A voice that is no person's. What it reads goes to its host. */
export abstract class SyntheticVoice {
  /** Model and voice: the same words by another name sound different. Null: there is none, and nobody should ask. */
  abstract readonly name: string | null;

  /** Who gets to read the words: the host of the endpoint; null where there is none. */
  abstract readonly host: string | null;

  abstract describe(language?: 'zh' | 'en'): VoiceState;

  /**
   * The words as MP3.
   * @throws VoiceFailure when there is none this time
   */
  abstract read(words: string): Promise<Buffer>;
}

/** Why nothing was read; carries neither key nor words. */
export class VoiceFailure extends Error {
  constructor(reason: string) {
    super(`the synthetic voice did not read: ${reason}`);
    this.name = 'VoiceFailure';
  }
}
