import { Injectable } from '@nestjs/common';
import { type EarlierApplication, reapplyDays } from '@zhiyu/contracts/same-person';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { opens } from '../../staff/rights.js';
import { StaffService } from '../../staff/staff.service.js';
import { type Application, Decision } from '../entities/application.entity.js';
import { PersonFacts, type Placed } from './person-facts.service.js';

const reapplyMs = reapplyDays * 86_400_000;

/** What the same person applied for before and beside, with how it ended (申请过). */
@Injectable()
export class EarlierApplications {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly staff: StaffService,
    private readonly facts: PersonFacts,
  ) {}

  /** @param group everybody who is said to be the person of this application */
  async of(
    actor: StaffActor,
    application: Pick<Application, 'id' | 'createdAt'>,
    group: string[],
  ): Promise<{ earlier: EarlierApplication[]; elsewhere: number }> {
    const all = await this.facts.applicationsOf(actor, group);
    const others = all.filter((one) => one.application.id !== application.id);
    const seen = others.filter(({ visible }) => visible);
    const names = await this.people.namesOf(group);
    const decisions = await this.decisions(seen);
    const scores = opens(actor.roles, 'scores');
    const earlier = seen.map(({ application: one, positionName }) => ({
      applicationId: one.id,
      candidateName: names.get(one.personId) ?? '',
      positionName,
      stage: one.stage,
      appliedAt: one.createdAt,
      total: scores ? one.total : null,
      requirement: scores ? one.requirement : null,
      verdict: scores ? one.verdict : null,
      decision: decisions.get(one.id) ?? null,
      again: againOf(application, one),
    }));
    return { earlier, elsewhere: others.length - seen.length };
  }

  private async decisions(seen: Placed[]): Promise<Map<string, EarlierApplication['decision']>> {
    const ids = seen.map(({ application }) => application.id);
    const rows = await this.database
      .read(Decision)
      .find({ where: { applicationId: In(ids) }, order: { at: 'ASC' } });
    const names = await this.staff.namesOf(rows.map(({ decidedBy }) => decidedBy));
    return new Map(
      rows.map(({ applicationId, kind, reason, decidedBy, ground, at }) => [
        applicationId,
        { kind, reason, by: decidedBy === null ? ground : (names.get(decidedBy) ?? ''), at },
      ]),
    );
  }
}

/** Came before, and its end (or its beginning, while it goes on) is not long before this one. */
function againOf(now: Pick<Application, 'createdAt'>, before: Application): boolean {
  const gap = now.createdAt - Math.max(before.createdAt, Math.min(before.stageAt, now.createdAt));
  return before.createdAt <= now.createdAt && gap <= reapplyMs;
}
