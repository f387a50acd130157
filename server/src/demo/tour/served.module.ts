import { type DynamicModule, Module } from '@nestjs/common';
import { TourController } from './tour.controller.js';
import { Tours } from './tours.service.js';

/** The product as it is served, with the guided tour: the example company itself is made without it. */
@Module({ controllers: [TourController], providers: [Tours] })
export class ServedModule {
  static of(product: DynamicModule): DynamicModule {
    return { module: ServedModule, imports: [product] };
  }
}
