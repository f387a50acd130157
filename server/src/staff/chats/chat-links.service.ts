import { Injectable } from '@nestjs/common';
import type { ChatName } from '@zhiyu/contracts/directory';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { AuditLog } from '../../privacy/audit.service.js';
import type { ChatMember } from '../../workplace/workplace.js';
import { ChatIdentity } from '../chat-identity.entity.js';
import { SignIn } from '../sign-in.service.js';
import { StaffUser } from '../staff-user.entity.js';
import { chatCompany } from './chat-company.js';

/** Who of the staff somebody of a chat is. */
@Injectable()
export class ChatLinks {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Links a person who was invited by hand: only by a mail address that the company itself gave him, only to an
   * active account of the company that the chat belongs to, and only when the account has no other address there.
   * @returns the account; null when there is none
   */
  async byCompanyEmail(chat: ChatName, member: ChatMember): Promise<string | null> {
    const user = await this.database.transaction(async (tx) => {
      const found = await this.findByEmail(tx.manager, chat, member);
      if (found) {
        const { companyId, id: staffId } = found;
        const who = { channel: chat, address: member.address, companyId, staffId };
        await tx.manager.insert(ChatIdentity, { ...who, createdAt: tx.now, leftAt: null });
      }
      return found;
    });
    if (!user) {
      return null;
    }
    await this.audit.record({
      ...{ companyId: user.companyId, actor: `staff:${user.id}`, verb: 'chat.link', object: chat },
      ...{ ground: 'company mail', allowed: true },
    });
    return user.id;
  }

  private async findByEmail(
    manager: EntityManager,
    chat: ChatName,
    { companyEmail }: ChatMember,
  ): Promise<StaffUser | null> {
    const company = await chatCompany(manager);
    if (!company || companyEmail === undefined) {
      return null;
    }
    const loginToken = this.signIn.loginToken(companyEmail);
    const user = await manager.findOneBy(StaffUser, {
      ...{ loginToken, companyId: company.id, active: true },
    });
    const taken =
      user !== null && (await manager.existsBy(ChatIdentity, { channel: chat, staffId: user.id }));
    return taken ? null : user;
  }
}
