import { Controller } from '@nestjs/common';
import { routes } from '@zhiyu/contracts/routes';
import type { AuditPage, ListAudit } from '@zhiyu/contracts/staff';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { AuditTrail } from './audit-trail.service.js';

@Controller()
export class AuditTrailController {
  constructor(private readonly trail: AuditTrail) {}

  @Bind(routes.audit)
  @Can('audit.view', { views: true })
  audit(actor: StaffActor, input: ListAudit): Promise<AuditPage> {
    return this.trail.page(actor, input.before ?? null);
  }
}
