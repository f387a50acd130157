import {
  CohortCount,
  CountedApplication,
  DashboardCount,
  Projection,
} from './analytics/projection.entity.js';
import { OfferRow } from './recruiting/entities/offer.entity.js';
import { HeldDecisionRow } from './recruiting/entities/held-decision.entity.js';
import { IntakeBatchRow, IntakeItemRow } from './recruiting/entities/intake-batch.entity.js';
import { BulkOrderRow } from './recruiting/entities/bulk-order.entity.js';
import { SavedViewRow } from './recruiting/entities/saved-view.entity.js';
import {
  AskedReviewer,
  ReviewNoteRow,
  ReviewPresenceRow,
  ScorecardRow,
} from './scoring/review/scorecard.entity.js';
import { CandidateAddress, ChannelEventRow } from './notify/channel.entity.js';
import { CardRow, Delivery, Press } from './notify/card.entity.js';
import { CardText } from './notify/texts/card-text.entity.js';
import {
  Answer,
  AskedQuestion,
  AttemptRow,
  Interview,
  TranscriptRow,
} from './interviews/entities/interview.entity.js';
import { SyntheticAudio } from './interviews/read-aloud/synthetic-audio.entity.js';
import { ChangeRequestRow } from './recruiting/entities/change-request.entity.js';
import { ProcessMeeting } from './recruiting/entities/process-meeting.entity.js';
import { StaffWordRow } from './interviews/live/staff-word.entity.js';
import { HeldTime, MeetingRow } from './interviews/meetings/meeting.entity.js';
import { Arrangement } from './interviews/entities/arrangement.entity.js';
import { FaceBatch, InterviewFact } from './interviews/observation/observation.entity.js';
import { SoundFactsRow } from './interviews/sound/sound-facts.entity.js';
import { SurveyAnswer, SurveyDone } from './interviews/entities/survey.entity.js';
import { ProgramDraft, SnapshotBatch, SubmissionRow } from './interviews/coding/program.entity.js';
import { Media } from './interviews/media/media.entity.js';
import { DataKey } from './platform/crypto/data-key.entity.js';
import { Session } from './platform/auth/session.entity.js';
import { Setting } from './platform/database/setting.entity.js';
import { EventCounter, EventRow } from './platform/events/event.entity.js';
import { ChannelState } from './platform/kept-values/channel-state.entity.js';
import { IdempotencyRow } from './platform/http/idempotency.entity.js';
import { Job } from './platform/jobs/job.entity.js';
import { AuditEntry, AuditHead } from './privacy/audit.entity.js';
import { Consent } from './privacy/consent.entity.js';
import { Unmasking } from './candidate-file/masking/unmasking.entity.js';
import { GroupStatement } from './privacy/group-statement.entity.js';
import { CandidateRequest } from './privacy/request.entity.js';
import { PoolNoteRow, PoolProfileRow } from './talent/pool-profile.entity.js';
import { Place, PoolRuleRow } from './talent/pool-rule.entity.js';
import { PoolTag } from './talent/pool-tag.entity.js';
import { PoolInvitation } from './talent/pool-invitation.entity.js';
import { PersonTie } from './privacy/person-tie.entity.js';
import { PerformanceRow } from './recruiting/entities/performance.entity.js';
import { Person, PersonIdentity, SearchToken } from './privacy/person.entity.js';
import {
  Application,
  Decision,
  PromiseRow,
  Resume,
  ResumeDraftRow,
} from './recruiting/entities/application.entity.js';
import {
  BankItemRow,
  BankItemVersion,
  QuestionExposure,
} from './recruiting/entities/bank-item.entity.js';
import { Position, PositionVersion, SourceLinkRow } from './recruiting/entities/position.entity.js';
import { PositionProposal } from './recruiting/entities/position-proposal.entity.js';
import { QuestionAudio } from './recruiting/entities/question-audio.entity.js';
import { ResumeQuestionRow } from './recruiting/entities/resume-question.entity.js';
import {
  CalibrationRow,
  CalibrationVersionRow,
  GradeCardsRow,
  GradedAnswerRow,
  GradeRow,
} from './scoring/grading/calibration.entity.js';
import { ItemPoint, ItemStatistic } from './scoring/items/item.entity.js';
import { LlmReadingRow } from './scoring/llm/llm-reading.entity.js';
import { DeliveryValue, DimensionValue, ReportRow } from './scoring/report.entity.js';
import {
  SittingRow,
  TestAnswerRow,
  TestResultRow,
  WrittenTestRow,
  WrittenTestVersion,
} from './scoring/written-tests/written-test.entity.js';
import { ChatDepartmentRow } from './staff/chat-department.entity.js';
import { ChatIdentity } from './staff/chat-identity.entity.js';
import { Company, CompanyLogo, Department } from './staff/company.entity.js';
import { DeliveryWeight } from './staff/delivery-weights/delivery-weight.entity.js';
import { FeedbackRow } from './staff/feedback/feedback.entity.js';
import { OneTimeLink, StaffUser } from './staff/staff-user.entity.js';

/** Every table of the product. */
export const entities = [
  Answer,
  Application,
  Arrangement,
  AskedQuestion,
  AttemptRow,
  AuditEntry,
  AuditHead,
  BankItemRow,
  BankItemVersion,
  CalibrationRow,
  CalibrationVersionRow,
  CandidateAddress,
  CandidateRequest,
  CardRow,
  CardText,
  ChannelEventRow,
  ChannelState,
  ChatDepartmentRow,
  ChatIdentity,
  Company,
  CompanyLogo,
  Consent,
  BulkOrderRow,
  HeldDecisionRow,
  OfferRow,
  IntakeBatchRow,
  IntakeItemRow,
  CohortCount,
  CountedApplication,
  DashboardCount,
  DataKey,
  Decision,
  Delivery,
  Department,
  EventCounter,
  EventRow,
  FaceBatch,
  FeedbackRow,
  GroupStatement,
  GradeCardsRow,
  GradedAnswerRow,
  GradeRow,
  SoundFactsRow,
  IdempotencyRow,
  Interview,
  InterviewFact,
  ItemPoint,
  ItemStatistic,
  Job,
  LlmReadingRow,
  Media,
  MeetingRow,
  HeldTime,
  StaffWordRow,
  OneTimeLink,
  Person,
  PersonIdentity,
  PersonTie,
  PoolInvitation,
  PoolTag,
  PoolProfileRow,
  PoolNoteRow,
  PoolRuleRow,
  Place,
  PerformanceRow,
  Position,
  PositionProposal,
  PositionVersion,
  QuestionAudio,
  SyntheticAudio,
  QuestionExposure,
  Press,
  ProgramDraft,
  Projection,
  ProcessMeeting,
  ChangeRequestRow,
  PromiseRow,
  ReportRow,
  DeliveryValue,
  DeliveryWeight,
  DimensionValue,
  AskedReviewer,
  ReviewNoteRow,
  ReviewPresenceRow,
  ScorecardRow,
  Resume,
  ResumeDraftRow,
  ResumeQuestionRow,
  SavedViewRow,
  SearchToken,
  Session,
  Setting,
  SittingRow,
  SnapshotBatch,
  SourceLinkRow,
  StaffUser,
  SurveyAnswer,
  SurveyDone,
  SubmissionRow,
  TestAnswerRow,
  TestResultRow,
  TranscriptRow,
  Unmasking,
  WrittenTestRow,
  WrittenTestVersion,
];
