import { Injectable } from '@nestjs/common';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import type { ChannelTools, ChatSignIn, Directory } from '@zhiyu/bots/channel';
import { DingTalkApi } from '@zhiyu/bots/dingtalk/dingtalk.api';
import { DingTalkCalendar } from '@zhiyu/bots/dingtalk/dingtalk.calendar';
import { DingTalkDirectory } from '@zhiyu/bots/dingtalk/dingtalk.directory';
import { DingTalkSignIn } from '@zhiyu/bots/dingtalk/dingtalk.sign-in';
import { FeishuApi } from '@zhiyu/bots/feishu/feishu.api';
import { FeishuDirectory } from '@zhiyu/bots/feishu/feishu.directory';
import { FeishuSignIn } from '@zhiyu/bots/feishu/feishu.sign-in';
import { CalendarRefused, type MeetingCalendar } from '@zhiyu/bots/meetings';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { WeComCalendar } from '@zhiyu/bots/wecom/wecom.calendar';
import { WeComDirectory } from '@zhiyu/bots/wecom/wecom.directory';
import { WeComSignIn } from '@zhiyu/bots/wecom/wecom.sign-in';
import { type ChatName, chats } from '@zhiyu/contracts/directory';
import { AppError } from '@zhiyu/contracts/errors';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { workplaceSettings } from './workplace.settings.js';

export type { ChatDepartment, ChatMember } from '@zhiyu/bots/channel';
export { CalendarRefused };

/** What the product asks of a chat besides carrying messages. */
export interface WorkChat {
  signIn: ChatSignIn;
  directory: Directory;
  /** Where the chat has calendars that the app may write to. */
  calendar?: MeetingCalendar;
}

type Built = Partial<Record<ChatName, WorkChat>>;

/** The chats that are set up, as the company's directory and as a way to sign in. */
@Injectable()
export class Workplace {
  private built: { publicUrl: string; all: Built } | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /** In the order of `chats`. */
  names(): ChatName[] {
    const all = this.all();
    return chats.filter((name) => all[name] !== undefined);
  }

  /** @throws engineMissing when this chat is not set up */
  chat(name: ChatName): WorkChat {
    const found = this.all()[name];
    if (!found) {
      throw new AppError('engineMissing');
    }
    return found;
  }

  /** The first chat with calendars, and its name; null without one. */
  calendar(): { chat: ChatName; calendar: MeetingCalendar } | null {
    const all = this.all();
    for (const chat of chats) {
      const calendar = all[chat]?.calendar;
      if (calendar) {
        return { chat, calendar };
      }
    }
    return null;
  }

  /** Built when first needed: the own address is known once the server listens. */
  private all(): Built {
    const { publicUrl } = this.runtime;
    if (this.built?.publicUrl !== publicUrl) {
      this.built = { publicUrl, all: this.build(publicUrl) };
    }
    return this.built.all;
  }

  private build(publicUrl: string): Built {
    const { dingtalk, wecom, feishu } = workplaceSettings(this.runtime.settings, publicUrl);
    const tools = this.tools();
    const all: Built = {};
    if (dingtalk) {
      const api = new DingTalkApi(dingtalk, tools);
      const directory = new DingTalkDirectory(api, tools.store);
      all.dingtalk = {
        signIn: new DingTalkSignIn(api, tools),
        directory,
        calendar: new DingTalkCalendar(api, tools),
      };
    }
    if (wecom) {
      const api = new WeComApi(wecom, tools);
      const origins = URL.canParse(publicUrl) ? [new URL(publicUrl).origin] : [];
      all.wecom = {
        signIn: new WeComSignIn(api, tools, origins),
        directory: new WeComDirectory(api),
        calendar: new WeComCalendar(api, tools),
      };
    }
    if (feishu) {
      const api = new FeishuApi(feishu, tools);
      all.feishu = { signIn: new FeishuSignIn(api, tools), directory: new FeishuDirectory(api) };
    }
    return all;
  }

  private tools(): ChannelTools {
    return {
      store: this.kept,
      now: () => this.clock.now(),
      log: (message, facts) => {
        this.log.info(message, facts);
      },
      http: axiosHttp(),
    };
  }
}
