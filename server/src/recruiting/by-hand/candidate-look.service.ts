import { Injectable } from '@nestjs/common';
import type { CandidateFound, LookForCandidate } from '@zhiyu/contracts/candidate-entry';
import type { EarlierApplication } from '@zhiyu/contracts/same-person';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Masks } from '../../platform/auth/masks.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { People } from '../../privacy/people.service.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { requireOn } from '../../staff/access.js';
import { Application } from '../entities/application.entity.js';
import { Position } from '../entities/position.entity.js';
import { activeStages } from '../pipeline.states.js';
import { ResumeStore } from '../resume-store.js';
import { EarlierApplications } from '../same-person/earlier.service.js';
import { knownPerson } from '../same-person/same-reasons.js';
import { Suspects } from '../same-person/suspects.service.js';
import { contactOf, enteredResume } from './entered.js';

/** Whether somebody whom HR is about to enter has been here before; it changes nothing. */
@Injectable()
export class CandidateLook {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly same: SamePeople,
    private readonly store: ResumeStore,
    private readonly earlier: EarlierApplications,
    private readonly suspects: Suspects,
    private readonly masks: Masks,
    private readonly clock: Clock,
  ) {}

  /** @throws notFound for a résumé that has gone */
  async look(actor: StaffActor, input: LookForCandidate): Promise<CandidateFound> {
    const position = await this.database.read(Position).findOneBy({ id: input.id });
    requireOn(actor, 'application.add', position);
    const { companyId } = position;
    const { parsed } = await this.database.transaction((tx) =>
      enteredResume(tx, this.store, { companyId, entered: input }),
    );
    const contact = contactOf(input);
    const { manager } = this.database.dataSource;
    const personId = await this.people.recognise(manager, companyId, contact);
    const group = personId === null ? [] : await this.same.groupOf(personId);
    const going = await this.underWay(position.id, group);
    const hidden = going === null ? new Set() : await this.masks.hidden(actor, [going]);
    const known = knownPerson(input.name, contact, [parsed]);
    return {
      known: personId !== null,
      underWay: going !== null,
      underWayId: hidden.has(going) ? null : going,
      earlier: await this.before(actor, group),
      suspects: await this.suspects.like(actor, known, group),
    };
  }

  private async underWay(positionId: string, group: string[]): Promise<string | null> {
    const where = { positionId, personId: In(group), stage: In([...activeStages]) };
    const going =
      group.length === 0 ? null : await this.database.read(Application).findOneBy(where);
    return going?.id ?? null;
  }

  /** Whoever is found by his number is recognised by it: nothing of those who are masked. */
  private async before(actor: StaffActor, group: string[]): Promise<EarlierApplication[]> {
    if (group.length === 0) {
      return [];
    }
    const now = { id: '', createdAt: this.clock.now() };
    const { earlier } = await this.earlier.of(actor, now, group);
    const ids = earlier.map(({ applicationId }) => applicationId);
    const hidden = await this.masks.hidden(actor, ids);
    return earlier.filter(({ applicationId }) => !hidden.has(applicationId));
  }
}
