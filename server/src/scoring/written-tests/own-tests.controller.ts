import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type {
  BeginTest,
  KeepTestAnswer,
  KeptTestAnswer,
  OwnTest,
  OwnTestList,
} from '@zhiyu/contracts/written-tests';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { OwnTests } from './own-tests.service.js';

@Controller()
export class OwnTestsController {
  constructor(private readonly tests: OwnTests) {}

  @Bind(routes.ownTests)
  @Can('own.view')
  list(actor: CandidateActor, _input: Nothing): Promise<OwnTestList> {
    return this.tests.list(actor);
  }

  @Bind(routes.ownTest)
  @Can('own.view')
  view(actor: CandidateActor, input: { id: string }): Promise<OwnTest> {
    return this.tests.view(actor, input.id);
  }

  @Bind(routes.beginTest)
  @Can('own.answer', { object: 'id' })
  begin(actor: CandidateActor, input: BeginTest): Promise<OwnTest> {
    return this.tests.begin(actor, input);
  }

  @Bind(routes.keepTestAnswer)
  @Can('own.answer', { object: 'id' })
  keep(actor: CandidateActor, input: KeepTestAnswer): Promise<KeptTestAnswer> {
    return this.tests.keep(actor, input);
  }

  @Bind(routes.submitTest)
  @Can('own.answer', { object: 'id' })
  submit(actor: CandidateActor, input: { id: string }): Promise<OwnTest> {
    return this.tests.submit(actor, input.id);
  }
}
