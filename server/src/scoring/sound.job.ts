import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { Answer, AttemptRow, Interview } from '../interviews/entities/interview.entity.js';
import { Media } from '../interviews/media/media.entity.js';
import { MediaFiles } from '../interviews/media/media-files.js';
import { holdsSomething, MediaService } from '../interviews/media/media.service.js';
import { SoundFacts, type SoundMeasured } from '../interviews/sound/sound-facts.service.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Consents } from '../privacy/consents.service.js';
import { weightsInForce } from '../staff/delivery-weights/weights-in-force.js';
import { measureInProcess } from './sound-process.js';

/** After a recording has its seekable copy: facts of its sound, once an attempt. */
@Injectable()
export class SoundJob {
  /** One at a time in a process: each fills a core. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
    private readonly files: MediaFiles,
    private readonly sounds: SoundFacts,
    private readonly consents: Consents,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  @OnJob('sound.measure')
  async measure({ mediaId }: JobMap['sound.measure']): Promise<void> {
    const done = this.turn.then(() => this.measureOne(mediaId));
    this.turn = done.catch(() => undefined);
    await done;
  }

  private async measureOne(mediaId: string): Promise<void> {
    const media = await this.database.read(Media).findOneBy({ id: mediaId });
    if (!media || !(await this.isWanted(media))) {
      return;
    }
    const attempt = await this.database.read(AttemptRow).findOneByOrFail({ id: media.attemptId });
    const answer = await this.database.read(Answer).findOneByOrFail({ id: attempt.answerId });
    const interview = await this.database
      .read(Interview)
      .findOneByOrFail({ id: answer.interviewId });
    const { automatedAssessment, transcription } = await this.consents.of(interview.applicationId);
    if (automatedAssessment !== true || transcription !== true) {
      return;
    }
    const recording =
      media.sealedFile === null
        ? await this.files.original(media)
        : await this.files.copy(media, media.sealedFile);
    const ffmpegPath = this.runtime.settings.media.FFMPEG_PATH;
    const measured = await measureInProcess({ recording, ffmpegPath });
    if ('failure' in measured) {
      this.log.warn('sound not measured', { mediaId, reason: measured.failure });
    }
    await this.store({ attempt, interview }, measured);
  }

  /** The small sound track where there is one, else the picture's sound; once. */
  private async isWanted(media: Media): Promise<boolean> {
    if (media.bytes === 0 || (await this.files.erased(media))) {
      return false;
    }
    const tracks = await this.media.ofAttempts([media.attemptId]);
    const small = tracks.find((one) => one.track === 'audio' && holdsSomething(one));
    return (small ?? media).id === media.id && !(await this.sounds.has(media.attemptId));
  }

  private async store(
    of: { attempt: AttemptRow; interview: Interview },
    measured: SoundMeasured,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Purged while it was being measured: nothing of it is kept.
      if ((await this.media.ofAttempts([of.attempt.id], tx.manager)).length === 0) {
        return;
      }
      await this.sounds.write(tx, of, measured);
      const { companyId } = of.interview;
      const silent = 'facts' in measured && measured.facts.speechSeconds === 0;
      if (silent || (await weightsInForce(tx.manager, companyId)).voice > 0) {
        // A report that waited for words learns that there are none; one that the voice weighs in, that it is there.
        tx.enqueue('scoring.report', { interviewId: of.interview.id });
      }
    });
  }
}
