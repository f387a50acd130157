import { Global, Module } from '@nestjs/common';
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
import { Presses } from './presses.service.js';
import { ReachJob } from './reach.job.js';

@Global()
@Module({
  controllers: [NotifyController, ChannelsController],
  providers: [
    CardStore,
    Channels,
    Presses,
    Cards,
    CardActions,
    Deliveries,
    DeliverJob,
    ReachJob,
    ChannelDesk,
    ChannelAdmin,
    CardGallery,
  ],
  exports: [Cards, CardActions, Channels, ChannelDesk],
})
export class NotifyModule {}
