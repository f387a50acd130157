import { Global, Module } from '@nestjs/common';
import { Rights } from '../platform/auth/can.js';
import { RightsTable } from './access.js';
import { AdminController } from './admin.controller.js';
import { AuthController } from './auth.controller.js';
import { Holidays } from './holidays.service.js';
import { SignIn } from './sign-in.service.js';
import { StaffService } from './staff.service.js';
import { SystemService } from './system.service.js';

@Global()
@Module({
  controllers: [AuthController, AdminController],
  providers: [
    RightsTable,
    { provide: Rights, useExisting: RightsTable },
    SignIn,
    StaffService,
    SystemService,
    Holidays,
  ],
  exports: [Rights, SignIn, StaffService, SystemService, Holidays],
})
export class StaffModule {}
