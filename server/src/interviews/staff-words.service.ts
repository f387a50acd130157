import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { StaffTranscript } from '@zhiyu/contracts/interview';
import { locales } from '@zhiyu/contracts/basics';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import { typedSegments } from './candidate-attempts.service.js';
import { Answer, AttemptRow, Interview } from './entities/interview.entity.js';
import { Transcripts } from './transcripts.service.js';

/** HR writes down what was said where neither an engine nor the candidate did. */
@Injectable()
export class StaffWords {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly transcripts: Transcripts,
  ) {}

  async write(actor: StaffActor, input: StaffTranscript): Promise<void> {
    const attempt = await this.database.read(AttemptRow).findOneBy({ id: input.attemptId });
    const answer = attempt
      ? await this.database.read(Answer).findOneBy({ id: attempt.answerId })
      : null;
    const interview = answer
      ? await this.database.read(Interview).findOneBy({ id: answer.interviewId })
      : null;
    if (!attempt || !answer || !interview) {
      throw new AppError('notFound');
    }
    const { application } = await this.applications.require(
      actor,
      interview.applicationId,
      'transcript.write',
    );
    const locale = locales.find((one) => one === application.locale) ?? 'zh';
    await this.database.transaction(async (tx) => {
      const words = { attempt, origin: 'hr' as const, engine: null, locale, writtenBy: actor.id };
      await this.transcripts.write(tx, { ...words, segments: typedSegments(input.text) });
      const { companyId, applicationId, id: interviewId } = interview;
      const payload = {
        applicationId,
        interviewId,
        answerId: answer.id,
        attemptId: attempt.id,
        origin: 'hr',
      };
      tx.emit('AnswerTranscribed', companyId, payload);
    });
  }
}
