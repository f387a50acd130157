import { Controller } from '@nestjs/common';
import type { ContactWay, Decide, DecideResult } from '@zhiyu/contracts/application';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import type { TalentPoolInput } from '@zhiyu/contracts/talent-pool';
import { routes } from '@zhiyu/contracts/routes';
import { CandidateFlow } from '../interviews/candidate-flow.service.js';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { CandidateChoices } from './candidate-choices.service.js';
import { CandidateStatusReader } from './candidate-status.service.js';
import { ContactWays } from './contact-ways.service.js';
import { StaffDecisions } from './staff-decisions.service.js';

@Controller()
export class WorkflowController {
  constructor(
    private readonly staffDecisions: StaffDecisions,
    private readonly choices: CandidateChoices,
    private readonly status: CandidateStatusReader,
    private readonly flow: CandidateFlow,
    private readonly contacts: ContactWays,
  ) {}

  @Bind(routes.decide)
  @Can('application.decide', { object: 'id' })
  decide(actor: StaffActor, input: Decide): Promise<DecideResult> {
    return this.staffDecisions.decide(actor, input);
  }

  @Bind(routes.invite)
  @Can('application.invite', { object: 'id' })
  async invite(actor: StaffActor, input: { id: string }): Promise<Done> {
    await this.staffDecisions.invite(actor, input.id);
    return { done: true };
  }

  @Bind(routes.contactWay)
  @Can('application.invite', { object: 'id' })
  contactWay(actor: StaffActor, input: { id: string }): Promise<ContactWay> {
    return this.contacts.of(actor, input.id);
  }

  @Bind(routes.finishInterview)
  @Can('own.answer')
  async finish(actor: CandidateActor, _input: Nothing): Promise<CandidateStatus> {
    await this.flow.finish(actor);
    return this.status.view(actor);
  }

  @Bind(routes.candidateStatus)
  @Can('own.view')
  candidateStatus(actor: CandidateActor): Promise<CandidateStatus> {
    return this.status.view(actor);
  }

  @Bind(routes.askForPerson)
  @Can('own.decide')
  async askForPerson(actor: CandidateActor): Promise<Done> {
    await this.choices.askForPerson(actor);
    return { done: true };
  }

  @Bind(routes.talentPool)
  @Can('own.decide')
  async talentPool(actor: CandidateActor, input: TalentPoolInput): Promise<CandidateStatus> {
    await this.choices.talentPool(actor, input.given);
    return this.status.view(actor);
  }

  @Bind(routes.withdraw)
  @Can('own.decide')
  async withdraw(actor: CandidateActor): Promise<CandidateStatus> {
    await this.choices.withdraw(actor);
    return this.status.view(actor);
  }
}
