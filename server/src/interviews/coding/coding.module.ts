import { Global, Module } from '@nestjs/common';
import { CandidateCoding } from './coding.service.js';
import { CodingController } from './coding.controller.js';
import { Drafts } from './drafts.service.js';
import { JudgeJob } from './judge.job.js';
import { JudgeLine } from './judge-line.js';
import { OwnCodings } from './own-coding.js';
import { Runs } from './runs.service.js';
import { StaffPrograms } from './staff-programs.service.js';
import { Submissions } from './submissions.service.js';

@Global()
@Module({
  controllers: [CodingController],
  providers: [
    CandidateCoding,
    Drafts,
    JudgeJob,
    JudgeLine,
    OwnCodings,
    Runs,
    StaffPrograms,
    Submissions,
  ],
  exports: [Drafts, Submissions],
})
export class CodingModule {}
