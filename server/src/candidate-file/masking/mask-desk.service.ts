import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { MaskState, Unmask } from '@zhiyu/contracts/masking';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Masking } from './masking.service.js';
import { Unmasking } from './unmasking.entity.js';

const place = (row: string) => ({ table: 'unmasking', column: 'note', row });

/** Somebody asks to see who a candidate is. */
@Injectable()
export class MaskDesk {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly masking: Masking,
    private readonly vault: Vault,
    private readonly audit: AuditSink,
  ) {}

  async state(actor: StaffActor, id: string): Promise<MaskState> {
    await this.applications.require(actor, id, 'application.view');
    const mode = await this.masking.modeOf(actor.companyId);
    return { mode, masked: (await this.masking.hidden(actor, [id])).has(id) };
  }

  /** @throws masked where the company hides people always */
  async unmask(actor: StaffActor, { id, reason, note }: Unmask): Promise<MaskState> {
    const { application } = await this.applications.require(actor, id, 'application.unmask');
    const { companyId } = actor;
    if ((await this.masking.modeOf(companyId)) === 'always') {
      throw new AppError('masked');
    }
    await this.database.transaction(async (tx) => {
      const row = newId(tx.now);
      const vault = await this.vault.of(application.personId, tx.manager);
      const sealed = note === '' ? null : vault.seal(place(row), note);
      const who = { companyId, applicationId: id, staffId: actor.id };
      await tx.manager.insert(Unmasking, { id: row, ...who, reason, note: sealed, at: tx.now });
    });
    await this.audit.record({
      ...{ companyId, actor: `staff:${actor.id}`, verb: 'application.unmask', object: id },
      ...{ ground: reason, allowed: true },
    });
    return this.state(actor, id);
  }
}
