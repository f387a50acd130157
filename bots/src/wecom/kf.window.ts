import { type ChannelTools, DeliveryRefused } from '../channel.js';
import { DayCount } from './wecom.pace.js';

/** Five messages within 48 hours of each message of the candidate (微信客服). */
const most = 5;
const windowMs = 48 * 3_600_000;
const marginMs = 60_000;

/** Messages that must be left over after one of this kind, so that the result and the feedback still have a way. */
const reserve: Partial<Record<string, number>> = {
  invitation: 2,
  notice: 2,
  result: 1,
  thanks: 0,
};
const otherwise = 2;

const slotOf = (user: string, opened: string, n: number) => `wecomkf:slot:${user}:${opened}:${n}`;
const momentOf = (opened: string) => Number(opened.split(' ')[0]);
const openKey = (user: string) => `wecomkf:open:${user}`;

/**
 * The messages that a candidate may still be sent. Each takes a slot in the store, so that several machines count as
 * one; a message that is tried again keeps its slot.
 */
export class KfWindow {
  readonly today: DayCount;

  constructor(private readonly tools: ChannelTools) {
    this.today = new DayCount(tools, 'kf');
  }

  /**
   * The candidate wrote: five messages from then on.
   * @param message its id: WeCom tells the time in seconds, and two messages of one second open five each
   */
  async open(user: string, at: number, message = ''): Promise<void> {
    const before = await this.opened(user);
    if (before === null || momentOf(before) <= at) {
      await this.tools.store.set(openKey(user), `${at} ${message}`, windowMs / 1000);
    }
  }

  /** The chat said that it is over: closed until the candidate writes again. */
  async close(user: string): Promise<void> {
    await this.tools.store.delete(openKey(user));
  }

  /** How many messages are left; 0 outside the 48 hours. */
  async left(user: string): Promise<number> {
    const opened = await this.opened(user);
    if (opened === null) {
      return 0;
    }
    let used = 0;
    for (let n = 1; n <= most; n++) {
      used += (await this.tools.store.get(slotOf(user, opened, n))) === null ? 0 : 1;
    }
    return most - used;
  }

  /**
   * Takes a message for something that is to be said.
   * @param what the delivery; tried again, it keeps its message
   * @param kind of the card: less important ones leave some for the result and the feedback
   * @throws DeliveryRefused: the next way has to be taken
   */
  async take(user: string, what: string, kind: string): Promise<void> {
    const opened = await this.opened(user);
    if (opened === null) {
      throw new DeliveryRefused('候选人 48 小时内没有在微信客服里说过话，发不出消息');
    }
    const usable = most - (reserve[kind] ?? otherwise);
    for (let n = 1; n <= usable; n++) {
      const slot = slotOf(user, opened, n);
      const mine =
        (await this.tools.store.claim(slot, what, windowMs / 1000)) ||
        (await this.tools.store.get(slot)) === what;
      if (mine) {
        return;
      }
    }
    throw new DeliveryRefused(
      usable === most
        ? '微信客服 48 小时内的 5 条已用完'
        : '微信客服 48 小时内的 5 条要留给结果和反馈，这一条走别的渠道',
    );
  }

  /** WeCom counts more than we do: nothing more until the candidate writes again. */
  async exhaust(user: string): Promise<void> {
    const opened = await this.opened(user);
    for (let n = 1; opened !== null && n <= most; n++) {
      await this.tools.store.claim(slotOf(user, opened, n), 'wecom', windowMs / 1000);
    }
  }

  /** What opened the conversation; null outside the 48 hours. */
  private async opened(user: string): Promise<string | null> {
    const opened = await this.tools.store.get(openKey(user));
    const since = this.tools.now() - windowMs + marginMs;
    return opened !== null && momentOf(opened) > since ? opened : null;
  }
}
