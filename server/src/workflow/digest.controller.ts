import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type { DigestPlan, DigestState } from '@zhiyu/contracts/digest';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { DigestPlans } from './digest-plans.service.js';
import { RecruitingGroup } from './recruiting-group.js';

@Controller()
export class DigestController {
  constructor(
    private readonly plans: DigestPlans,
    private readonly group: RecruitingGroup,
  ) {}

  @Bind(routes.digestPlan)
  @Can('company.view')
  async plan({ companyId }: StaffActor, _input: Nothing): Promise<DigestState> {
    const plan = await this.plans.of(companyId);
    return { ...plan, hasGroup: await this.group.exists(companyId) };
  }

  @Bind(routes.saveDigestPlan)
  @Can('digest.edit')
  async save(actor: StaffActor, input: DigestPlan): Promise<Done> {
    await this.plans.save(actor, input);
    return { done: true };
  }
}
