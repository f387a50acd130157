import { Controller } from '@nestjs/common';
import type { ResumeDraft } from '@zhiyu/contracts/application';
import type {
  CandidateFound,
  EnterCandidate,
  EnteredCandidate,
  LookForCandidate,
} from '@zhiyu/contracts/candidate-entry';
import type { ReadCandidates } from '@zhiyu/contracts/candidate-sheet';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { mustBeFile } from '../handed-file.js';
import { CandidateLook } from './candidate-look.service.js';
import { HandEntry } from './hand-entry.service.js';

/** One candidate by hand. */
@Controller()
export class HandEntryController {
  constructor(
    private readonly entry: HandEntry,
    private readonly before: CandidateLook,
  ) {}

  @Bind(routes.readCandidateResume)
  @Can('application.add', { object: 'id' })
  read(actor: StaffActor, input: ReadCandidates, file: Buffer): Promise<ResumeDraft> {
    return this.entry.read(actor, input, mustBeFile(file));
  }

  @Bind(routes.lookForCandidate)
  @Can('application.add', { object: 'id', views: true })
  look(actor: StaffActor, input: LookForCandidate): Promise<CandidateFound> {
    return this.before.look(actor, input);
  }

  @Bind(routes.enterCandidate)
  @Can('application.add', { object: 'id' })
  enter(actor: StaffActor, input: EnterCandidate): Promise<EnteredCandidate> {
    return this.entry.enter(actor, input);
  }
}
