import { Global, Module } from '@nestjs/common';
import { AddressBook } from '../notify/address-book.js';
import { CandidateDialogue } from '../notify/candidate-dialogue.js';
import { AlertFlow } from './alert.flow.js';
import { ApprovalFlow } from './approval.flow.js';
import { Audience } from './audience.js';
import { CandidateChoices } from './candidate-choices.service.js';
import { CandidateDialogueFlow } from './candidate-dialogue.flow.js';
import { CandidateStatusReader } from './candidate-status.service.js';
import { ChannelAlerts } from './channel-alerts.js';
import { Decisions } from './decisions.service.js';
import { ChatMembersFlow } from './chat-members.flow.js';
import { CompanyAddressBook } from './address-book.js';
import { ConsentCopyFlow } from './consent-copy.flow.js';
import { ContactWays } from './contact-ways.service.js';
import { DigestController } from './digest.controller.js';
import { DigestFlow } from './digest.flow.js';
import { DigestPlans } from './digest-plans.service.js';
import { ErasureFlow } from './erasure.flow.js';
import { GradeCardsFlow } from './grade-cards.flow.js';
import { GroupResultFlow } from './group-result.flow.js';
import { InvitationCards } from './invitation-cards.js';
import { InvitationFlow } from './invitation.flow.js';
import { LateWordsFlow } from './late-words.flow.js';
import { MeetingCalendarFlow } from './meeting-calendar.flow.js';
import { NextQuestion } from '../interviews/next-question.js';
import { FollowUpWording } from './follow-up-wording.js';
import { NextQuestionFlow } from './next-question.flow.js';
import { OwnDataReader } from './own-data.service.js';
import { OwnPageController } from './own-page.controller.js';
import { OwnPages } from './own-page.service.js';
import { PileAlerts } from './pile-alerts.js';
import { PromiseAlertFlow } from './promise-alert.flow.js';
import { PromiseFlow } from './promise.flow.js';
import { Receivers } from './receivers.js';
import { RecruitingGroup } from './recruiting-group.js';
import { RequestEffects } from './request-effects.js';
import { RequestFlow } from './request.flow.js';
import { ResultFlow } from './result.flow.js';
import { ReviewFlow } from './review.flow.js';
import { Wordings } from './wordings.js';
import { Results } from './results.js';
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
  controllers: [WorkflowController, WishesController, OwnPageController, DigestController],
  providers: [
    AlertFlow,
    ApprovalFlow,
    Audience,
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
    DigestPlans,
    ErasureFlow,
    GradeCardsFlow,
    GroupResultFlow,
    InvitationCards,
    InvitationFlow,
    LateWordsFlow,
    MeetingCalendarFlow,
    FollowUpWording,
    NextQuestionFlow,
    { provide: NextQuestion, useExisting: NextQuestionFlow },
    OwnDataReader,
    OwnPages,
    PileAlerts,
    PromiseAlertFlow,
    PromiseFlow,
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
    TestFlow,
    Wishes,
    WorkingTime,
  ],
  exports: [AddressBook, CandidateDialogue, Decisions, InvitationFlow, NextQuestion],
})
export class WorkflowModule {}
