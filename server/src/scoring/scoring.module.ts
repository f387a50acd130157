import { Global, Module } from '@nestjs/common';
import { AssessedAnswers } from './assessed-answers.service.js';
import { Assessing } from './assessing/assessing.service.js';
import { DeliveryFactsInTotal } from './delivery/delivery-facts.service.js';
import { DeliveryFlow } from './delivery/delivery.flow.js';
import { AnswerPool } from './grading/answer-pool.service.js';
import { CalibrationController } from './grading/calibration.controller.js';
import { CalibrationEntries } from './grading/calibration-entries.service.js';
import { CalibrationVersions } from './grading/calibration-versions.service.js';
import { CalibrationViews } from './grading/calibration-views.service.js';
import { Calibrations } from './grading/calibrations.service.js';
import { CalibrationsInUse } from './grading/calibrations-in-use.service.js';
import { GradeCardOrders } from './grading/grade-card-orders.service.js';
import { GradedWords } from './grading/graded-words.service.js';
import { PersonGrades } from './grading/person-grades.service.js';
import { LlmReadings } from './llm/llm-readings.service.js';
import { OwnReports } from './print/own-reports.service.js';
import { Printing } from './print/printing.service.js';
import { ReportInput } from './report-input.service.js';
import { ReportJob } from './report.job.js';
import { RecordingStates } from './recording-states.service.js';
import { Reports } from './reports.service.js';
import { ScoringController } from './scoring.controller.js';
import { Crossings } from './crossings.service.js';
import { Blindness } from './review/blindness.service.js';
import { RatedRounds } from './review/rated-rounds.service.js';
import { ReviewAccess } from './review/review-access.service.js';
import { ReviewNotes } from './review/review-notes.service.js';
import { ReviewPanel } from './review/review-panel.service.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewRooms } from './review/review-room.service.js';
import { Reviewers } from './review/reviewers.service.js';
import { Scorecards } from './review/scorecards.service.js';
import { FirstScores } from './live/first-scores.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveInterviews } from './live/live-interviews.service.js';
import { ResumeCheck } from './resume-check/resume-check.service.js';
import { SameAnswersService } from './same-answers/same-answers.service.js';
import { SoundJob } from './sound.job.js';
import { SoundReader } from './sound-reader.service.js';
import { ReadableReports } from './wording/readable-reports.service.js';
import { TranscribeJob } from './transcribe.job.js';

@Global()
@Module({
  controllers: [ScoringController, CalibrationController, LiveController, ReviewController],
  providers: [
    AnswerPool,
    AssessedAnswers,
    Assessing,
    CalibrationEntries,
    CalibrationVersions,
    CalibrationViews,
    Calibrations,
    CalibrationsInUse,
    DeliveryFactsInTotal,
    DeliveryFlow,
    GradeCardOrders,
    FirstScores,
    GradedWords,
    LiveInterviews,
    PersonGrades,
    Crossings,
    LlmReadings,
    OwnReports,
    Printing,
    ReadableReports,
    RecordingStates,
    Reports,
    ReportInput,
    ReportJob,
    ResumeCheck,
    SameAnswersService,
    Blindness,
    RatedRounds,
    ReviewAccess,
    ReviewNotes,
    ReviewPanel,
    ReviewRooms,
    Reviewers,
    Scorecards,
    TranscribeJob,
    SoundJob,
    SoundReader,
  ],
  exports: [
    AssessedAnswers,
    Assessing,
    Calibrations,
    GradeCardOrders,
    LiveInterviews,
    Reports,
    ReviewAccess,
    ReviewNotes,
    Reviewers,
    Scorecards,
  ],
})
export class ScoringModule {}
