import { Injectable } from '@nestjs/common';
import type { Suspect } from '@zhiyu/contracts/same-person';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Masks } from '../../platform/auth/masks.js';
import { People } from '../../privacy/people.service.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { PersonFacts } from './person-facts.service.js';
import { type KnownPerson, sameReasonsOf } from './same-reasons.js';

/** So many people with the same name or number are looked at. */
const looked = 30;

const contactsOf = ({ phones, emails }: KnownPerson) => [
  ...phones.map((phone) => ({ phone, email: null })),
  ...emails.map((email) => ({ phone: null, email })),
];

/** Who may be the same person as somebody, with the reasons; those who were said to be others are left out. */
@Injectable()
export class Suspects {
  constructor(
    private readonly people: People,
    private readonly same: SamePeople,
    private readonly facts: PersonFacts,
    private readonly masks: Masks,
  ) {}

  /** @param group the person, as everybody who is said to be the same */
  async of(actor: StaffActor, group: string[]): Promise<Suspect[]> {
    return this.like(actor, await this.facts.known(group), group);
  }

  /**
   * Who looks like somebody of whom this is known.
   * @param group who it is known to be; empty for somebody who is not here yet
   */
  async like(actor: StaffActor, known: KnownPerson, group: string[]): Promise<Suspect[]> {
    const [id = ''] = group;
    const who = { id, name: known.name, contacts: contactsOf(known) };
    const near = await this.people.near(actor.companyId, who, looked);
    const apart = await this.apartFrom(group);
    const others = near.filter((one) => !group.includes(one) && !apart.has(one));
    const found: Suspect[] = [];
    for (const other of others) {
      const suspect = await this.suspect(actor, known, other);
      found.push(...(suspect ? [suspect] : []));
    }
    return this.notHidden(actor, found);
  }

  private async suspect(
    actor: StaffActor,
    known: KnownPerson,
    other: string,
  ): Promise<Suspect | null> {
    const reasons = sameReasonsOf(known, await this.facts.known([other]));
    const placed = reasons.length > 0 ? await this.facts.applicationsOf(actor, [other]) : [];
    const newest = placed.find(({ visible }) => visible);
    return newest
      ? {
          applicationId: newest.application.id,
          candidateName: await this.people.nameOf(other),
          positionName: newest.positionName,
          appliedAt: newest.application.createdAt,
          reasons,
        }
      : null;
  }

  private async apartFrom(group: string[]): Promise<Set<string>> {
    const ties = await this.same.tiesOf(group);
    return new Set(
      ties.filter(({ same }) => !same).flatMap(({ personId, otherId }) => [personId, otherId]),
    );
  }

  /** Whoever is found by name or number is recognised by it. */
  private async notHidden(actor: StaffActor, found: Suspect[]): Promise<Suspect[]> {
    const hidden = await this.masks.hidden(
      actor,
      found.map(({ applicationId }) => applicationId),
    );
    return found.filter(({ applicationId }) => !hidden.has(applicationId));
  }
}
