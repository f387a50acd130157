import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Consent } from '../privacy/consent.entity.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { PoolPeople, type PoolPerson } from './pool-people.service.js';
import { PoolRules } from './pool-rules.service.js';
import { maySee } from './pool-sight.js';

const step = 400;

/** Whom of the pool a reader may see, by the rule of each person's region (R41). */
@Injectable()
export class PoolSight {
  constructor(
    private readonly database: Database,
    private readonly everybody: PoolPeople,
    private readonly rules: PoolRules,
  ) {}

  /** `withheld`: how many the rule keeps from this reader. */
  async all(actor: StaffActor): Promise<{ seen: PoolPerson[]; withheld: number }> {
    const all = await this.everybody.all(actor.companyId);
    const seen = await this.seen(actor, all);
    return { seen, withheld: all.length - seen.length };
  }

  /** The person of this application. @throws notFound, consentMissing for who is not in the pool, regionRule */
  async require(actor: StaffActor, applicationId: string): Promise<PoolPerson> {
    const { companyId } = actor;
    const application = await this.database
      .read(Application)
      .findOneBy({ id: applicationId, companyId });
    if (!application) {
      throw new AppError('notFound');
    }
    const person = await this.everybody.one(companyId, application);
    if (!person) {
      throw new AppError('consentMissing');
    }
    if ((await this.seen(actor, [person])).length === 0) {
      throw new AppError('regionRule');
    }
    return person;
  }

  private async seen(actor: StaffActor, all: PoolPerson[]): Promise<PoolPerson[]> {
    const from = await this.rules.from(actor);
    const rules = await this.rules.of(actor.companyId);
    const agreed = await this.transfers(all.map(({ application }) => application.id));
    return all.filter(({ application, profile, textVersion }) => {
      const transfer = agreed.has(application.id);
      return maySee({ country: profile?.country ?? null, textVersion, transfer }, from, rules);
    });
  }

  /** Applications with which somebody agreed that people elsewhere see him in the pool: the newest word counts. */
  private async transfers(applicationIds: readonly string[]): Promise<Set<string>> {
    const given = new Set<string>();
    for (let at = 0; at < applicationIds.length; at += step) {
      const rows = await this.database.read(Consent).find({
        where: {
          applicationId: In(applicationIds.slice(at, at + step)),
          purpose: 'poolTransfer',
        },
        order: { at: 'ASC', id: 'ASC' },
      });
      for (const row of rows) {
        if (row.given) {
          given.add(row.applicationId);
        } else {
          given.delete(row.applicationId);
        }
      }
    }
    return given;
  }
}
