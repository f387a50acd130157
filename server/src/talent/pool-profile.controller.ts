import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type {
  AddPoolNote,
  OwnPool,
  PoolRules as RulesView,
  RemovePoolNote,
  SetOwnPool,
  SetPlace,
  SetPoolProfile,
  SetPoolRule,
} from '@zhiyu/contracts/pool-profile';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { OwnPoolDesk } from './own-pool.service.js';
import { PoolDesk } from './pool-desk.service.js';
import { PoolRules } from './pool-rules.service.js';

@Controller()
export class PoolProfileController {
  constructor(
    private readonly desk: PoolDesk,
    private readonly rules: PoolRules,
    private readonly own: OwnPoolDesk,
  ) {}

  @Bind(routes.setPoolProfile)
  @Can('talent.note', { object: 'id' })
  async setPoolProfile(actor: StaffActor, input: SetPoolProfile): Promise<Done> {
    await this.desk.profile(actor, input);
    return { done: true };
  }

  @Bind(routes.addPoolNote)
  @Can('talent.note', { object: 'id' })
  async addPoolNote(actor: StaffActor, input: AddPoolNote): Promise<Done> {
    await this.desk.note(actor, input);
    return { done: true };
  }

  @Bind(routes.removePoolNote)
  @Can('talent.note', { object: 'id' })
  async removePoolNote(actor: StaffActor, input: RemovePoolNote): Promise<Done> {
    await this.desk.removeNote(actor, input);
    return { done: true };
  }

  @Bind(routes.poolRules)
  @Can('talent.rules')
  poolRules(actor: StaffActor, _input: Nothing): Promise<RulesView> {
    return this.rules.view(actor);
  }

  @Bind(routes.setPoolRule)
  @Can('talent.rules')
  setPoolRule(actor: StaffActor, input: SetPoolRule): Promise<RulesView> {
    return this.rules.set(actor, input);
  }

  @Bind(routes.setPlace)
  @Can('talent.rules', { object: 'id' })
  setPlace(actor: StaffActor, input: SetPlace): Promise<RulesView> {
    return this.rules.place(actor, input);
  }

  @Bind(routes.ownPool)
  @Can('own.view')
  ownPool(actor: CandidateActor, _input: Nothing): Promise<OwnPool> {
    return this.own.view(actor);
  }

  @Bind(routes.setOwnPool)
  @Can('own.decide')
  setOwnPool(actor: CandidateActor, input: SetOwnPool): Promise<OwnPool> {
    return this.own.set(actor, input);
  }
}
