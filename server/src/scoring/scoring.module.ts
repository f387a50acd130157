import { Global, Module } from '@nestjs/common';
import { AssessedAnswers } from './assessed-answers.service.js';
import { Assessing } from './assessing/assessing.service.js';
import { LlmReadings } from './llm/llm-readings.service.js';
import { OwnReports } from './print/own-reports.service.js';
import { Printing } from './print/printing.service.js';
import { ReportInput } from './report-input.service.js';
import { ReportJob } from './report.job.js';
import { Reports } from './reports.service.js';
import { ScoringController } from './scoring.controller.js';
import { ResumeCheck } from './resume-check/resume-check.service.js';
import { SoundJob } from './sound.job.js';
import { SoundReader } from './sound-reader.service.js';
import { TranscribeJob } from './transcribe.job.js';

@Global()
@Module({
  controllers: [ScoringController],
  providers: [
    AssessedAnswers,
    Assessing,
    LlmReadings,
    OwnReports,
    Printing,
    Reports,
    ReportInput,
    ReportJob,
    ResumeCheck,
    TranscribeJob,
    SoundJob,
    SoundReader,
  ],
  exports: [AssessedAnswers, Assessing, Reports],
})
export class ScoringModule {}
