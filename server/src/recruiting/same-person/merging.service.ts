import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  Merge,
  MergePreview,
  MergeSide,
  OtherPerson,
  PersonAround,
  UndoMerge,
} from '@zhiyu/contracts/same-person';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { PersonTie } from '../../privacy/person-tie.entity.js';
import { People } from '../../privacy/people.service.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { mayOn } from '../../staff/access.js';
import { Colleagues } from '../../staff/colleagues.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { Applications } from '../applications.service.js';
import type { Application } from '../entities/application.entity.js';
import { activeStages } from '../pipeline.states.js';
import { EarlierApplications } from './earlier.service.js';
import { PersonFacts, type Placed } from './person-facts.service.js';
import { differencesOf, sameReasonsOf } from './same-reasons.js';
import { Suspects } from './suspects.service.js';

const act = 'application.merge';

/** Says that two people are one, shows what that puts together, and takes it back (合并). */
@Injectable()
export class Merging {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly people: People,
    private readonly same: SamePeople,
    private readonly facts: PersonFacts,
    private readonly suspects: Suspects,
    private readonly earlier: EarlierApplications,
    private readonly staff: StaffService,
    private readonly colleagues: Colleagues,
  ) {}

  async around(actor: StaffActor, id: string): Promise<PersonAround> {
    const { application, position } = await this.applications.require(
      actor,
      id,
      'application.view',
    );
    const group = await this.same.groupOf(application.personId);
    const mayMerge = mayOn(actor, act, position);
    return {
      ...(await this.earlier.of(actor, application, group)),
      merges: await this.merges(actor, group),
      suspects: mayMerge ? await this.suspects.of(actor, group) : [],
      mayMerge,
    };
  }

  async preview(actor: StaffActor, input: OtherPerson): Promise<MergePreview> {
    const [one, other] = await this.both(actor, input);
    const groups = [
      await this.same.groupOf(one.personId),
      await this.same.groupOf(other.personId),
    ] as const;
    const [known, knownOther] = [
      await this.facts.known(groups[0]),
      await this.facts.known(groups[1]),
    ];
    const [mine, theirs] = [
      await this.facts.applicationsOf(actor, groups[0]),
      await this.facts.applicationsOf(actor, groups[1]),
    ];
    return {
      one: { ...known, ...(await this.side(one, groups[0], mine)) },
      other: { ...knownOther, ...(await this.side(other, groups[1], theirs)) },
      reasons: sameReasonsOf(known, knownOther),
      differs: differencesOf(known, knownOther),
      bothUnderWay: bothUnderWay(mine, theirs),
    };
  }

  async merge(actor: StaffActor, input: OtherPerson): Promise<PersonAround> {
    return this.say(actor, input, true);
  }

  /** They only look alike: nobody is asked about it again. */
  async apart(actor: StaffActor, input: OtherPerson): Promise<PersonAround> {
    return this.say(actor, input, false);
  }

  /** @throws notFound for a word about others, and where it was taken back before */
  async undo(actor: StaffActor, { id, merge }: UndoMerge): Promise<PersonAround> {
    const { application } = await this.applications.require(actor, id, act);
    await this.database.transaction(async (tx) => {
      const tie = await tx.manager.findOneBy(PersonTie, { id: merge, companyId: actor.companyId });
      const group = await this.same.groupOf(application.personId, tx.manager);
      const mine = tie?.same && group.includes(tie.personId);
      if (!mine || !(await this.same.takeBack(tx, tie, actor.id))) {
        throw new AppError('notFound');
      }
      const fact = { applicationId: id, mergeId: merge, byStaffId: actor.id };
      tx.emit('PeopleParted', actor.companyId, fact);
    });
    return this.around(actor, id);
  }

  private async say(actor: StaffActor, input: OtherPerson, same: boolean): Promise<PersonAround> {
    const [one, other] = await this.both(actor, input);
    const { companyId, id: byStaffId } = actor;
    const said = { companyId, personId: one.personId, otherId: other.personId, byStaffId };
    await this.database.transaction(async (tx) => {
      const { id: mergeId } = await this.same.say(tx, said, same);
      for (const applicationId of same ? [one.id, other.id] : []) {
        tx.emit('PeopleMerged', companyId, { applicationId, mergeId, byStaffId });
      }
    });
    return this.around(actor, input.id);
  }

  /** Both applications, for those who may put their people together. @throws conflict for one and the same person */
  private async both(actor: StaffActor, input: OtherPerson): Promise<[Application, Application]> {
    const { application: one } = await this.applications.require(actor, input.id, act);
    const { application: other } = await this.applications.require(actor, input.other, act);
    if (one.personId === other.personId) {
      throw new AppError('conflict');
    }
    return [one, other];
  }

  private async side(
    { id }: Application,
    group: string[],
    placed: Placed[],
  ): Promise<Pick<MergeSide, 'applicationId' | 'applications' | 'employee'>> {
    const seen = placed.filter(({ visible }) => visible);
    return {
      applicationId: id,
      applications: seen.map(({ application, positionName }) => ({
        applicationId: application.id,
        positionName,
        stage: application.stage,
        appliedAt: application.createdAt,
      })),
      employee: (await this.colleagues.among(group)) !== null,
    };
  }

  private async merges(actor: StaffActor, group: string[]): Promise<Merge[]> {
    const [own = ''] = group;
    const ties = (await this.same.tiesOf(group)).filter(({ same }) => same);
    const by = await this.staff.namesOf(ties.map(({ byStaffId }) => byStaffId));
    const names = await this.people.namesOf(group);
    const placed = await this.facts.applicationsOf(actor, group);
    return ties.flatMap((tie) => {
      const other = tie.personId === own ? tie.otherId : tie.personId;
      const newest = placed.find((one) => one.visible && one.application.personId === other);
      const { id, at, byStaffId } = tie;
      return newest
        ? [
            {
              ...{ id, at, by: by.get(byStaffId) ?? '' },
              applicationId: newest.application.id,
              candidateName: names.get(other) ?? '',
            },
          ]
        : [];
    });
  }
}

function bothUnderWay(mine: Placed[], theirs: Placed[]): string[] {
  const going = (all: Placed[]) =>
    all.filter(({ application }) => activeStages.includes(application.stage));
  const positions = new Set(going(mine).map(({ application }) => application.positionId));
  const both = going(theirs).filter(({ application }) => positions.has(application.positionId));
  return [...new Set(both.map(({ positionName }) => positionName))];
}
