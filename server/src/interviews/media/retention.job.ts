import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { Clock } from '../../platform/time/clock.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Company } from '../../staff/company.entity.js';
import { Answer, AttemptRow, Interview } from '../entities/interview.entity.js';
import { MediaService } from './media.service.js';

const dayMs = 86_400_000;
const ended = ['hired', 'rejected', 'talentPool', 'withdrawn'] as const;
const atOnce = 200;

/** Recordings are deleted so many days after the decision as the company promised in the invitation. */
@Injectable()
export class RetentionJob {
  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
    private readonly clock: Clock,
  ) {}

  @OnJob('retention.daily')
  async run(): Promise<void> {
    for (const company of await this.database.read(Company).find()) {
      const before = this.clock.now() - company.keepDays * dayMs;
      await this.purge(company.id, before);
    }
  }

  private async purge(companyId: string, before: number): Promise<void> {
    const where = { companyId, stage: In([...ended]), stageAt: LessThan(before) };
    for (let skip = 0; ; skip += atOnce) {
      const over = await this.database
        .read(Application)
        .find({ where, order: { id: 'ASC' }, skip, take: atOnce });
      for (const media of await this.recordingsOf(over.map((one) => one.id))) {
        await this.media.purge(media);
      }
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
