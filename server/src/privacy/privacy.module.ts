import { Global, Module } from '@nestjs/common';
import { AuditSink } from '../platform/auth/can.js';
import { AuditLog } from './audit.service.js';
import { Consents } from './consents.service.js';
import { GroupStatements } from './group-statements.service.js';
import { Erasure } from './erasure.service.js';
import { Requests } from './requests.service.js';
import { SamePeople } from './same-people.service.js';
import { People } from './people.service.js';

@Global()
@Module({
  providers: [
    Erasure,
    GroupStatements,
    People,
    SamePeople,
    Requests,
    Consents,
    AuditLog,
    { provide: AuditSink, useExisting: AuditLog },
  ],
  exports: [Erasure, GroupStatements, People, SamePeople, Requests, Consents, AuditLog, AuditSink],
})
export class PrivacyModule {}
