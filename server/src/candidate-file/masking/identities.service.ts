import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { In } from 'typeorm';
import { Answer, Interview } from '../../interviews/entities/interview.entity.js';
import { CardRow } from '../../notify/card.entity.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { ResumeStore, type StoredResume } from '../../recruiting/resume-store.js';
import { schoolsIn } from './cover.js';
import type { Identity } from './identity-patterns.js';

const aliasWords: Record<'zh' | 'en', string> = { zh: '候选人 ', en: 'Candidate ' };

/** In place of a name: the end of the application's id, the same on every page and card. */
function aliasOf(applicationId: string, locale: Locale): string {
  return aliasWords[locale === 'zh' ? 'zh' : 'en'] + applicationId.slice(-4);
}

const known = (...values: (string | null | undefined)[]) => values.filter((one) => one != null);

const nothing = { names: [], phones: [], emails: [], schools: [] };

/** As the file was read, and as it was typed beside it. */
function readIdentity({ parsed, corrected }: StoredResume): Omit<Identity, 'alias'> {
  const schools = known(...parsed.education.map(({ school }) => school?.value));
  return {
    names: known(parsed.name?.value, corrected['name']),
    phones: known(parsed.phone?.value, corrected['phone']),
    emails: known(parsed.email?.value, corrected['email']),
    schools: [...schools, ...schoolsIn(parsed.text), ...schoolsIn(corrected['education'] ?? '')],
  };
}

/** Who the people of applications are. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly resumes: ResumeStore,
  ) {}

  /** Applications that any of these ids is, or belongs to. */
  async applicationsOf(companyId: string, ids: string[]): Promise<Application[]> {
    if (ids.length === 0) {
      return [];
    }
    const [cards, answers] = await Promise.all([
      this.database.read(CardRow).find({
        where: { companyId, id: In(ids) },
        select: { id: true, applicationId: true },
      }),
      this.database.read(Answer).findBy({ id: In(ids) }),
    ]);
    const interviewIds = [...ids, ...answers.map(({ interviewId }) => interviewId)];
    const interviews = await this.database.read(Interview).findBy({ id: In(interviewIds) });
    const all = known(
      ...ids,
      ...cards.map(({ applicationId }) => applicationId),
      ...interviews.map(({ applicationId }) => applicationId),
    );
    return this.database.read(Application).find({
      where: [
        { companyId, id: In(all) },
        { companyId, resumeId: In(ids) },
      ],
    });
  }

  async of(application: Application, locale: Locale): Promise<Identity> {
    const { personId } = application;
    const contact = await this.people.contactOf(personId);
    const resume = await this.resumes.read(application.resumeId);
    const read = resume ? readIdentity(resume) : nothing;
    return {
      alias: aliasOf(application.id, locale),
      names: [await this.people.nameOf(personId), ...read.names],
      phones: known(contact.phone, ...read.phones),
      emails: known(contact.email, ...read.emails),
      schools: read.schools,
    };
  }
}
