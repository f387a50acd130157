import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { FaceTrack, Observation } from '@zhiyu/contracts/observation';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { Consents } from '../../privacy/consents.service.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Interview } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { Faces } from './faces.service.js';
import { Facts } from './facts.service.js';
import { FaceBatch, InterviewFact } from './observation.entity.js';

/** What was observed beside the answers, for who may read the report; and its end. */
@Injectable()
export class Observations {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly facts: Facts,
    private readonly faces: Faces,
  ) {}

  async view(actor: StaffActor, interviewId: string): Promise<Observation> {
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!interview) {
      throw new AppError('notFound');
    }
    const { applicationId } = interview;
    await this.applications.require(actor, applicationId, 'report.view');
    const { facialObservation } = await this.consents.of(applicationId);
    const { asked } = await this.reader.whose(applicationId);
    const tracks = facialObservation === true ? await this.tracksOf(interviewId) : [];
    const observed = tracks.length > 0 ? 'observed' : 'nothing';
    const used = asked.includes('facialObservation');
    const face = facialObservation === true ? observed : used ? 'refused' : 'notUsed';
    return { face, tracks, facts: await this.facts.of(interviewId) };
  }

  /** Deleted with the recordings, and when the person is erased. */
  async forget(of: { personId: string } | { applicationIds: string[] }): Promise<void> {
    const whose = 'personId' in of ? of : { applicationId: In(of.applicationIds) };
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(FaceBatch, whose);
      await tx.manager.delete(InterviewFact, whose);
    });
  }

  /** Taken back: what was observed of the face goes at once. */
  @OnEvent('ConsentWithdrawn', 'observation')
  async withdrawn({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    const { applicationId, purpose } = payload;
    if (purpose !== 'facialObservation') {
      return;
    }
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(FaceBatch, { applicationId });
      const seen = In(['secondFace', 'noFace']);
      await tx.manager.delete(InterviewFact, { applicationId, kind: seen });
    });
  }

  /** Of the answers that count: what the candidate did not choose is not looked at. */
  private async tracksOf(interviewId: string): Promise<FaceTrack[]> {
    const parts = await this.reader.parts(interviewId);
    const chosen = parts.flatMap(({ answer, question }) =>
      answer.chosenAttemptId === null
        ? []
        : [{ attemptId: answer.chosenAttemptId, questionIndex: question.position }],
    );
    const seconds = await this.faces.of(chosen.map(({ attemptId }) => attemptId));
    return chosen.flatMap((one) => {
      const found = seconds.get(one.attemptId) ?? [];
      return found.length === 0 ? [] : [{ ...one, seconds: found }];
    });
  }
}
