import { Module } from '@nestjs/common';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrail } from './audit-trail.service.js';

/** The audit log as people read it. */
@Module({ controllers: [AuditTrailController], providers: [AuditTrail] })
export class AuditTrailModule {}
