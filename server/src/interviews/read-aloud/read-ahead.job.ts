import { Injectable } from '@nestjs/common';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { Database } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { VoiceFailure } from '../../platform/voice/synthetic-voice.js';
import { Interview } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { publicWords } from './synthetic-words.js';
import { SyntheticAudios } from './synthetic-audios.service.js';

/** Has the questions of an interview read before anybody waits for them. */
@Injectable()
export class ReadAheadJob {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly audios: SyntheticAudios,
  ) {}

  @OnJob('question.read')
  planned({ interviewId }: JobMap['question.read']): Promise<void> {
    return this.read(interviewId);
  }

  /** A follow-up comes in the middle: where it is not read in time, the device's voice reads it. */
  @OnEvent('QuestionAdded', 'read-aloud')
  async added({ payload }: EventJob<'QuestionAdded'>): Promise<void> {
    if (payload.kind === 'followUp') {
      await this.read(payload.interviewId);
    }
  }

  /** One question that cannot be read keeps no other; it is tried again later. */
  private async read(interviewId: string): Promise<void> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!this.audios.on || !interview) {
      return;
    }
    const { companyId, applicationId } = interview;
    const { locale } = await this.reader.whose(applicationId);
    let failure: VoiceFailure | null = null;
    for (const part of await this.reader.parts(interviewId)) {
      const words = publicWords(part, locale);
      try {
        if (words !== null) {
          await this.audios.make({ companyId, words, locale });
        }
      } catch (error) {
        if (!(error instanceof VoiceFailure)) {
          throw error;
        }
        failure = error;
      }
    }
    if (failure) {
      throw failure;
    }
  }
}
