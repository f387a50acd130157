import { Global, Module } from '@nestjs/common';
import { Again } from './again.service.js';
import { ApplicationStart } from './application-start.service.js';
import { Applications } from './applications.service.js';
import { DraftJob } from './draft.job.js';
import { DroppedResumesJob } from './dropped-resumes.job.js';
import { ErasedResumesJob } from './erased-resumes.job.js';
import { HandedIn } from './handed-in.service.js';
import { ResumeArchives } from './archives/archives.service.js';
import { CandidateLook } from './by-hand/candidate-look.service.js';
import { HandEntryController } from './by-hand/hand-entry.controller.js';
import { HandEntry } from './by-hand/hand-entry.service.js';
import { CandidateSheets } from './candidate-sheet/candidate-sheet.service.js';
import { InternalApplications } from './internal/internal.service.js';
import { EarlierApplications } from './same-person/earlier.service.js';
import { Merging } from './same-person/merging.service.js';
import { PersonController } from './same-person/person.controller.js';
import { PersonFacts } from './same-person/person-facts.service.js';
import { Suspects } from './same-person/suspects.service.js';
import { HandOverJob } from './hand-over.job.js';
import { IntakeBatches } from './intake-batches.service.js';
import { Intake } from './intake.service.js';
import { Links } from './links.service.js';
import { Offers } from './offers/offers.service.js';
import { OwnFileCopy } from './own-file-copy.service.js';
import { Pipeline } from './pipeline.service.js';
import { PositionSeeds } from './position-seeds.js';
import { PublishingController } from './publishing/publishing.controller.js';
import { Publishing } from './publishing/publishing.service.js';
import { RulePreviews } from './publishing/rule-previews.service.js';
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
import { Screenings } from './screenings.service.js';
import { SavedViews } from './saved-views.service.js';
import { SavedViewsController } from './saved-views.controller.js';

const services = [
  Positions,
  Publishing,
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
  InternalApplications,
  Offers,
  OwnFileCopy,
  ApplicationStart,
  Screenings,
  Again,
];

@Global()
@Module({
  controllers: [
    RecruitingController,
    PersonController,
    HandEntryController,
    QuestionsController,
    QuestionAudioController,
    QuestionDraftsController,
    PublishingController,
    SavedViewsController,
  ],
  providers: [
    ...services,
    RulePreviews,
    HandedIn,
    IntakeBatches,
    DroppedResumesJob,
    CandidateSheets,
    HandEntry,
    CandidateLook,
    ResumeArchives,
    EarlierApplications,
    Merging,
    PersonFacts,
    Suspects,
    QuestionDrafts,
    SavedViews,
    DraftJob,
    ErasedResumesJob,
    HandOverJob,
  ],
  exports: services,
})
export class RecruitingModule {}
