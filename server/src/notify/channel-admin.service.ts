import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Card } from '@zhiyu/contracts/card';
import {
  type ChannelList,
  type ChannelState,
  type ChannelTest,
  type OutsideChannel,
  outsideChannels,
} from '@zhiyu/contracts/channels';
import type { StaffActor } from '../platform/auth/actor.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { newId } from '../platform/time/ids.js';
import { AddressBook } from './address-book.js';
import { missingSettings } from './channels.settings.js';
import { Channels } from './channels.js';
import { firstVersion } from './card-content.js';
import { testMessage } from './cards/test-message.js';

interface Words {
  off: string;
  noAddress: string;
}

const words: Record<'zh' | 'en', Words> = {
  zh: { off: '这条渠道还没有开通', noAddress: '这条渠道里还没有您的地址' },
  en: { off: 'This channel is off', noAddress: 'You have no address in this channel yet' },
};

/** What the administrator sees of the channels of this process, and a message to try one. */
@Injectable()
export class ChannelAdmin {
  constructor(
    private readonly channels: Channels,
    private readonly book: AddressBook,
    private readonly runtime: Runtime,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  list(): ChannelList {
    return { channels: outsideChannels.map((name) => this.stateOf(name)) };
  }

  /** To the administrator himself; a failure is an answer here, with its reason in words. */
  async test(actor: StaffActor, name: OutsideChannel): Promise<ChannelTest> {
    const say = words[actor.locale === 'zh' ? 'zh' : 'en'];
    if (!this.channels.has(name)) {
      return { delivered: false, reason: say.off };
    }
    const to = await this.receiver(actor, name);
    if (to === null) {
      return { delivered: false, reason: say.noAddress };
    }
    try {
      await this.channels.tell(name, to, this.messageIn(actor.locale));
      return { delivered: true, reason: '' };
    } catch (error) {
      this.log.warn('a test message was not delivered', { channel: name, error });
      return { delivered: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The administrator himself; the robot of a group can only speak to all of it. */
  private async receiver(actor: StaffActor, name: OutsideChannel) {
    if (name === 'wecomrobot') {
      const way = this.channels.groups().find(({ channel }) => channel === name);
      return way ? { kind: 'group' as const, id: actor.companyId, address: way.address } : null;
    }
    const address = await this.book.ownAddress(actor.id, name);
    return address === null ? null : { kind: 'staff' as const, id: actor.id, address };
  }

  private messageIn(locale: Locale): Card {
    const now = this.clock.now();
    return firstVersion({ id: newId(now), kind: 'notice' }, testMessage(locale), now).card;
  }

  private stateOf(name: OutsideChannel): ChannelState {
    const health = this.channels.health(name);
    const off = {
      ...{ state: 'off' as const, since: null, lastError: null, tokenUntil: null, quotas: [] },
      missing: missingSettings(this.runtime.settings, name),
    };
    return { name, ...(health ? { ...health, missing: [] } : off) };
  }
}
