import { Injectable } from '@nestjs/common';
import type { MaskMode } from '@zhiyu/contracts/masking';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Masks } from '../../platform/auth/masks.js';
import { Database } from '../../platform/database/database.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Company } from '../../staff/company.entity.js';
import { languageIn } from '../../staff/staff-language.js';
import { Cover } from './cover.js';
import { Identities } from './identities.service.js';
import { Unmasking } from './unmasking.entity.js';

/** Masked mode (R4): who somebody is stays hidden until a person asks for it with a reason, or always. */
@Injectable()
export class Masking extends Masks {
  constructor(
    private readonly database: Database,
    private readonly identities: Identities,
  ) {
    super();
  }

  async hidden(actor: StaffActor, applicationIds: string[]): Promise<Set<string>> {
    const masking = await this.modeOf(actor.companyId);
    if (masking === 'off' || applicationIds.length === 0) {
      return new Set();
    }
    const lifted =
      masking === 'always'
        ? []
        : await this.database
            .read(Unmasking)
            .findBy({ staffId: actor.id, applicationId: In(applicationIds) });
    const seen = new Set(lifted.map(({ applicationId }) => applicationId));
    return new Set(applicationIds.filter((id) => !seen.has(id)));
  }

  async cover<T>(actor: StaffActor, body: T, ids: string[]): Promise<T> {
    if (ids.length === 0 || (await this.modeOf(actor.companyId)) === 'off') {
      return body;
    }
    const rows = await this.identities.applicationsOf(actor.companyId, ids);
    const hidden = await this.hidden(
      actor,
      rows.map(({ id }) => id),
    );
    const covered = rows.filter(({ id }) => hidden.has(id));
    if (covered.length === 0) {
      return body;
    }
    const who = await Promise.all(covered.map((one) => this.identities.of(one, actor.locale)));
    return new Cover(who).body(body);
  }

  async coverCard<T>(companyId: string, applicationId: string | null, card: T): Promise<T> {
    const company = await this.company(companyId);
    const application =
      (company.masking ?? 'off') === 'off' || applicationId === null
        ? null
        : await this.database.read(Application).findOneBy({ id: applicationId });
    if (!application) {
      return card;
    }
    const who = await this.identities.of(application, languageIn(company));
    return new Cover([who]).body(card, true);
  }

  async modeOf(companyId: string): Promise<MaskMode> {
    return (await this.company(companyId)).masking ?? 'off';
  }

  private company(id: string): Promise<Company> {
    return this.database.read(Company).findOneByOrFail({ id });
  }
}
