import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type { OwnGroups, StatedGroups } from '@zhiyu/contracts/groups';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { OwnGroupsDesk } from './own-groups.service.js';

@Controller()
export class OwnGroupsController {
  constructor(private readonly desk: OwnGroupsDesk) {}

  @Bind(routes.ownGroups)
  @Can('own.view')
  ownGroups(actor: CandidateActor, _input: Nothing): Promise<OwnGroups> {
    return this.desk.view(actor);
  }

  @Bind(routes.stateGroups)
  @Can('own.decide')
  stateGroups(actor: CandidateActor, input: StatedGroups): Promise<OwnGroups> {
    return this.desk.state(actor, input);
  }

  @Bind(routes.dropGroups)
  @Can('own.decide')
  dropGroups(actor: CandidateActor, _input: Nothing): Promise<OwnGroups> {
    return this.desk.drop(actor);
  }
}
