import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { NextQuestion } from '../interviews/next-question.js';
import { OnEvent } from '../platform/jobs/on.js';

/** The engine's words may come after the answer was given: in time where the candidate has not gone on. */
@Injectable()
export class LateWordsFlow {
  constructor(private readonly nextQuestion: NextQuestion) {}

  @OnEvent('AnswerTranscribed', 'workflow')
  async transcribed({ payload }: EventJob<'AnswerTranscribed'>): Promise<void> {
    if (payload.origin === 'engine') {
      await this.nextQuestion.after(payload.interviewId, payload.answerId);
    }
  }
}
