import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import { People } from '../privacy/people.service.js';
import type { Application } from './entities/application.entity.js';
import { InternalApplications } from './internal/internal.service.js';
import { Offers } from './offers/offers.service.js';
import { ResumeStore } from './resume-store.js';

/** What was handed in with an application, appraisals of the person and offers that were sent, to take along. */
@Injectable()
export class OwnFileCopy {
  constructor(
    private readonly people: People,
    private readonly resumes: ResumeStore,
    private readonly internal: InternalApplications,
    private readonly offers: Offers,
  ) {}

  async of(
    application: Application,
  ): Promise<Pick<OwnData, 'contact' | 'resume' | 'typed' | 'performance' | 'offers'>> {
    const resume = await this.resumes.read(application.resumeId);
    return {
      contact: await this.people.contactOf(application.personId),
      resume: resume?.parsed ?? null,
      typed: resume?.corrected ?? {},
      performance: await this.internal.ofPerson(application),
      offers: (await this.offers.of(application.id))
        .filter(({ sentAt }) => sentAt !== null)
        .map(({ state, terms, sentAt, answeredAt, words }) => ({
          ...{ state, terms, sentAt, answeredAt, words },
        })),
    };
  }
}
