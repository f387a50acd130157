import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import type { SavedViewList, SaveView, ViewCounts } from '@zhiyu/contracts/pipeline';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { SavedViews } from './saved-views.service.js';

@Controller()
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Bind(routes.listViews)
  @Can('application.view')
  list(actor: StaffActor): Promise<SavedViewList> {
    return this.views.list(actor);
  }

  @Bind(routes.viewCounts)
  @Can('application.view')
  counts(actor: StaffActor): Promise<ViewCounts> {
    return this.views.counts(actor);
  }

  @Bind(routes.saveView)
  @Can('application.view')
  save(actor: StaffActor, input: SaveView): Promise<SavedViewList> {
    return this.views.save(actor, input);
  }

  @Bind(routes.removeView)
  @Can('application.view', { object: 'id' })
  async remove(actor: StaffActor, input: { id: string }): Promise<Done> {
    await this.views.remove(actor, input.id);
    return { done: true };
  }
}
