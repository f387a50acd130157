import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import type { AskHeard, Heard } from '@zhiyu/contracts/captions';
import type { WriteTranscript } from '@zhiyu/contracts/interview';
import type {
  ExplainFact,
  FactList,
  NoteFace,
  NoteFacts,
  Observation,
} from '@zhiyu/contracts/observation';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { Captions } from '../captions/captions.service.js';
import { LiveCaptions } from '../captions/live-captions.service.js';
import { Faces } from './faces.service.js';
import { Facts } from './facts.service.js';
import { Observations } from './observations.service.js';

@Controller()
export class ObservationController {
  constructor(
    private readonly facts: Facts,
    private readonly faces: Faces,
    private readonly observations: Observations,
    private readonly captions: Captions,
    private readonly live: LiveCaptions,
  ) {}

  @Bind(routes.noteFacts)
  @Can('own.answer')
  async note(actor: CandidateActor, input: NoteFacts): Promise<Done> {
    await this.facts.note(actor, input);
    return { done: true };
  }

  @Bind(routes.ownFacts)
  @Can('own.view')
  own(actor: CandidateActor): Promise<FactList> {
    return this.facts.own(actor);
  }

  @Bind(routes.explainFact)
  @Can('own.answer', { object: 'id' })
  explain(actor: CandidateActor, input: ExplainFact): Promise<FactList> {
    return this.facts.explain(actor, input);
  }

  @Bind(routes.noteFace)
  @Can('own.answer', { object: 'attemptId' })
  async face(actor: CandidateActor, input: NoteFace): Promise<Done> {
    await this.faces.note(actor, input);
    return { done: true };
  }

  @Bind(routes.heardSoFar)
  @Can('own.view', { object: 'attemptId' })
  heardSoFar(actor: CandidateActor, input: AskHeard): Promise<Heard> {
    return this.live.soFar(actor, input);
  }

  @Bind(routes.noteCaptions)
  @Can('own.answer', { object: 'attemptId' })
  async noteCaptions(actor: CandidateActor, input: WriteTranscript): Promise<Done> {
    await this.captions.note(actor, input);
    return { done: true };
  }

  @Bind(routes.observation)
  @Can('report.view', { object: 'id', views: true })
  observation(actor: StaffActor, input: { id: string }): Promise<Observation> {
    return this.observations.view(actor, input.id);
  }
}
