import { Global, Module } from '@nestjs/common';
import { Applications } from './applications.service.js';
import { DraftJob } from './draft.job.js';
import { ErasedResumesJob } from './erased-resumes.job.js';
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
import { QuestionAudioController } from './question-audio/question-audio.controller.js';
import { QuestionAudios } from './question-audio/question-audio.service.js';
import { QuestionDraftsController } from './question-drafts/question-drafts.controller.js';
import { QuestionDrafts } from './question-drafts/question-drafts.service.js';
import { ResumeQuestions } from './question-drafts/resume-questions.service.js';
import { SkillSeeds } from './question-drafts/skill-seeds.js';
import { ProblemBank } from './problem-seeds.js';
import { RecruitingController } from './recruiting.controller.js';
import { ResumeStore } from './resume-store.js';

const services = [
  Positions,
  PositionSeeds,
  PositionSummaries,
  ProblemBank,
  Links,
  Intake,
  Applications,
  Pipeline,
  ResumeStore,
  QuestionSeeds,
  BankStore,
  QuestionBank,
  FreshQuestions,
  ResumeQuestions,
  QuestionAudios,
  SkillSeeds,
];

@Global()
@Module({
  controllers: [
    RecruitingController,
    QuestionsController,
    QuestionAudioController,
    QuestionDraftsController,
  ],
  providers: [...services, QuestionDrafts, DraftJob, ErasedResumesJob, HandOverJob],
  exports: services,
})
export class RecruitingModule {}
