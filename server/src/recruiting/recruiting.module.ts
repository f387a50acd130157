import { Global, Module } from '@nestjs/common';
import { Applications } from './applications.service.js';
import { DraftJob } from './draft.job.js';
import { HandOverJob } from './hand-over.job.js';
import { Intake } from './intake.service.js';
import { Links } from './links.service.js';
import { Pipeline } from './pipeline.service.js';
import { PositionSeeds } from './position-seeds.js';
import { PositionSummaries } from './position-summaries.js';
import { Positions } from './positions.service.js';
import { BankStore } from './questions/bank-store.js';
import { FreshQuestions } from './questions/fresh-questions.service.js';
import { QuestionBank } from './questions/question-bank.service.js';
import { QuestionSeeds } from './questions/question-seeds.js';
import { QuestionsController } from './questions/questions.controller.js';
import { RecruitingController } from './recruiting.controller.js';
import { ResumeStore } from './resume-store.js';

const services = [
  Positions,
  PositionSeeds,
  PositionSummaries,
  Links,
  Intake,
  Applications,
  Pipeline,
  ResumeStore,
  QuestionSeeds,
  BankStore,
  QuestionBank,
  FreshQuestions,
];

@Global()
@Module({
  controllers: [RecruitingController, QuestionsController],
  providers: [...services, DraftJob, HandOverJob],
  exports: services,
})
export class RecruitingModule {}
