import { Controller } from '@nestjs/common';
import type {
  ApplicationList,
  Apply,
  ApplyResult,
  ListApplications,
  ResumeDraft,
  UploadResult,
} from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type {
  ApproveRule,
  ChangePosition,
  CreatePosition,
  PositionDetail,
  PositionList,
  PublicPosition,
  SavePosition,
  TemplateList,
} from '@zhiyu/contracts/position';
import type { CreateLink, SourceLink, SourceLinkList } from '@zhiyu/contracts/source-link';
import type { StaffActor, Visitor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind, type Http } from '../platform/http/bind.js';
import { keyOf } from '../platform/http/idempotency.interceptor.js';
import { idFrom } from '../platform/time/ids.js';
import { Applications } from './applications.service.js';
import { mustBeFile } from './handed-file.js';
import { HandedIn } from './handed-in.service.js';
import { type HandIn, Intake } from './intake.service.js';
import { Links } from './links.service.js';
import { Positions } from './positions.service.js';

/** The id of what this request creates, the same when it is repeated under its key. */
function actId(what: string, actor: StaffActor, http: Http): string {
  return idFrom(what, actor.id, keyOf(http.reply.request));
}

@Controller()
export class RecruitingController {
  constructor(
    private readonly positions: Positions,
    private readonly links: Links,
    private readonly intake: Intake,
    private readonly applications: Applications,
    private readonly handedIn: HandedIn,
  ) {}

  @Bind(routes.templates)
  @Can('position.view')
  templates(): Promise<TemplateList> {
    return Promise.resolve(this.positions.templates());
  }

  @Bind(routes.listPositions)
  @Can('position.view')
  async list(actor: StaffActor): Promise<PositionList> {
    return { positions: await this.positions.list(actor) };
  }

  @Bind(routes.position)
  @Can('position.view')
  position(actor: StaffActor, input: { id: string }): Promise<PositionDetail> {
    return this.positions.detail(actor, input.id);
  }

  @Bind(routes.createPosition)
  @Can('position.edit')
  create(
    actor: StaffActor,
    input: CreatePosition,
    _file: Buffer,
    http: Http,
  ): Promise<PositionDetail> {
    return this.positions.create(actor, input, actId('position', actor, http));
  }

  @Bind(routes.savePosition)
  @Can('position.edit', { object: 'id' })
  save(actor: StaffActor, input: SavePosition): Promise<PositionDetail> {
    return this.positions.save(actor, input);
  }

  @Bind(routes.changePosition)
  @Can('position.edit', { object: 'id' })
  change(actor: StaffActor, input: ChangePosition): Promise<PositionDetail> {
    return this.positions.change(actor, input);
  }

  @Bind(routes.approveRule)
  @Can('position.approve', { object: 'id' })
  approveRule(actor: StaffActor, input: ApproveRule): Promise<PositionDetail> {
    return this.positions.approveRule(actor, input);
  }

  @Bind(routes.listLinks)
  @Can('position.view')
  async listLinks(actor: StaffActor, input: { id: string }): Promise<SourceLinkList> {
    return { links: await this.links.list(actor, input.id) };
  }

  @Bind(routes.createLink)
  @Can('position.edit', { object: 'positionId' })
  createLink(actor: StaffActor, input: CreateLink, _file: Buffer, http: Http): Promise<SourceLink> {
    return this.links.create(actor, input, actId('link', actor, http));
  }

  @Bind(routes.publicPosition)
  @Can('open')
  publicPosition(visitor: Visitor, input: { code: string }): Promise<PublicPosition> {
    return this.links.open(input.code, visitor.locale);
  }

  @Bind(routes.readResume)
  @Can('open')
  readResume(
    { locale }: Visitor,
    { code, name }: { code: string; name: string },
    file: Buffer,
  ): Promise<ResumeDraft> {
    return this.intake.readForVisitor({ code, locale }, name, mustBeFile(file));
  }

  @Bind(routes.apply)
  @Can('open')
  apply(visitor: Visitor, input: Apply): Promise<ApplyResult> {
    return this.intake.apply(visitor, input);
  }

  @Bind(routes.uploadResume)
  @Can('application.add', { object: 'id' })
  upload(actor: StaffActor, input: HandIn, file: Buffer): Promise<UploadResult> {
    return this.handedIn.upload(actor, input, mustBeFile(file));
  }

  @Bind(routes.listApplications)
  @Can('application.view', { views: true })
  listApplications(actor: StaffActor, input: ListApplications): Promise<ApplicationList> {
    return this.applications.list(actor, input);
  }
}
