import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { AskHeard, Heard } from '@zhiyu/contracts/captions';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { CandidateActor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { Speech } from '../../platform/speech/speech.js';
import { Clock } from '../../platform/time/clock.js';
import { Consents } from '../../privacy/consents.service.js';
import type { AttemptRow } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { isOpen } from '../interview-view.js';
import { MediaService } from '../media/media.service.js';
import type { Media } from '../media/media.entity.js';
import { Transcripts } from '../transcripts.service.js';
import { captionSource } from './caption-source.js';
import {
  afterPiece,
  beginsAt,
  type HeardWords,
  leastNew,
  nothingHeard,
  textOfHeard,
} from './heard-words.js';
import { soundPiece } from './sound-piece.js';

/** Words of a piece that come later are dropped (ms). */
const withinMs = 8_000;
/** So many pieces in a row without an answer: the captions stop for this recording. */
const patience = 3;
/** What the page asks no more about is forgotten so long after the answer's time (ms). */
const forgottenAfter = 60_000;
/** More sound than any answer has: three minutes are less than one MiB. */
const mostBytes = 16 * 1024 * 1024;

/** One recording that is being listened to. Held in memory only. */
interface Listening {
  applicationId: string;
  interviewId: string;
  attemptId: string;
  locale: Locale;
  endsAt: number;
  words: HeardWords;
  /** Of the track when it was looked at last: without new bytes there is nothing new. */
  bytes: number;
  running: boolean;
  failures: number;
  engine: string;
}

/**
 * Live captions by the server's engine: what arrived of a running recording is heard piece by piece. It only reads what
 * the upload has stored. One piece of an interview at a time, a bounded number in all; what is late is dropped, and the
 * whole recording is heard again when it is finished, whatever became of the captions.
 */
@Injectable()
export class LiveCaptions {
  private readonly listening = new Map<string, Listening>();

  constructor(
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly media: MediaService,
    private readonly transcripts: Transcripts,
    private readonly speech: Speech,
    private readonly clock: Clock,
  ) {}

  /**
   * What is known now; it never waits for the engine. Asking has the next piece listened to.
   * @throws consentMissing, engineMissing, notFound for attempts of others and those without sound
   */
  async soFar(actor: CandidateActor, { attemptId }: AskHeard): Promise<Heard> {
    const known = this.listening.get(attemptId);
    const one =
      known?.applicationId === actor.applicationId ? known : await this.begin(actor, attemptId);
    if (one === null) {
      return { text: '', state: 'over' };
    }
    const stopped = one.failures >= patience;
    if (!stopped && !one.running && this.runningNow() < this.speech.atOnce) {
      one.running = true;
      void this.next(one).finally(() => {
        one.running = false;
      });
    }
    return {
      text: textOfHeard(one.words, one.locale),
      state: stopped ? 'stopped' : 'listening',
    };
  }

  /** The recording is finished: what was heard is its first version, until the whole has been heard. */
  async keep(tx: Tx, attempt: AttemptRow): Promise<void> {
    const one = this.listening.get(attempt.id);
    const text = one === undefined ? '' : textOfHeard(one.words, one.locale);
    if (one === undefined || text === '') {
      return;
    }
    const segments = [{ text, from: null, to: null, confidence: null }];
    const by = { origin: 'engine' as const, engine: `${one.engine} live`, writtenBy: null };
    await this.transcripts.write(tx, { attempt, ...by, locale: one.locale, segments });
    const { companyId, answerId, id: attemptId } = attempt;
    const { applicationId, interviewId } = one;
    const ids = { applicationId, interviewId, answerId, attemptId };
    tx.emit('AnswerTranscribed', companyId, { ...ids, origin: 'engine' });
  }

  /** The words are kept where they belong: here they are forgotten. */
  @OnEvent('AnswerTranscribed', 'captions')
  kept({ payload }: EventJob<'AnswerTranscribed'>): Promise<void> {
    this.listening.delete(payload.attemptId);
    return Promise.resolve();
  }

  /** Taken back: what was heard is forgotten at once. */
  @OnEvent('ConsentWithdrawn', 'captions')
  withdrawn({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    for (const one of this.listening.values()) {
      if (one.applicationId === payload.applicationId) {
        this.listening.delete(one.attemptId);
      }
    }
    return Promise.resolve();
  }

  private runningNow(): number {
    return [...this.listening.values()].filter(({ running }) => running).length;
  }

  /** Null where the recording is finished. */
  private async begin(actor: CandidateActor, attemptId: string): Promise<Listening | null> {
    const interview = await this.reader.own(actor);
    const { applicationId } = interview;
    const consents = await this.consents.of(applicationId);
    const { asked, locale } = await this.reader.whose(applicationId);
    const source = captionSource({ engine: this.speech.available, consents, asked });
    if (source !== 'engine') {
      throw new AppError(this.speech.available ? 'consentMissing' : 'engineMissing');
    }
    const parts = await this.reader.parts(interview.id);
    const attempt = parts.flatMap(({ attempts }) => attempts).find(({ id }) => id === attemptId);
    if (attempt === undefined || attempt.mode === 'text') {
      throw new AppError('notFound');
    }
    const open = parts.some((part) => isOpen(part) && part.attempts.includes(attempt));
    if (interview.state !== 'running' || attempt.state !== 'recording' || !open) {
      return null;
    }
    this.forgetOld();
    const begun: Listening = {
      ...{ applicationId, interviewId: interview.id, attemptId, locale, endsAt: attempt.endsAt },
      ...{ words: nothingHeard, bytes: 0, running: false, failures: 0, engine: '' },
    };
    const raced = this.listening.get(attemptId) ?? begun;
    this.listening.set(attemptId, raced);
    return raced;
  }

  private forgetOld(): void {
    const now = this.clock.now();
    for (const [id, { endsAt }] of this.listening) {
      if (endsAt + forgottenAfter < now) {
        this.listening.delete(id);
      }
    }
  }

  /** Never throws: captions that fail harm nothing. */
  private async next(one: Listening): Promise<void> {
    try {
      await this.hear(one);
    } catch (error) {
      const hopeless = error instanceof AppError && error.code === 'engineMissing';
      one.failures = hopeless ? patience : one.failures + 1;
    }
  }

  private async hear(one: Listening): Promise<void> {
    const track = await this.soundOf(one);
    const { bytes: size } = track ? await this.media.progress(track) : { bytes: 0 };
    if (!track || size === one.bytes || size > mostBytes) {
      return;
    }
    one.bytes = size;
    const whole = await this.media.readAll(track);
    const { words, locale } = one;
    const due = await soundPiece(whole, words.until);
    if (due === null || due.to - words.heardTo < leastNew) {
      return;
    }
    const from = beginsAt(words, due.to);
    const piece = from > words.until ? ((await soundPiece(whole, from)) ?? due) : due;
    const { bytes, mimeType } = piece;
    const { segments, engine } = await this.inTime({ bytes, mimeType, locale });
    one.failures = 0;
    one.engine = engine;
    one.words = afterPiece(words, { from: piece.from, to: piece.to, segments, locale });
  }

  /** @throws Error when the words come too late: then they are dropped */
  private async inTime(audio: Parameters<Speech['transcribe']>[0]) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('late')), withinMs);
    });
    try {
      return await Promise.race([this.speech.transcribe({ ...audio, withinMs }), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The small sound track; a device that records no sound of its own is heard when it is done. */
  private async soundOf({ attemptId }: Listening): Promise<Media | undefined> {
    const tracks = await this.media.ofAttempts([attemptId]);
    return tracks.find(({ track, state }) => track === 'audio' && state === 'open');
  }
}
