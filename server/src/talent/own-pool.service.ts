import { Injectable } from '@nestjs/common';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { AppError } from '@zhiyu/contracts/errors';
import type { OwnPool, SetOwnPool } from '@zhiyu/contracts/pool-profile';
import { keptText } from '@zhiyu/contracts/pool-values';
import { regionOf, regions } from '@zhiyu/contracts/regions';
import { poolMonths } from '@zhiyu/contracts/talent-pool';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Consents } from '../privacy/consents.service.js';
import { SamePeople } from '../privacy/same-people.service.js';
import { StaffService } from '../staff/staff.service.js';
import { PoolPeople } from './pool-people.service.js';
import { PoolProfiles } from './pool-profiles.service.js';
import { PoolRules } from './pool-rules.service.js';

/** What somebody in the pool says of himself, and who may see it. */
@Injectable()
export class OwnPoolDesk {
  constructor(
    private readonly database: Database,
    private readonly everybody: PoolPeople,
    private readonly profiles: PoolProfiles,
    private readonly rules: PoolRules,
    private readonly consents: Consents,
    private readonly same: SamePeople,
    private readonly staff: StaffService,
  ) {}

  async view({ id: personId, companyId, applicationId }: CandidateActor): Promise<OwnPool> {
    const rules = await this.rules.of(companyId);
    const group = await this.same.groupOf(personId);
    const profile = await this.profiles.ofGroup(group);
    const { talentPool, poolTransfer } = await this.consents.of(applicationId);
    const months = regions.map((one) => [one, rules.get(one)?.keepMonths ?? poolMonths] as const);
    return {
      inPool: talentPool === true,
      until: await this.everybody.end(companyId, personId),
      companyName: (await this.staff.companyRow(companyId)).name,
      profile: profile && said(profile),
      transfer: poolTransfer === true,
      seenFrom: await this.rules.seenFrom(companyId),
      months: { unsaid: poolMonths, ...Object.fromEntries(months) } as OwnPool['months'],
      asks: regions.filter((one) => rules.get(one)?.sight === 'consent'),
    };
  }

  /**
   * Saving is agreeing once more, for the months that the sentence on the screen named.
   * @throws consentMissing for who is not in the pool, staleVersion where the months are others meanwhile
   */
  async set(actor: CandidateActor, input: SetOwnPool): Promise<OwnPool> {
    const { id: personId, companyId, applicationId, locale } = actor;
    const { country, languages, move, transfer, months } = input;
    const now = await this.view(actor);
    if (!now.inPool) {
      throw new AppError('consentMissing');
    }
    if (months !== now.months[country === null ? 'unsaid' : regionOf(country)]) {
      throw new AppError('staleVersion');
    }
    await this.database.transaction(async (tx) => {
      const profile = { companyId, personId, byStaffId: null };
      await this.profiles.set(tx, profile, { country, languages, move });
      const whose = { companyId, personId, applicationId, locale };
      const kept = { ...whose, textVersion: keptText(consentTexts.poolKept, months) };
      await this.consents.renew(tx, kept, 'talentPool');
      const across = { ...whose, textVersion: consentTexts.poolTransfer };
      const told = transfer || now.transfer ? { poolTransfer: transfer } : {};
      await this.consents.give(tx, across, told);
    });
    return this.view(actor);
  }
}

function said({ country, languages, move, at }: NonNullable<OwnPool['profile']>) {
  return { country, languages, move, at };
}
