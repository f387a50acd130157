import { Controller } from '@nestjs/common';
import type { UploadResult } from '@zhiyu/contracts/application';
import type {
  CandidateSheet,
  ImportCandidates,
  ReadCandidates,
} from '@zhiyu/contracts/candidate-sheet';
import type {
  AddPerformance,
  InternalView,
  PerformanceList,
  RemovePerformance,
} from '@zhiyu/contracts/performance';
import type { OpenArchive, ResumeArchive, TakeFromArchive } from '@zhiyu/contracts/resume-archive';
import { routes } from '@zhiyu/contracts/routes';
import type {
  MergePreview,
  OtherPerson,
  PersonAround,
  UndoMerge,
} from '@zhiyu/contracts/same-person';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { mustBeFile } from '../handed-file.js';
import { ResumeArchives } from '../archives/archives.service.js';
import { CandidateSheets } from '../candidate-sheet/candidate-sheet.service.js';
import { InternalApplications } from '../internal/internal.service.js';
import { Merging } from './merging.service.js';

type ById = { id: string };

/** Around the person of an application, and people from a table. */
@Controller()
export class PersonController {
  constructor(
    private readonly merging: Merging,
    private readonly internal: InternalApplications,
    private readonly sheets: CandidateSheets,
    private readonly archives: ResumeArchives,
  ) {}

  @Bind(routes.personAround)
  @Can('application.view', { object: 'id', views: true })
  around(actor: StaffActor, { id }: ById): Promise<PersonAround> {
    return this.merging.around(actor, id);
  }

  @Bind(routes.mergePreview)
  @Can('application.merge', { object: 'id', views: true })
  preview(actor: StaffActor, input: OtherPerson): Promise<MergePreview> {
    return this.merging.preview(actor, input);
  }

  @Bind(routes.mergePeople)
  @Can('application.merge', { object: 'id' })
  merge(actor: StaffActor, input: OtherPerson): Promise<PersonAround> {
    return this.merging.merge(actor, input);
  }

  @Bind(routes.keepApart)
  @Can('application.merge', { object: 'id' })
  apart(actor: StaffActor, input: OtherPerson): Promise<PersonAround> {
    return this.merging.apart(actor, input);
  }

  @Bind(routes.undoMerge)
  @Can('application.merge', { object: 'id' })
  undo(actor: StaffActor, input: UndoMerge): Promise<PersonAround> {
    return this.merging.undo(actor, input);
  }

  @Bind(routes.internalView)
  @Can('application.view', { object: 'id', views: true })
  internalView(actor: StaffActor, { id }: ById): Promise<InternalView> {
    return this.internal.view(actor, id);
  }

  @Bind(routes.performance)
  @Can('performance.view', { object: 'id', views: true })
  performance(actor: StaffActor, { id }: ById): Promise<PerformanceList> {
    return this.internal.list(actor, id);
  }

  @Bind(routes.addPerformance)
  @Can('performance.edit', { object: 'id' })
  addPerformance(actor: StaffActor, input: AddPerformance): Promise<PerformanceList> {
    return this.internal.add(actor, input);
  }

  @Bind(routes.removePerformance)
  @Can('performance.edit', { object: 'id' })
  removePerformance(actor: StaffActor, input: RemovePerformance): Promise<PerformanceList> {
    return this.internal.remove(actor, input);
  }

  @Bind(routes.readCandidates)
  @Can('application.add', { object: 'id' })
  readCandidates(actor: StaffActor, input: ReadCandidates, file: Buffer): Promise<CandidateSheet> {
    return this.sheets.preview(actor, input, file);
  }

  @Bind(routes.importCandidates)
  @Can('application.add', { object: 'id' })
  importCandidates(
    actor: StaffActor,
    input: ImportCandidates,
    file: Buffer,
  ): Promise<CandidateSheet> {
    return this.sheets.store(actor, input, file);
  }

  @Bind(routes.openArchive)
  @Can('application.add', { object: 'id' })
  openArchive(actor: StaffActor, input: OpenArchive, file: unknown): Promise<ResumeArchive> {
    return this.archives.open(actor, input, mustBeFile(file));
  }

  @Bind(routes.takeFromArchive)
  @Can('application.add', { object: 'id' })
  takeFromArchive(actor: StaffActor, input: TakeFromArchive): Promise<UploadResult> {
    return this.archives.take(actor, input);
  }
}
