import { Global, Module } from '@nestjs/common';
import { CardActions } from './card-actions.js';
import { CardStore } from './card-store.js';
import { Cards } from './cards.service.js';
import { Channels } from './channels.js';
import { DeliverJob } from './deliver.job.js';
import { NotifyController } from './notify.controller.js';
import { Presses } from './presses.service.js';

@Global()
@Module({
  controllers: [NotifyController],
  providers: [CardStore, Channels, Presses, Cards, CardActions, DeliverJob],
  exports: [Cards, CardActions],
})
export class NotifyModule {}
