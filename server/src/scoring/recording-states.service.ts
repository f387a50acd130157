import { Injectable } from '@nestjs/common';
import type { AnswerReport, RecordingState } from '@zhiyu/contracts/scoring';
import { isSound, MediaService } from '../interviews/media/media.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Masks } from '../platform/auth/masks.js';

type Recorded = Pick<AnswerReport, 'answerId' | 'attemptId' | 'hasMedia'>;

/** What there is to play of each answer, for this reader and at this moment. */
@Injectable()
export class RecordingStates {
  constructor(
    private readonly media: MediaService,
    private readonly masks: Masks,
  ) {}

  /** By the answer. */
  async of(
    actor: StaffActor,
    applicationId: string,
    answers: readonly Recorded[],
  ): Promise<Record<string, RecordingState>> {
    const tracks = await this.media.ofAttempts(answers.flatMap(({ attemptId }) => attemptId ?? []));
    const covered = (await this.masks.hidden(actor, [applicationId])).size > 0;
    const stateOf = ({ attemptId, hasMedia }: Recorded): RecordingState => {
      const own = tracks.filter((track) => track.attemptId === attemptId);
      if (own.length === 0) {
        return hasMedia ? 'gone' : 'none';
      }
      return !covered || own.some(isSound) ? 'there' : 'covered';
    };
    return Object.fromEntries(answers.map((one) => [one.answerId, stateOf(one)]));
  }
}
