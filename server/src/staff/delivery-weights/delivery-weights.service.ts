import { Injectable } from '@nestjs/common';
import { groundLength } from '@zhiyu/contracts/delivery-limits';
import type {
  DeliveryWeights as WeightsView,
  SetDeliveryWeights,
} from '@zhiyu/contracts/delivery-weights';
import { AppError } from '@zhiyu/contracts/errors';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Company } from '../company.entity.js';
import { StaffService } from '../staff.service.js';
import { DeliveryWeight } from './delivery-weight.entity.js';
import { isWeighing, newestWeights, weightsInForce } from './weights-in-force.js';

/** Changes that are shown. */
const mostChanges = 20;
/** Room for the ground in a line of the audit log; the whole of it stands in the change. */
const groundInLog = 60;

/** What face and voice weigh in totals: 0, unless an administrator writes down why not. */
@Injectable()
export class DeliveryWeights {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly audit: AuditSink,
  ) {}

  async view(companyId: string): Promise<WeightsView> {
    const { manager } = this.database.dataSource;
    const { europeanRulesSince } = await this.staff.companyRow(companyId);
    const rows = await this.database.read(DeliveryWeight).find({
      where: { companyId },
      order: { at: 'DESC', id: 'DESC' },
      take: mostChanges,
    });
    const names = await this.staff.namesOf(rows.map(({ staffId }) => staffId));
    return {
      ...(await weightsInForce(manager, companyId)),
      europeanRules: europeanRulesSince !== null,
      changes: rows.map(({ voice, face, ground, cause, staffId, at }) => ({
        ...{ voice, face, ground, cause, at },
        by: names.get(staffId) ?? '',
      })),
    };
  }

  /** @throws europeanRules where they hold, weightUngrounded without a ground or without knowing that there is no evidence */
  async set(actor: StaffActor, input: SetDeliveryWeights): Promise<WeightsView> {
    const { id: staffId, companyId } = actor;
    const { voice, face } = input;
    const on = isWeighing(input);
    const before = await this.database.transaction(async (tx) => {
      // Locked, so that the European rules are not switched on meanwhile.
      const company = await tx.manager.findOneOrFail(Company, {
        where: { id: companyId },
        lock: { mode: 'pessimistic_write' },
      });
      if (on && company.europeanRulesSince !== null) {
        throw new AppError('europeanRules');
      }
      if (on && !isGrounded(input)) {
        throw new AppError('weightUngrounded', { least: groundLength.least });
      }
      const was = await newestWeights(tx.manager, companyId);
      const ground = on ? input.ground : '';
      const row = { voice, face, ground, cause: 'set' as const, staffId, at: tx.now };
      await tx.manager.insert(DeliveryWeight, { id: newId(tx.now), companyId, ...row });
      return was;
    });
    await this.audit.record({
      ...{ companyId, actor: `staff:${staffId}`, verb: 'weights.change' },
      object: `voice ${before.voice} → ${voice} %, face ${before.face} → ${face} %`,
      ground: on ? input.ground.slice(0, groundInLog) : 'takenBack',
      allowed: true,
    });
    return this.view(companyId);
  }
}

function isGrounded({ ground, knowsNoEvidence }: SetDeliveryWeights): boolean {
  return knowsNoEvidence && ground.length >= groundLength.least;
}
