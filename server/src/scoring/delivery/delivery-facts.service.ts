import { Injectable } from '@nestjs/common';
import type { DeliveryShares } from '@zhiyu/contracts/delivery-limits';
import type { FaceSecond } from '@zhiyu/contracts/observation';
import type { SoundSignals } from '@zhiyu/contracts/signals';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { agreedShares } from '../../interviews/agreed-shares.js';
import { Arrangement } from '../../interviews/entities/arrangement.entity.js';
import type { AttemptRow, Interview } from '../../interviews/entities/interview.entity.js';
import type { AnswerParts } from '../../interviews/interview-view.js';
import { holdsSomething, MediaService } from '../../interviews/media/media.service.js';
import { Faces } from '../../interviews/observation/faces.service.js';
import { SoundFacts } from '../../interviews/sound/sound-facts.service.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Consents } from '../../privacy/consents.service.js';
import {
  isWeighing,
  type WeightsInForce,
  weightsInForce,
} from '../../staff/delivery-weights/weights-in-force.js';
import { chosenOf } from '../assessed-answers.service.js';
import type { DeliveryInput, FaceFacts, VoiceFacts } from '../engine/engine.types.js';

/** A report waits so long for its sound to be measured; later it goes on without. */
export const soundWaitMs = 10 * 60_000;
/** Silences from this length on are long, seconds. */
const longPause = 2;

interface Chosen {
  attempt: AttemptRow;
  questionIndex: number;
}

/** Facts of voice and face for a total, where the company lets them weigh and the candidate agreed to just that. */
@Injectable()
export class DeliveryFactsInTotal {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly sounds: SoundFacts,
    private readonly faces: Faces,
    private readonly media: MediaService,
    private readonly clock: Clock,
  ) {}

  /** Null: words alone count; wait: the sound of an answer is still being measured. */
  async of(interview: Interview, parts: AnswerParts[]): Promise<DeliveryInput | null | 'wait'> {
    const weights = await this.weightsOf(interview);
    if (weights === null) {
      return null;
    }
    const chosen = parts.flatMap(recordedOf);
    if (weights.voice > 0 && (await this.isUnmeasured(interview, chosen))) {
      return 'wait';
    }
    const voice = weights.voice > 0 ? await this.voicesOf(chosen) : [];
    const face = weights.face > 0 ? await this.facesOf(chosen) : [];
    const input = {
      ground: weights.ground,
      ...(voice.length > 0 ? { voice: { weight: weights.voice, answers: voice } } : {}),
      ...(face.length > 0 ? { face: { weight: weights.face, answers: face } } : {}),
    };
    return voice.length + face.length > 0 ? input : null;
  }

  /** Null where nothing weighs for this candidate. */
  private async weightsOf(interview: Interview): Promise<WeightsInForce | null> {
    const { id, companyId, applicationId } = interview;
    const inForce = await weightsInForce(this.database.dataSource.manager, companyId);
    if (!isWeighing(inForce) || (await this.reader.whose(applicationId)).european) {
      return null;
    }
    const shares = await this.agreed(applicationId, inForce);
    const counts = isWeighing(shares) && !(await this.isArranged(id));
    return counts ? { ...shares, ground: inForce.ground } : null;
  }

  /** Never more than what the candidate read when agreeing, nor than what is set now. */
  private async agreed(applicationId: string, inForce: DeliveryShares): Promise<DeliveryShares> {
    const { voice, face } = agreedShares(await this.consents.textsOf(applicationId));
    return { voice: Math.min(voice, inForce.voice), face: Math.min(face, inForce.face) };
  }

  /** More time, no camera, in writing: whoever needs that is read by words alone. */
  private async isArranged(interviewId: string): Promise<boolean> {
    const row = await this.database.read(Arrangement).findOneBy({ interviewId });
    return row !== null && (row.timePercent > 100 || row.noCamera || row.textOnly);
  }

  private async isUnmeasured(interview: Interview, chosen: Chosen[]): Promise<boolean> {
    if ((interview.finishedAt ?? 0) + soundWaitMs <= this.clock.now()) {
      return false;
    }
    const ids = chosen.map(({ attempt }) => attempt.id);
    const recorded = (await this.media.ofAttempts(ids)).filter(holdsSomething);
    for (const id of new Set(recorded.map(({ attemptId }) => attemptId))) {
      if (!(await this.sounds.has(id))) {
        return true;
      }
    }
    return false;
  }

  private async voicesOf(chosen: Chosen[]): Promise<VoiceFacts[]> {
    const sounds = await this.sounds.of(chosen.map(({ attempt }) => attempt.id));
    return chosen.flatMap(({ attempt, questionIndex }) => {
      const sound = sounds.get(attempt.id);
      return sound ? [voiceFacts(sound, questionIndex)] : [];
    });
  }

  private async facesOf(chosen: Chosen[]): Promise<FaceFacts[]> {
    const tracks = await this.faces.of(chosen.map(({ attempt }) => attempt.id));
    return chosen.flatMap(({ attempt, questionIndex }) => {
      const track = tracks.get(attempt.id) ?? [];
      return track.length > 0 ? [faceFacts(track, questionIndex)] : [];
    });
  }
}

/** The recording that counts as the answer, where there is one. */
function recordedOf(part: AnswerParts): Chosen[] {
  const attempt = chosenOf(part);
  return attempt && attempt.mode !== 'text'
    ? [{ attempt, questionIndex: part.question.position }]
    : [];
}

function voiceFacts({ speechSeconds, syllables, pauses, quality }: SoundSignals, at: number) {
  const long = pauses.places.map(({ from, to }) => to - from).filter((n) => n >= longPause);
  return {
    questionIndex: at,
    speechSeconds,
    perSecond: syllables.perSecond,
    pauseSeconds: pauses.seconds,
    longPauseSeconds: sumOf(long),
    faulty: quality.faults.length > 0,
  };
}

function faceFacts(track: FaceSecond[], at: number): FaceFacts {
  const seenSeconds = sumOf(track.map(({ presence }) => presence));
  return { questionIndex: at, seconds: track.length, seenSeconds };
}

/** To hundredths, so that the order of adding leaves no trace. */
function sumOf(values: number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
}
