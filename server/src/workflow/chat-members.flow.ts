import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { StaffService } from '../staff/staff.service.js';

/** Who left the company's chat has left the company: the account is closed. */
@Injectable()
export class ChatMembersFlow {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
  ) {}

  @OnEvent('ChatMemberLeft', 'workflow')
  async left({ payload }: EventJob<'ChatMemberLeft'>): Promise<void> {
    await this.database.transaction((tx) => this.staff.leave(tx, payload.staffId, payload.channel));
  }
}
