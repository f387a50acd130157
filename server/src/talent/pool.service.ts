import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import {
  type Pool,
  type PoolMember,
  poolSoonMs,
  type SearchPool,
} from '@zhiyu/contracts/talent-pool';
import { staffLanguageFor } from '@zhiyu/contracts/staff';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { Unchanging } from '../platform/unchanging.js';
import { People } from '../privacy/people.service.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { Positions } from '../recruiting/positions.service.js';
import { ResumeStore } from '../recruiting/resume-store.js';
import { requireOn } from '../staff/access.js';
import {
  betterFirst,
  findsWords,
  fitsBy,
  livesAndSpeaks,
  reasonsFor,
  type Wanted,
} from './pool-match.js';
import { PoolDetails } from './pool-details.service.js';
import { PoolNotes } from './pool-notes.service.js';
import type { PoolPerson } from './pool-people.service.js';
import { PoolSight } from './pool-sight.service.js';
import { PoolTags } from './pool-tags.service.js';

const shownAtMost = 100;
const skillsShown = 8;

/** Somebody in the pool with what a search and a match need. */
interface Looked {
  person: PoolPerson;
  resume: ParsedResume | null;
  positionName: string;
  tags: readonly string[];
}

/** The talent pool (人才库): found by words and competency, matched to a position with reasons. */
@Injectable()
export class TalentPool {
  private readonly titles: ReturnType<typeof positionTitles>;
  /** Résumés never change; whose key is gone is not in the pool. */
  private readonly resumes: Unchanging<ParsedResume | null>;

  constructor(
    private readonly database: Database,
    private readonly sight: PoolSight,
    private readonly notes: PoolNotes,
    private readonly details: PoolDetails,
    private readonly tags: PoolTags,
    private readonly people: People,
    private readonly positions: Positions,
    private readonly clock: Clock,
    store: ResumeStore,
  ) {
    this.titles = positionTitles(database);
    this.resumes = new Unchanging(async (ids) =>
      Promise.all(
        ids.map(async (id): Promise<[string, ParsedResume | null]> => [
          id,
          (await store.read(id))?.parsed ?? null,
        ]),
      ),
    );
  }

  /** @throws notFound for another company's position */
  async search(actor: StaffActor, input: SearchPool): Promise<Pool> {
    const { seen: all, withheld } = await this.sight.all(actor);
    const wanted = await this.wanted(actor, input.positionId);
    const looked = await this.looked(actor, all);
    const measured = await this.details.measured(all);
    const found = looked.filter(
      (one) =>
        (!input.q || findsWords(input.q, one)) &&
        (!input.tag || one.tags.includes(input.tag)) &&
        livesAndSpeaks(one.person.profile, input) &&
        (!input.competency || measured.reached(one.person, input.competency)),
    );
    const now = this.clock.now();
    const matched = found.map((one) => {
      const known = { resume: one.resume, ...measured.of(one.person) };
      const reasons = wanted ? reasonsFor(known, wanted, now) : [];
      const evidenceAt = measured.at(one.person) ?? one.person.application.createdAt;
      return { ...one, reasons, evidenceAt };
    });
    matched.sort(betterFirst);
    const shown = matched.slice(0, shownAtMost);
    return {
      members: await this.members(actor, shown),
      total: all.length,
      ending: all.filter(({ until }) => until - now <= poolSoonMs).length,
      found: found.length,
      fitting: wanted ? matched.filter(({ reasons }) => fitsBy(reasons)).length : null,
      competencies: measured.competencies(actor.locale),
      tags: [...new Set(looked.flatMap(({ tags }) => tags))].sort((one, other) =>
        one.localeCompare(other, actor.locale),
      ),
      withheld,
      ...placesOf(all),
    };
  }

  private async wanted(actor: StaffActor, positionId?: string): Promise<Wanted | null> {
    if (positionId === undefined) {
      return null;
    }
    const position = await this.database.read(Position).findOneBy({ id: positionId });
    requireOn(actor, 'talent.view', position);
    const { content, version } = await this.positions.version(position.versionId);
    const nameOf = (code: string) => {
      const dimension = content.model.dimensions.find((one) => one.code === code);
      return dimension ? textIn(dimension.name, actor.locale) : code;
    };
    return { content, version, nameOf, language: staffLanguageFor(actor.locale) };
  }

  private async looked(actor: StaffActor, all: PoolPerson[]): Promise<Looked[]> {
    const newest = (person: PoolPerson) =>
      person.applications.find(({ resumeId }) => resumeId !== null)?.resumeId ?? '';
    const resumes = await this.resumes.of(all.map(newest).filter((id) => id !== ''));
    const titles = await this.titles.of(
      all.map(({ application }) => application.positionVersionId),
    );
    const tags = await this.tags.ofAll(all);
    return all.map((person) => {
      const name = titles.get(person.application.positionVersionId)?.name;
      return {
        person,
        resume: resumes.get(newest(person)) ?? null,
        positionName: name ? textIn(name, actor.locale) : '',
        tags: tags.get(person.personId) ?? [],
      };
    });
  }

  private async members(
    actor: StaffActor,
    shown: (Looked & { reasons: PoolMember['reasons'] })[],
  ): Promise<PoolMember[]> {
    const persons = shown.map(({ person }) => person);
    const names = await this.people.namesOf(persons.map(({ personId }) => personId));
    const ends = await this.details.ends(actor, persons);
    const about = await this.notes.about(actor.id, persons);
    return shown.map(({ person, resume, positionName, tags, reasons }) => {
      const { application, since, until, personId } = person;
      const { decision = null, invited = null } = ends.get(application.id) ?? {};
      return {
        ...{
          applicationId: application.id,
          candidateName: names.get(personId) ?? '',
          positionName,
        },
        ...{ stage: application.stage, appliedAt: application.createdAt, decision, since, until },
        score: this.details.score(person),
        ...{ skills: skillsOf(resume), tags: [...tags] },
        ...{ reasons, fits: fitsBy(reasons), invited },
        mayInvite: mayInvite(invited, this.clock.now()),
        ...about(person),
      };
    });
  }
}

/** Neither while an answer is open nor in the year after a no. */
function mayInvite(invited: PoolMember['invited'], now: number): boolean {
  return invited?.answer !== 'open' && (invited?.quietUntil ?? 0) <= now;
}

function skillsOf(resume: ParsedResume | null): string[] {
  return [...new Set(resume?.skills.map(({ value }) => value) ?? [])].slice(0, skillsShown);
}

/** What can be chosen from: countries and languages that somebody said. */
function placesOf(all: PoolPerson[]): Pick<Pool, 'countries' | 'languages'> {
  const profiles = all.flatMap(({ profile }) => profile ?? []);
  return {
    countries: [...new Set(profiles.flatMap(({ country }) => country ?? []))].sort(),
    languages: [
      ...new Set(profiles.flatMap(({ languages }) => languages.map(({ code }) => code))),
    ].sort(),
  };
}
