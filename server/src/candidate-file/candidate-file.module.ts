import { Global, Module } from '@nestjs/common';
import { Masks } from '../platform/auth/masks.js';
import { CandidateFileController } from './candidate-file.controller.js';
import { CandidateFile } from './candidate-file.service.js';
import { HandedOver } from './handed-over.service.js';
import { Identities } from './masking/identities.service.js';
import { MaskDesk } from './masking/mask-desk.service.js';
import { MaskingController } from './masking/masking.controller.js';
import { Messages } from './messages.service.js';
import { Masking } from './masking/masking.service.js';

/** One candidate on one page, and all that happened; who it is, where the company hides that. Global for `Masks`. */
@Global()
@Module({
  controllers: [CandidateFileController, MaskingController],
  providers: [
    CandidateFile,
    HandedOver,
    Messages,
    Identities,
    MaskDesk,
    Masking,
    { provide: Masks, useExisting: Masking },
  ],
  exports: [Masks],
})
export class CandidateFileModule {}
