import { Global, Module } from '@nestjs/common';
import { Workplace } from './workplace.js';

@Global()
@Module({ providers: [Workplace], exports: [Workplace] })
export class WorkplaceModule {}
