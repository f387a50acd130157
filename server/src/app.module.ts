import { type DynamicModule, Module } from '@nestjs/common';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { AuditTrailModule } from './audit-trail/audit-trail.module.js';
import { CandidateFileModule } from './candidate-file/candidate-file.module.js';
import { entities } from './entities.js';
import { CodingModule } from './interviews/coding/coding.module.js';
import { InterviewsModule } from './interviews/interviews.module.js';
import { NotifyModule } from './notify/notify.module.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Runtime } from './platform/runtime.js';
import { type Clock, SystemClock } from './platform/time/clock.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { RecruitingModule } from './recruiting/recruiting.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import { WrittenTestsModule } from './scoring/written-tests/written-tests.module.js';
import { StaffModule } from './staff/staff.module.js';
import { TalentModule } from './talent/talent.module.js';
import { WorkflowModule } from './workflow/workflow.module.js';
import { WorkplaceModule } from './workplace/workplace.module.js';

/** The whole product. */
@Module({})
export class AppModule {
  static with(runtime: Runtime, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ runtime, clock, entities }),
        PrivacyModule,
        WorkplaceModule,
        StaffModule,
        RecruitingModule,
        InterviewsModule,
        CodingModule,
        ScoringModule,
        TalentModule,
        WrittenTestsModule,
        NotifyModule,
        WorkflowModule,
        CandidateFileModule,
        AnalyticsModule,
        AuditTrailModule,
      ],
    };
  }
}
