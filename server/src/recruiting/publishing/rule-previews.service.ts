import { Injectable } from '@nestjs/common';
import { leastGroup } from '@zhiyu/contracts/group-values';
import {
  type AskPreview,
  previewDays,
  previewMost,
  previewNamed,
  type RulePreview,
} from '@zhiyu/contracts/rule-preview';
import { type StaffLanguage, staffLanguageFor } from '@zhiyu/contracts/staff';
import { In, MoreThanOrEqual } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { GroupImpact } from '../../privacy/group-ratios.js';
import { People } from '../../privacy/people.service.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { Application } from '../entities/application.entity.js';
import { Position } from '../entities/position.entity.js';
import { Positions } from '../positions.service.js';
import { ResumeStore } from '../resume-store.js';
import {
  becauseOf,
  changedFirst,
  type Handed,
  rescreened,
  type Rescreened,
  summary,
} from './rule-preview.js';

const day = 86_400_000;
/** Résumés that are opened between two turns of the event loop. */
const batch = 50;

/** Whom other rules would have changed, of the people of the last 90 days. Nothing is stored, nobody is told. */
@Injectable()
export class RulePreviews {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly resumes: ResumeStore,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly groups: GroupImpact,
  ) {}

  async of(actor: StaffActor, asked: AskPreview): Promise<RulePreview> {
    const position = await this.database.read(Position).findOneBy({ id: asked.id });
    requireOn(actor, 'position.edit', position);
    const until = this.clock.now();
    const from = until - previewDays * day;
    const rows = await this.database.read(Application).find({
      where: { positionId: position.id, createdAt: MoreThanOrEqual(from) },
      select: { id: true, resumeId: true, createdAt: true },
      order: { createdAt: 'DESC' },
      take: previewMost + 1,
    });
    const read = rows.slice(0, previewMost);
    const handed = await this.handed(read);
    const { content } = await this.positions.version(position.versionId);
    const all = rescreened(handed, content.requirements, asked.requirements);
    const language = staffLanguageFor(actor.locale);
    const named = mayOn(actor, 'application.view', position)
      ? await this.named(all, language)
      : null;
    return {
      ...{ from, until, ...summary(all, language), changedPeople: named },
      ...(await this.impact(actor, position, all)),
      unread: read.length - handed.length,
      capped: rows.length > previewMost,
    };
  }

  /** Shares that pass by what people stated; passing is what lets somebody on without anybody's look. */
  private async impact(
    actor: StaffActor,
    { companyId }: Position,
    all: Rescreened[],
  ): Promise<Pick<RulePreview, 'impact' | 'impactHidden'>> {
    if (!mayOn(actor, 'impact.view', { companyId, departmentId: null, ownerId: null })) {
      return { impact: null, impactHidden: 'notAllowed' };
    }
    const passes = ({ outcome }: Rescreened['was']) => outcome === 'pass';
    const both = all.map(
      ({ applicationId, was, is }) =>
        [applicationId, { was: passes(was), is: passes(is) }] as const,
    );
    const { ratios, stated, changed } = await this.groups.of(companyId, new Map(both));
    return changed > 0 && changed < leastGroup
      ? { impact: null, impactHidden: 'fewChanges' }
      : { impact: { ratios, statedAbout: Math.floor(stated / 10) * 10 }, impactHidden: null };
  }

  private async handed(
    rows: Pick<Application, 'id' | 'resumeId' | 'createdAt'>[],
  ): Promise<Handed[]> {
    const found: Handed[] = [];
    for (let at = 0; at < rows.length; at += batch) {
      const some = rows.slice(at, at + batch).map(async ({ id, resumeId, createdAt }) => {
        const kept = await this.resumes.read(resumeId);
        return kept ? [{ applicationId: id, resume: kept.parsed, at: createdAt }] : [];
      });
      found.push(...(await Promise.all(some)).flat());
    }
    return found;
  }

  private async named(
    all: Rescreened[],
    language: StaffLanguage,
  ): Promise<RulePreview['changedPeople']> {
    const shown = changedFirst(all, previewNamed);
    const rows = await this.database.read(Application).find({
      where: { id: In(shown.map(({ applicationId }) => applicationId)) },
      select: { id: true, personId: true },
    });
    const persons = new Map(rows.map(({ id, personId }) => [id, personId]));
    const names = await this.people.namesOf([...persons.values()]);
    return shown.map((one) => ({
      applicationId: one.applicationId,
      name: names.get(persons.get(one.applicationId) ?? '') ?? '',
      was: one.was.outcome,
      is: one.is.outcome,
      because: becauseOf(one, language),
    }));
  }
}
