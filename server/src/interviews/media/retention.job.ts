import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { In, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { Clock } from '../../platform/time/clock.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Company } from '../../staff/company.entity.js';
import { Answer, AttemptRow, Interview } from '../entities/interview.entity.js';
import { Observations } from '../observation/observations.service.js';
import { SoundFacts } from '../sound/sound-facts.service.js';
import { MediaService } from './media.service.js';

const dayMs = 86_400_000;
const ended = ['hired', 'rejected', 'talentPool', 'withdrawn'] as const;
const atOnce = 200;

/**
 * Recordings are deleted so many days after the decision as the company promised in the invitation. Those of an erased
 * person are noise since the key was destroyed; their files go at once, and what that misses goes with the next day.
 */
@Injectable()
export class RetentionJob {
  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
    private readonly observations: Observations,
    private readonly sounds: SoundFacts,
    private readonly clock: Clock,
  ) {}

  @OnEvent('PersonErased', 'interviews')
  async erased({ payload }: EventJob<'PersonErased'>): Promise<void> {
    await this.purgeErased(payload.personId);
    await this.observations.forget({ personId: payload.personId });
    await this.sounds.forget({ personId: payload.personId });
  }

  @OnJob('retention.daily')
  async run(): Promise<void> {
    await this.purgeErased();
    for (const company of await this.database.read(Company).find()) {
      const before = this.clock.now() - company.keepDays * dayMs;
      await this.purge(company.id, before);
    }
  }

  /** Of this person, or of everybody whose key is no more. */
  private async purgeErased(personId?: string): Promise<void> {
    for (;;) {
      const found = await this.media.ofErased({ atMost: atOnce, personId });
      for (const media of found) {
        await this.media.purge(media);
      }
      if (found.length < atOnce) {
        return;
      }
    }
  }

  private async purge(companyId: string, before: number): Promise<void> {
    const where = { companyId, stage: In([...ended]), stageAt: LessThan(before) };
    for (let skip = 0; ; skip += atOnce) {
      const over = await this.database
        .read(Application)
        .find({ where, order: { id: 'ASC' }, skip, take: atOnce });
      const ids = over.map((one) => one.id);
      for (const media of await this.recordingsOf(ids)) {
        await this.media.purge(media);
      }
      await this.observations.forget({ applicationIds: ids });
      await this.sounds.forget({ applicationIds: ids });
      if (over.length < atOnce) {
        return;
      }
    }
  }

  private async recordingsOf(applicationIds: string[]) {
    const interviews = await this.database
      .read(Interview)
      .findBy({ applicationId: In(applicationIds) });
    const answers = await this.database
      .read(Answer)
      .findBy({ interviewId: In(interviews.map((one) => one.id)) });
    const attempts = await this.database
      .read(AttemptRow)
      .findBy({ answerId: In(answers.map((one) => one.id)) });
    return this.media.ofAttempts(attempts.map((one) => one.id));
  }
}
