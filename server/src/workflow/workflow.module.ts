import { Global, Module } from '@nestjs/common';
import { AddressBook } from '../notify/address-book.js';
import { CandidateDialogue } from '../notify/candidate-dialogue.js';
import { AlertFlow } from './alert.flow.js';
import { ApprovalFlow } from './approval.flow.js';
import { Audience } from './audience.js';
import { BulkController } from './bulk.controller.js';
import { BulkOrders } from './bulk.service.js';
import { CandidateChoices } from './candidate-choices.service.js';
import { CandidateDialogueFlow } from './candidate-dialogue.flow.js';
import { CandidateStatusReader } from './candidate-status.service.js';
import { ChannelAlerts } from './channel-alerts.js';
import { Decisions } from './decisions.service.js';
import { ChatMembersFlow } from './chat-members.flow.js';
import { CompanyAddressBook } from './address-book.js';
import { ConsentCopyFlow } from './consent-copy.flow.js';
import { ContactWays } from './contact-ways.service.js';
import { DataRetentionController } from './data-retention/data-retention.controller.js';
import { DataRetentionJob } from './data-retention/data-retention.job.js';
import { DataRetention } from './data-retention/data-retention.service.js';
import { DeadlineController } from './deadline.controller.js';
import { Deadlines } from './deadlines.service.js';
import { DigestController } from './digest.controller.js';
import { DigestFlow } from './digest.flow.js';
import { MonthReportFlow } from './month-report.flow.js';
import { DigestPlans } from './digest-plans.service.js';
import { PoolController } from './pool.controller.js';
import { PoolFlow } from './pool.flow.js';
import { ErasureFlow } from './erasure.flow.js';
import { GradeCardsFlow } from './grade-cards.flow.js';
import { GroupResultFlow } from './group-result.flow.js';
import { HeldDecisionsController } from './held-decisions.controller.js';
import { HeldDecisions } from './held-decisions.service.js';
import { InvitationCards } from './invitation-cards.js';
import { InvitationFlow } from './invitation.flow.js';
import { LateWordsFlow } from './late-words.flow.js';
import { MeetingCalendarFlow } from './meetings/meeting-calendar.flow.js';
import { MeetingDesk } from './meetings/meeting-desk.service.js';
import { MeetingFlow } from './meetings/meeting.flow.js';
import { MeetingPlans } from './meetings/meeting-plans.service.js';
import { MeetingTimes } from './meetings/meeting-times.service.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { OwnMeetings } from './meetings/own-meetings.service.js';
import { RoundPeople } from './meetings/round-people.service.js';
import { RoundPeopleFlow } from './meetings/round-people.flow.js';
import { NextQuestion } from '../interviews/next-question.js';
import { FeedbackFlow } from './feedback.flow.js';
import { FollowUpWording } from './follow-up-wording.js';
import { NextQuestionFlow } from './next-question.flow.js';
import { OwnDataReader } from './own-data.service.js';
import { OwnPageController } from './own-page.controller.js';
import { OwnPages } from './own-page.service.js';
import { OfferApprovers } from './offers/offer-approvers.service.js';
import { OfferDesk } from './offers/offer-desk.service.js';
import { OfferFlow } from './offers/offer.flow.js';
import { OfferMessages } from './offers/offer-messages.service.js';
import { OfferSteps } from './offers/offer-steps.service.js';
import { OffersController } from './offers/offers.controller.js';
import { OwnOffers } from './offers/own-offers.service.js';
import { PassEvidences } from './pass-rate/pass-evidence.service.js';
import { ChangeRequests } from './pass-rate/change-requests.service.js';
import { PassAlertsController } from './pass-rate/pass-alerts.controller.js';
import { PassAlerts } from './pass-rate/pass-alerts.service.js';
import { PassLimitSettings } from './pass-rate/pass-limits.service.js';
import { PassPictures } from './pass-rate/pass-picture.service.js';
import { PassRateFlow } from './pass-rate/pass-rate.flow.js';
import { ProcessSteps } from './pass-rate/process-steps.service.js';
import { ProcessTimes } from './pass-rate/process-times.service.js';
import { QuestionEstimates } from './pass-rate/question-estimates.service.js';
import { ProcessCalendar } from './pass-rate/process-calendar.service.js';
import { ProcessMeetingsFlow } from './pass-rate/process-meetings.flow.js';
import { PileAlerts } from './pile-alerts.js';
import { PromiseAlertFlow } from './promise-alert.flow.js';
import { PromiseFlow } from './promise.flow.js';
import { ProposalFlow } from './proposal.flow.js';
import { RailController } from './rail.controller.js';
import { Rail } from './rail.service.js';
import { Receivers } from './receivers.js';
import { RecruitingGroup } from './recruiting-group.js';
import { RequestEffects } from './request-effects.js';
import { RequestFlow } from './request.flow.js';
import { ResultFlow } from './result.flow.js';
import { ReviewFlow } from './review.flow.js';
import { Wordings } from './wordings.js';
import { Results } from './results.js';
import { TakeBackController } from './take-back/take-back.controller.js';
import { TakeBack } from './take-back/take-back.service.js';
import { Removal } from './take-back/removal.service.js';
import { ScreeningFlow } from './screening.flow.js';
import { TestFlow } from './test.flow.js';
import { StaffDecisions } from './staff-decisions.service.js';
import { Wishes } from './wishes.service.js';
import { WishesController } from './wishes.controller.js';
import { WorkflowController } from './workflow.controller.js';
import { WorkingTime } from './working-time.js';

/** What follows what. */
@Global()
@Module({
  controllers: [
    PoolController,
    WorkflowController,
    WishesController,
    DataRetentionController,
    OwnPageController,
    DigestController,
    MeetingsController,
    DeadlineController,
    PassAlertsController,
    BulkController,
    RailController,
    TakeBackController,
    HeldDecisionsController,
    OffersController,
  ],
  providers: [
    AlertFlow,
    ApprovalFlow,
    Audience,
    BulkOrders,
    CandidateChoices,
    CandidateDialogueFlow,
    { provide: CandidateDialogue, useExisting: CandidateDialogueFlow },
    CandidateStatusReader,
    ChannelAlerts,
    ChatMembersFlow,
    CompanyAddressBook,
    ConsentCopyFlow,
    ContactWays,
    { provide: AddressBook, useExisting: CompanyAddressBook },
    Decisions,
    DigestFlow,
    MonthReportFlow,
    DigestPlans,
    ErasureFlow,
    PoolFlow,
    FeedbackFlow,
    GradeCardsFlow,
    GroupResultFlow,
    InvitationCards,
    InvitationFlow,
    LateWordsFlow,
    MeetingCalendarFlow,
    MeetingDesk,
    MeetingFlow,
    MeetingPlans,
    MeetingTimes,
    OwnMeetings,
    RoundPeople,
    RoundPeopleFlow,
    FollowUpWording,
    NextQuestionFlow,
    { provide: NextQuestion, useExisting: NextQuestionFlow },
    OwnDataReader,
    DataRetention,
    DataRetentionJob,
    OwnPages,
    OfferApprovers,
    OfferDesk,
    OfferFlow,
    OfferMessages,
    OfferSteps,
    OwnOffers,
    ChangeRequests,
    Deadlines,
    PassAlerts,
    PassEvidences,
    PassLimitSettings,
    PassPictures,
    PassRateFlow,
    ProcessSteps,
    ProcessTimes,
    QuestionEstimates,
    PileAlerts,
    ProcessCalendar,
    ProcessMeetingsFlow,
    PromiseAlertFlow,
    PromiseFlow,
    ProposalFlow,
    Rail,
    Receivers,
    RecruitingGroup,
    RequestEffects,
    RequestFlow,
    ResultFlow,
    Results,
    ReviewFlow,
    Wordings,
    ScreeningFlow,
    StaffDecisions,
    HeldDecisions,
    Removal,
    TakeBack,
    TestFlow,
    Wishes,
    WorkingTime,
  ],
  exports: [AddressBook, CandidateDialogue, Decisions, InvitationFlow, NextQuestion],
})
export class WorkflowModule {}
