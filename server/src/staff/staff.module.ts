import { Logos } from './logos.service.js';
import { Global, Module } from '@nestjs/common';
import { Rights } from '../platform/auth/can.js';
import { RightsTable } from './access.js';
import { AdminController } from './admin.controller.js';
import { AuthController } from './auth.controller.js';
import { ChatLinks } from './chats/chat-links.service.js';
import { ChatSignInService } from './chats/chat-sign-in.service.js';
import { ChatStates } from './chats/chat-states.js';
import { ChatController } from './chats/chat.controller.js';
import { DirectoryApply } from './chats/directory-apply.js';
import { DirectoryRows } from './chats/directory-rows.js';
import { DirectoryRuns } from './chats/directory-runs.service.js';
import { DirectorySync } from './chats/directory-sync.service.js';
import { DirectoryJob } from './chats/directory.job.js';
import { DeliveryWeightsController } from './delivery-weights/delivery-weights.controller.js';
import { DeliveryWeights } from './delivery-weights/delivery-weights.service.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { FeedbackBox } from './feedback/feedback.service.js';
import { Holidays } from './holidays.service.js';
import { SignIn } from './sign-in.service.js';
import { Colleagues } from './colleagues.service.js';
import { StaffService } from './staff.service.js';
import { SystemService } from './system.service.js';

@Global()
@Module({
  controllers: [
    AuthController,
    AdminController,
    ChatController,
    FeedbackController,
    DeliveryWeightsController,
  ],
  providers: [
    RightsTable,
    { provide: Rights, useExisting: RightsTable },
    SignIn,
    StaffService,
    Colleagues,
    Logos,
    SystemService,
    Holidays,
    ChatStates,
    ChatLinks,
    ChatSignInService,
    DirectoryRows,
    DirectoryApply,
    DirectorySync,
    DirectoryRuns,
    DirectoryJob,
    FeedbackBox,
    DeliveryWeights,
  ],
  exports: [Rights, SignIn, Logos, Colleagues, StaffService, SystemService, Holidays, FeedbackBox],
})
export class StaffModule {}
