import { Injectable } from '@nestjs/common';
import { type Locale, type Text, textIn } from '@zhiyu/contracts/basics';
import { type PoolMember, poolQuietMs } from '@zhiyu/contracts/talent-pool';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Decision } from '../recruiting/entities/application.entity.js';
import { Position, PositionVersion } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { DimensionValue } from '../scoring/report.entity.js';
import { StaffService } from '../staff/staff.service.js';
import { PoolInvitation } from './pool-invitation.entity.js';
import type { Measured } from './pool-match.js';
import type { PoolPerson } from './pool-people.service.js';

const step = 400;

/** How somebody in the pool came to be there, and whether he was asked again. */
export type PoolEnds = Pick<PoolMember, 'decision' | 'invited'>;

const scored = ({ applications }: PoolPerson) => applications.find(({ total }) => total !== null);

/** The newest interview of each, dimension by dimension. */
export class MeasuredPeople {
  constructor(
    private readonly values: ReadonlyMap<string, DimensionValue[]>,
    private readonly models: ReadonlyMap<string, Map<string, { name: Text; requirement: number }>>,
  ) {}

  of(person: PoolPerson): {
    measured: Measured[];
    total: { value: number; standardError: number } | null;
  } {
    const application = scored(person);
    const { total = null, standardError = null } = application ?? {};
    return {
      measured: this.values.get(application?.id ?? '') ?? [],
      total: total === null ? null : { value: total, standardError: standardError ?? 0 },
    };
  }

  at(person: PoolPerson): number | null {
    return this.values.get(scored(person)?.id ?? '')?.[0]?.scoredAt ?? null;
  }

  /** Measured, and not under what the position of then asked. */
  reached(person: PoolPerson, code: string): boolean {
    const application = scored(person);
    const value = this.of(person).measured.find((one) => one.code === code)?.value ?? null;
    const need = this.models.get(application?.positionVersionId ?? '')?.get(code)?.requirement ?? 0;
    return value !== null && value >= need;
  }

  /** What anybody was measured on, by name. */
  competencies(locale: Locale): { code: string; name: string }[] {
    const codes = new Set(
      [...this.values.values()].flatMap((all) =>
        all.flatMap(({ code, value }) => (value === null ? [] : [code])),
      ),
    );
    const names = new Map(
      [...this.models.values()].flatMap((model) =>
        [...model].map(([code, { name }]) => [code, name]),
      ),
    );
    return [...codes]
      .map((code) => ({
        code,
        name: names.has(code) ? textIn(names.get(code) as Text, locale) : code,
      }))
      .sort((one, other) => one.name.localeCompare(other.name, locale));
  }
}

/** What stands beside the people of the pool: measurements, how it ended, invitations. */
@Injectable()
export class PoolDetails {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
  ) {
    this.titles = positionTitles(database);
  }

  async measured(all: PoolPerson[]): Promise<MeasuredPeople> {
    const applications = all.flatMap((person) => scored(person) ?? []);
    const values = new Map<string, DimensionValue[]>();
    for (let at = 0; at < applications.length; at += step) {
      const ids = applications.slice(at, at + step).map(({ id }) => id);
      const rows = await this.database.read(DimensionValue).findBy({ applicationId: In(ids) });
      for (const row of rows) {
        values.set(row.applicationId, [...(values.get(row.applicationId) ?? []), row]);
      }
    }
    const versionIds = [...new Set(applications.map(({ positionVersionId }) => positionVersionId))];
    const versions = await this.database.read(PositionVersion).findBy({ id: In(versionIds) });
    const models = new Map(
      versions.map(({ id, content }) => [
        id,
        new Map(
          content.model.dimensions.map(({ code, name, requirement }) => [
            code,
            { name, requirement },
          ]),
        ),
      ]),
    );
    return new MeasuredPeople(values, models);
  }

  score(person: PoolPerson): PoolMember['score'] {
    const application = scored(person);
    const { total = null, standardError = null, requirement = null } = application ?? {};
    return application && total !== null && requirement !== null && application.verdict !== null
      ? {
          ...{ total, standardError: standardError ?? 0, requirement },
          ...{ verdict: application.verdict, at: application.stageAt },
        }
      : null;
  }

  /** By the application of the consent. */
  async ends(actor: StaffActor, persons: PoolPerson[]): Promise<Map<string, PoolEnds>> {
    const ids = persons.map(({ application }) => application.id);
    const decisions = await this.database
      .read(Decision)
      .find({ where: { applicationId: In(ids) }, order: { at: 'ASC' } });
    const names = await this.staff.namesOf(decisions.map(({ decidedBy }) => decidedBy));
    const invitations = await this.invitations(actor, persons);
    return new Map(
      persons.map(({ application: { id } }) => {
        const last = decisions.filter(({ applicationId }) => applicationId === id).at(-1);
        const by = last?.decidedBy ? (names.get(last.decidedBy) ?? '') : (last?.ground ?? '');
        const decision = last ? { kind: last.kind, reason: last.reason, by } : null;
        return [id, { decision, invited: invitations.get(id) ?? null }];
      }),
    );
  }

  private async invitations(
    actor: StaffActor,
    persons: PoolPerson[],
  ): Promise<Map<string, PoolEnds['invited']>> {
    const personIds = persons.flatMap(({ applications }) =>
      applications.map((one) => one.personId),
    );
    const rows = await this.database
      .read(PoolInvitation)
      .find({ where: { personId: In([...new Set(personIds)]) }, order: { at: 'ASC' } });
    const positionIds = [...new Set(rows.map(({ positionId }) => positionId))];
    const positions = await this.database.read(Position).findBy({ id: In(positionIds) });
    const titles = await this.titles.of(positions.map(({ versionId }) => versionId));
    const nameOf = (positionId: string) => {
      const versionId = positions.find(({ id }) => id === positionId)?.versionId ?? '';
      const name = titles.get(versionId)?.name;
      return name ? textIn(name, actor.locale) : '';
    };
    return new Map(
      persons.map(({ application, applications }) => {
        const own = new Set(applications.map(({ personId }) => personId));
        const mine = rows.filter(({ personId }) => own.has(personId));
        const said = mine.at(-1);
        return [application.id, said ? invitedOf(said, nameOf(said.positionId)) : null];
      }),
    );
  }
}

function invitedOf(
  { at, answer, answeredAt }: PoolInvitation,
  positionName: string,
): PoolEnds['invited'] {
  const quietUntil = answer === 'no' && answeredAt !== null ? answeredAt + poolQuietMs : null;
  return { positionName, at, answer, quietUntil };
}
