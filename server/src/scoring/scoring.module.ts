import { Global, Module } from '@nestjs/common';
import { ReportJob } from './report.job.js';
import { Reports } from './reports.service.js';
import { ScoringController } from './scoring.controller.js';
import { TranscribeJob } from './transcribe.job.js';

@Global()
@Module({
  controllers: [ScoringController],
  providers: [Reports, ReportJob, TranscribeJob],
  exports: [Reports],
})
export class ScoringModule {}
