import { Controller } from '@nestjs/common';
import type {
  SaveTexts,
  TextPreview,
  TextPreviewInput,
  TextQuery,
  TextView,
} from '@zhiyu/contracts/card-texts';
import type { Gallery, GalleryQuery } from '@zhiyu/contracts/gallery';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { CardTextAdmin } from './card-text-admin.service.js';
import { CardTexts } from './card-texts.service.js';

/** The cards and their words, for those who run the system. */
@Controller()
export class CardTextsController {
  constructor(
    private readonly admin: CardTextAdmin,
    private readonly texts: CardTexts,
  ) {}

  @Bind(routes.cardGallery)
  @Can('system.view')
  cardGallery(actor: StaffActor, query: GalleryQuery): Promise<Gallery> {
    return this.admin.show(actor, query);
  }

  @Bind(routes.cardTexts)
  @Can('system.view')
  cardTexts(actor: StaffActor, query: TextQuery): Promise<TextView> {
    return this.texts.view(actor, query);
  }

  @Bind(routes.previewTexts)
  @Can('system.view')
  previewTexts(actor: StaffActor, input: TextPreviewInput): Promise<TextPreview> {
    return this.admin.preview(actor, input);
  }

  @Bind(routes.saveTexts)
  @Can('system.edit')
  saveTexts(actor: StaffActor, input: SaveTexts): Promise<TextView> {
    return this.texts.save(actor, input);
  }
}
