import { Injectable } from '@nestjs/common';
import type { ContactWay } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';
import { AddressBook } from '../notify/address-book.js';
import { Channels } from '../notify/channels.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { AppLog } from '../platform/log/app-log.js';
import { Applications } from '../recruiting/applications.service.js';

/** WeCom counts the codes of a company: one is used again for as long as an application may go on, s. */
const keptSeconds = 180 * 86_400;

/** 客户联系: a candidate adds the recruiter himself as a contact, by a QR code of his own. */
@Injectable()
export class ContactWays {
  constructor(
    private readonly applications: Applications,
    private readonly book: AddressBook,
    private readonly channels: Channels,
    private readonly kept: KeptValues,
    private readonly log: AppLog,
  ) {}

  /** @throws contactRefused where WeCom is not set up, does not know the caller, or refuses */
  async of(actor: StaffActor, id: string): Promise<ContactWay> {
    await this.applications.require(actor, id, 'application.invite');
    const key = `contact-way:${actor.id}:${id}`;
    const url = (await this.kept.get(key)) ?? (await this.make(actor, id));
    await this.kept.set(key, url, keptSeconds);
    return { url };
  }

  private async make(actor: StaffActor, id: string): Promise<string> {
    const address = await this.book.ownAddress(actor.id, 'wecom');
    const url = address === null ? null : await this.ask(address, id);
    if (url === null || !URL.canParse(url)) {
      throw new AppError('contactRefused');
    }
    return url;
  }

  private async ask(address: string, id: string): Promise<string | null> {
    try {
      return await this.channels.contactWay(address, id);
    } catch (error) {
      this.log.warn('WeCom made no contact way', { error });
      return null;
    }
  }
}
