import { Injectable } from '@nestjs/common';
import { mostPoolMonths } from '@zhiyu/contracts/regions';
import { poolMonthMs } from '@zhiyu/contracts/talent-pool';
import { In, MoreThan } from 'typeorm';
import { Vault } from '../platform/crypto/vault.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { Consent } from '../privacy/consent.entity.js';
import { SamePeople } from '../privacy/same-people.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { activeStages } from '../recruiting/pipeline.states.js';
import { type KeptProfile, newestOf, PoolProfiles } from './pool-profiles.service.js';
import { PoolRules } from './pool-rules.service.js';
import { monthsOf, type Rules } from './pool-sight.js';

/** Somebody who agreed, with everything that he handed in. */
export interface PoolPerson {
  /** The one who gave the consent. */
  personId: string;
  since: number;
  until: number;
  /** With which the consent was given. */
  application: Application;
  /** All of the person's, newest first. */
  applications: Application[];
  /** Of the sentences by which he is in the pool. */
  textVersion: string;
  /** What he said of place, languages and moving. */
  profile: KeptProfile | null;
}

/** So many people are looked at, those who agreed last first. */
const peopleAtMost = 5000;
const step = 400;

/**
 * Who is in the pool: whose newest word on it is yes and still holds, who is not under way anywhere and does not work
 * here by an application, and whose data are there. Nobody else is ever shown.
 */
@Injectable()
export class PoolPeople {
  constructor(
    private readonly database: Database,
    private readonly same: SamePeople,
    private readonly vault: Vault,
    private readonly profiles: PoolProfiles,
    private readonly rules: PoolRules,
    private readonly clock: Clock,
  ) {}

  async all(companyId: string): Promise<PoolPerson[]> {
    return this.those(companyId, await this.words({ companyId }));
  }

  /** The person of this application, where he is in the pool; null otherwise. */
  async one(companyId: string, application: Application): Promise<PoolPerson | null> {
    const group = await this.same.groupOf(application.personId);
    const words = await this.words({ companyId, personId: In(group) });
    const [found] = await this.those(companyId, words);
    return found ?? null;
  }

  /** Whether this person's newest word on the pool is yes and still holds, also while he is under way somewhere. */
  async agrees(companyId: string, personId: string): Promise<boolean> {
    return (await this.end(companyId, personId)) !== null;
  }

  /** Until when this person's word on the pool holds; null: it was no, or has run out. */
  async end(companyId: string, personId: string): Promise<number | null> {
    const group = await this.same.groupOf(personId);
    const [newest] = await this.words({ companyId, personId: In(group) });
    const profile = await this.profiles.ofGroup(group);
    const end = newest?.given ? endOf(newest, profile, await this.rules.of(companyId)) : 0;
    return end > this.clock.now() ? end : null;
  }

  /** Newest first; what is older than a consent holds says nothing any more. */
  private words(where: {
    companyId: string;
    personId?: ReturnType<typeof In<string>>;
  }): Promise<Consent[]> {
    const since = MoreThan(this.clock.now() - mostPoolMonths * poolMonthMs);
    return this.database.read(Consent).find({
      where: { ...where, purpose: 'talentPool', at: since },
      order: { at: 'DESC', id: 'DESC' },
      take: peopleAtMost,
    });
  }

  private async those(companyId: string, words: Consent[]): Promise<PoolPerson[]> {
    const groups = await this.same.groupsIn(companyId);
    const groupOf = (personId: string) => groups.get(personId) ?? [personId];
    const newest = new Map<string, Consent>();
    for (const word of words) {
      const [key = word.personId] = groupOf(word.personId);
      if (!newest.has(key)) {
        newest.set(key, word);
      }
    }
    const given = [...newest.values()].filter((word) => word.given);
    const ids = [...new Set(given.flatMap(({ personId }) => groupOf(personId)))];
    const applications = await this.applications(companyId, ids);
    const vaults = await this.vault.ofMany(given.map(({ personId }) => personId));
    const profiles = await this.profiles.ofAll(ids);
    const rules = await this.rules.of(companyId);
    const now = this.clock.now();
    return given.flatMap((word) => {
      const group = groupOf(word.personId);
      const own = group.flatMap((id) => applications.get(id) ?? []);
      const application = own.find(({ id }) => id === word.applicationId);
      const free = own.every(({ stage }) => !activeStages.includes(stage) && stage !== 'hired');
      const erased = vaults.get(word.personId)?.erased ?? true;
      const profile = newestOf(profiles, group);
      const until = endOf(word, profile, rules);
      const there = application && free && !erased && until > now;
      return there ? [{ ...personOf(word, application, own), until, profile }] : [];
    });
  }

  private async applications(
    companyId: string,
    personIds: string[],
  ): Promise<Map<string, Application[]>> {
    const found = new Map<string, Application[]>();
    for (let at = 0; at < personIds.length; at += step) {
      const rows = await this.database.read(Application).find({
        where: { companyId, personId: In(personIds.slice(at, at + step)) },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      for (const row of rows) {
        found.set(row.personId, [...(found.get(row.personId) ?? []), row]);
      }
    }
    return found;
  }
}

/** When a consent has run out, by what its sentence said and the region allows. */
function endOf({ at, textVersion }: Consent, profile: KeptProfile | null, rules: Rules): number {
  return at + monthsOf({ country: profile?.country ?? null, textVersion }, rules) * poolMonthMs;
}

function personOf(
  { personId, at, textVersion }: Consent,
  application: Application,
  own: Application[],
): Omit<PoolPerson, 'until' | 'profile'> {
  const applications = [...own].sort((one, other) => other.createdAt - one.createdAt);
  return { personId, since: at, application, applications, textVersion };
}
