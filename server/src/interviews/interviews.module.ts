import { Global, Module } from '@nestjs/common';
import { Arrangements } from './arrangements.service.js';
import { AddedQuestions } from './added-questions.service.js';
import { AttemptEnd } from './attempt-end.service.js';
import { AttemptStart } from './attempt-start.service.js';
import { AttemptTracks } from './attempt-tracks.service.js';
import { Calendars } from './calendars.service.js';
import { CandidateAttempts } from './candidate-attempts.service.js';
import { CandidateDoor } from './candidate-door.service.js';
import { CandidateFlow } from './candidate-flow.service.js';
import { InterviewReader } from './interview-reader.js';
import { InterviewsController } from './interviews.controller.js';
import { Invitations } from './invitations.service.js';
import { MediaFiles } from './media/media-files.js';
import { MediaService } from './media/media.service.js';
import { OwnGroupsController } from './own-groups.controller.js';
import { OwnGroupsDesk } from './own-groups.service.js';
import { OwnAudio } from './read-aloud/own-audio.service.js';
import { OwnCopy } from './own-copy.service.js';
import { OwnUploads, Viewers } from './media-access.js';
import { ReadAheadJob } from './read-aloud/read-ahead.job.js';
import { SyntheticAudios } from './read-aloud/synthetic-audios.service.js';
import { LineWatch } from './live/line-watch.service.js';
import { StaffHolds } from './live/staff-holds.service.js';
import { HeldTimes } from './meetings/held-times.service.js';
import { Pauses } from './pauses.service.js';
import { RetentionJob } from './media/retention.job.js';
import { SealJob } from './media/seal.job.js';
import { ResumeQuestionDesk } from './resume-question-desk.service.js';
import { ResumeQuestionsController } from './resume-questions.controller.js';
import { StaffQuestions } from './staff-questions.service.js';
import { StaffWords } from './staff-words.service.js';
import { Captions } from './captions/captions.service.js';
import { LiveCaptions } from './captions/live-captions.service.js';
import { Faces } from './observation/faces.service.js';
import { Facts } from './observation/facts.service.js';
import { ObservationController } from './observation/observation.controller.js';
import { Observations } from './observation/observations.service.js';
import { SoundFacts } from './sound/sound-facts.service.js';
import { Surveys } from './surveys.service.js';
import { Transcripts } from './transcripts.service.js';

const services = [
  Arrangements,
  AddedQuestions,
  AttemptEnd,
  AttemptStart,
  AttemptTracks,
  Calendars,
  CandidateAttempts,
  CandidateDoor,
  CandidateFlow,
  Faces,
  HeldTimes,
  InterviewReader,
  LineWatch,
  StaffHolds,
  Invitations,
  MediaFiles,
  MediaService,
  OwnCopy,
  OwnGroupsDesk,
  Pauses,
  SoundFacts,
  Surveys,
  Transcripts,
];

@Global()
@Module({
  controllers: [
    InterviewsController,
    ObservationController,
    OwnGroupsController,
    ResumeQuestionsController,
  ],
  providers: [
    ...services,
    Captions,
    LiveCaptions,
    Facts,
    Observations,
    OwnAudio,
    ReadAheadJob,
    SyntheticAudios,
    OwnUploads,
    Viewers,
    RetentionJob,
    SealJob,
    StaffQuestions,
    StaffWords,
    ResumeQuestionDesk,
  ],
  exports: services,
})
export class InterviewsModule {}
