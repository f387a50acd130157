import { Global, Module } from '@nestjs/common';
import { CandidateQuestions } from './candidate-questions.js';
import { CardActions } from './card-actions.js';
import { CardStore } from './card-store.js';
import { Cards } from './cards.service.js';
import { ChannelAdmin } from './channel-admin.service.js';
import { ChannelDesk } from './channel-desk.js';
import { ChannelsController } from './channels.controller.js';
import { Channels } from './channels.js';
import { DeliverJob } from './deliver.job.js';
import { Deliveries } from './deliveries.service.js';
import { CardGallery } from './gallery/card-gallery.service.js';
import { NotifyController } from './notify.controller.js';
import { ChartPictures } from './pictures/chart-pictures.js';
import { Presses } from './presses.service.js';
import { ReachJob } from './reach.job.js';
import { CardTextAdmin } from './texts/card-text-admin.service.js';
import { CardTexts } from './texts/card-texts.service.js';
import { CardTextsController } from './texts/card-texts.controller.js';

@Global()
@Module({
  controllers: [NotifyController, ChannelsController, CardTextsController],
  providers: [
    CandidateQuestions,
    CardStore,
    Channels,
    ChartPictures,
    Presses,
    Cards,
    CardActions,
    Deliveries,
    DeliverJob,
    ReachJob,
    ChannelDesk,
    ChannelAdmin,
    CardGallery,
    CardTexts,
    CardTextAdmin,
  ],
  exports: [CardTexts, Cards, CardActions, Channels, ChannelDesk],
})
export class NotifyModule {}
