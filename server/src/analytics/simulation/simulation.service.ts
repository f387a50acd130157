import { Injectable } from '@nestjs/common';
import { leastGroup } from '@zhiyu/contracts/group-values';
import type { StatedGroups } from '@zhiyu/contracts/groups';
import {
  type AskSimulation,
  mostChanged,
  type SimulatedRatio,
  type Simulation,
  simulationDays,
  weightsOf,
} from '@zhiyu/contracts/simulation';
import type { DeliveryPart } from '@zhiyu/contracts/total';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { GroupStatements } from '../../privacy/group-statements.service.js';
import { People } from '../../privacy/people.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position, PositionVersion } from '../../recruiting/entities/position.entity.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { In } from 'typeorm';
import { ratioChanges } from '../impact/ratio-change.js';
import {
  changedFirst,
  isMeasured,
  type Measurement,
  moved,
  type Moved,
  summary,
} from './simulate.js';

const day = 86_400_000;

/** MariaDB and SQLite hand back the same names. */
interface Raw {
  applicationId: string;
  code: string;
  value: number | null;
  standardError: number | null;
}

interface RawDelivery {
  applicationId: string;
  voiceWeight: number;
  voice: number | null;
  faceWeight: number;
  face: number | null;
}

/** What another competency model would have done to the people of the last 90 days. Nothing is stored. */
@Injectable()
export class Simulations {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly statements: GroupStatements,
    private readonly clock: Clock,
  ) {}

  async of(actor: StaffActor, asked: AskSimulation): Promise<Simulation> {
    const position = await this.database.read(Position).findOneBy({ id: asked.id });
    requireOn(actor, 'position.edit', position);
    const until = this.clock.now();
    const from = until - simulationDays * day;
    const measured = await this.measured(position.id, from);
    const tried = { ...asked, weights: weightsOf(asked.weights) };
    const all = moved(measured, await this.inUse(position.versionId), tried);
    const numbers = summary(all);
    const mayName = mayOn(actor, 'application.view', position);
    const impact = await this.impact(actor, position, { all, changed: numbers.changed, mayName });
    const changedPeople = mayName ? await this.named(all) : null;
    return { from, until, ...numbers, changedPeople, ...impact };
  }

  private async inUse(versionId: string) {
    const { content } = await this.database.read(PositionVersion).findOneByOrFail({
      id: versionId,
    });
    const { dimensions, threshold, greyZone } = content.model;
    const weights = Object.fromEntries(dimensions.map(({ code, weight }) => [code, weight]));
    return { weights, threshold, greyZone };
  }

  /** Newest numbers of everybody scored since then. */
  private async measured(positionId: string, from: number): Promise<Measurement[]> {
    const rows: Raw[] = await this.database.dataSource.query(
      `SELECT d.applicationId AS applicationId, d.code AS code, d.value AS value,
        d.standardError AS standardError
       FROM application a JOIN dimension_value d ON d.applicationId = a.id
       WHERE a.positionId = ? AND d.scoredAt >= ? ORDER BY d.applicationId`,
      [positionId, from],
    );
    const weighed = await this.weighed(positionId, from);
    const found = new Map<string, Measurement>();
    for (const { applicationId, ...value } of rows) {
      const known = found.get(applicationId);
      if (known) {
        known.values.push(value);
      } else {
        const delivery = weighed.get(applicationId) ?? [];
        found.set(applicationId, { applicationId, values: [value], delivery });
      }
    }
    return [...found.values()];
  }

  /** Voice and face as they weighed in the newest reports: a model does not change them. */
  private async weighed(positionId: string, from: number): Promise<Map<string, DeliveryPart[]>> {
    const rows: RawDelivery[] = await this.database.dataSource.query(
      `SELECT d.applicationId AS applicationId, d.voiceWeight AS voiceWeight, d.voice AS voice,
        d.faceWeight AS faceWeight, d.face AS face
       FROM application a JOIN delivery_value d ON d.applicationId = a.id
       WHERE a.positionId = ? AND d.scoredAt >= ?`,
      [positionId, from],
    );
    return new Map(
      rows.map(({ applicationId, voiceWeight, voice, faceWeight, face }) => [
        applicationId,
        [
          { weight: voiceWeight, value: voice },
          { weight: faceWeight, value: face },
        ],
      ]),
    );
  }

  private async named(all: Moved[]): Promise<Simulation['changedPeople']> {
    const shown = changedFirst(all, mostChanged);
    const ids = shown.map(({ applicationId }) => applicationId);
    const rows = await this.database
      .read(Application)
      .find({ where: { id: In(ids) }, select: { id: true, personId: true } });
    const persons = new Map(rows.map(({ id, personId }) => [id, personId]));
    const names = await this.people.namesOf([...persons.values()]);
    return shown.map(({ applicationId, was, is }) => ({
      applicationId,
      name: names.get(persons.get(applicationId) ?? '') ?? '',
      was: { total: was.value, verdict: was.verdict },
      is: { total: is.value, verdict: is.verdict },
    }));
  }

  /** Selection rates by what people stated: with names beside them, a few changes would tell of single people. */
  private async impact(
    actor: StaffActor,
    position: Position,
    { all, changed, mayName }: { all: Moved[]; changed: number; mayName: boolean },
  ): Promise<Pick<Simulation, 'impact' | 'impactHidden'>> {
    const { companyId } = position;
    if (!mayOn(actor, 'impact.view', { companyId, departmentId: null, ownerId: null })) {
      return { impact: null, impactHidden: 'notAllowed' };
    }
    if (mayName && changed > 0 && changed < leastGroup) {
      return { impact: null, impactHidden: 'fewChanges' };
    }
    const people = new Map(all.filter(isMeasured).map((one) => [one.applicationId, one]));
    const stated: [Moved, StatedGroups][] = [];
    for await (const some of this.statements.all(companyId)) {
      for (const [id, groups] of some) {
        const one = people.get(id);
        if (one) {
          stated.push([one, groups]);
        }
      }
    }
    return { impact: ratios(stated), impactHidden: null };
  }
}

/** The lowest ratio of each attribute before and after, by the table of the impact page. */
function ratios(stated: [Moved, StatedGroups][]): SimulatedRatio[] {
  const side = (of: 'was' | 'is') =>
    stated.map(([one, groups]) => {
      const { verdict, value } = one[of];
      return { groups: { ...groups }, selected: verdict === 'meets', score: value };
    });
  return ratioChanges(side('was'), side('is')).map(({ attribute, was, is, finding }) => ({
    ...{ attribute, was, is, finding },
  }));
}
