import { Global, Module } from '@nestjs/common';
import { AddressBook } from '../notify/address-book.js';
import { ApprovalFlow } from './approval.flow.js';
import { Audience } from './audience.js';
import { CandidateChoices } from './candidate-choices.service.js';
import { CandidateStatusReader } from './candidate-status.service.js';
import { Decisions } from './decisions.service.js';
import { ChatMembersFlow } from './chat-members.flow.js';
import { CompanyAddressBook } from './address-book.js';
import { ContactWays } from './contact-ways.service.js';
import { InvitationFlow } from './invitation.flow.js';
import { PromiseFlow } from './promise.flow.js';
import { ResultFlow } from './result.flow.js';
import { Results } from './results.js';
import { ScreeningFlow } from './screening.flow.js';
import { StaffDecisions } from './staff-decisions.service.js';
import { WorkflowController } from './workflow.controller.js';

/** What follows what. */
@Global()
@Module({
  controllers: [WorkflowController],
  providers: [
    ApprovalFlow,
    Audience,
    CandidateChoices,
    CandidateStatusReader,
    ChatMembersFlow,
    CompanyAddressBook,
    ContactWays,
    { provide: AddressBook, useExisting: CompanyAddressBook },
    Decisions,
    InvitationFlow,
    PromiseFlow,
    ResultFlow,
    Results,
    ScreeningFlow,
    StaffDecisions,
  ],
  exports: [AddressBook, Decisions, InvitationFlow],
})
export class WorkflowModule {}
