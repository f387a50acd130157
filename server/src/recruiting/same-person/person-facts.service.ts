import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { mayOn } from '../../staff/access.js';
import { Application } from '../entities/application.entity.js';
import { Position } from '../entities/position.entity.js';
import { positionTitles } from '../entities/position-titles.js';
import { ResumeStore } from '../resume-store.js';
import { type KnownPerson, knownPerson } from './same-reasons.js';

/** An application with where it is to. */
export interface Placed {
  application: Application;
  positionName: string;
  visible: boolean;
}

/** So many résumés of a person are read, the newest first. */
const resumesAtMost = 3;

/** What is known of people, over all that they handed in. */
@Injectable()
export class PersonFacts {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly store: ResumeStore,
  ) {
    this.titles = positionTitles(database);
  }

  /** Everything that these people handed in, newest first, with whether the reader may see it. */
  async applicationsOf(actor: StaffActor, personIds: string[]): Promise<Placed[]> {
    const { companyId } = actor;
    const rows = await this.database.read(Application).find({
      where: { companyId, personId: In(personIds) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    const ids = [...new Set(rows.map(({ positionId }) => positionId))];
    const positions = await this.database.read(Position).findBy({ id: In(ids) });
    const titles = await this.titles.of(rows.map((row) => row.positionVersionId));
    return rows.map((application) => {
      const position = positions.find(({ id }) => id === application.positionId);
      const name = titles.get(application.positionVersionId)?.name;
      return {
        application,
        positionName: name ? textIn(name, actor.locale) : '',
        visible: position !== undefined && mayOn(actor, 'application.view', position),
      };
    });
  }

  /** What people and résumés say of one, who may be several rows that are said to be one person. */
  async known(personIds: string[]): Promise<KnownPerson> {
    const [first = ''] = personIds;
    const contacts = await Promise.all(personIds.map((id) => this.people.contactOf(id)));
    const rows = await this.database.read(Application).find({
      where: { personId: In(personIds) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: resumesAtMost,
      select: { id: true, resumeId: true },
    });
    const read = await Promise.all(rows.map(({ resumeId }) => this.store.read(resumeId)));
    const resumes = read.flatMap((one) => (one ? [one.parsed] : []));
    const [contact = { phone: null, email: null }, ...others] = contacts;
    const told = knownPerson(await this.people.nameOf(first), contact, resumes);
    const more = (values: (string | null)[]) => values.filter((one) => one !== null);
    return {
      ...told,
      phones: [...new Set([...told.phones, ...more(others.map(({ phone }) => phone))])],
      emails: [...new Set([...told.emails, ...more(others.map(({ email }) => email))])],
    };
  }
}
