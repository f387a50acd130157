import type { Locale } from '@zhiyu/contracts/basics';
import type { Segment } from '@zhiyu/contracts/scoring';

/** What was recognised. `engine` names the engine and the model, as it stands in every report. */
export interface SpeechResult {
  segments: Segment[];
  engine: string;
}

/** One recorded answer as it was uploaded. */
export interface SpeechAudio {
  bytes: Buffer;
  /** As the browser said it; the content decides. */
  mimeType: string;
  /** The language the question was asked in. */
  locale: Locale;
  /** Words that come later are of no use (ms): asked once, waited for so long. For captions, not for what is scored. */
  withinMs?: number;
}

/** A row of the table of engines: on or not, what that means for people, and how to switch it on. */
export interface SpeechState {
  on: boolean;
  meaning: string;
  how: string;
}

/** Speech recognition. A driver that cannot recognise says so; it never makes words up. */
export abstract class Speech {
  abstract readonly driver: 'none' | 'openai' | 'sherpa';

  /** Who gets to hear what is recorded: the host of an endpoint; null where it stays on this machine. */
  abstract readonly host: string | null;

  /** How many recordings it hears at the same time without keeping others waiting. */
  abstract readonly atOnce: number;

  /** False: nobody should wait for words; the candidate writes them down. */
  abstract readonly available: boolean;

  /** @param language of the two sentences, Chinese unless told otherwise */
  abstract describe(language?: 'zh' | 'en'): SpeechState;

  /**
   * The words of an answer, with times in seconds from its start where the engine gives them.
   * @throws AppError engineMissing when nothing here can recognise it (do not try again),
   * fileBroken or fileTypeUnknown when there is no sound to read, SpeechFailure when a later try may succeed
   */
  abstract transcribe(audio: SpeechAudio): Promise<SpeechResult>;

  /** Loads what must be loaded; after it `available` is known for certain. Never throws. */
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  /** Ends what the driver started. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The engine failed this time: worth another try later. Carries neither key nor audio. */
export class SpeechFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'SpeechFailure';
  }
}
