import { createHash } from 'node:crypto';
import { chartFile } from '../chart-file.js';
import {
  type Channel,
  type ChannelHealth,
  type ChannelTools,
  DeliveryRefused,
  type OutgoingCard,
} from '../channel.js';
import { addressOf, fieldsOf, jsonOf, numberOf } from './wecom.answers.js';
import { noAnswer, WeComError } from './wecom.api.js';
import { robotCard, weComRobotDrawer } from './wecom.draw.js';
import { checkCard } from './wecom.limits.js';
import { DayCount, Pace } from './wecom.pace.js';

const path = '/cgi-bin/webhook/send';
const sentSeconds = 30 * 86_400;

/** The robot of the recruiting group (消息推送): notices only, nothing comes back from it. */
export class WeComRobotChannel implements Channel {
  readonly name = 'wecomrobot';
  readonly capabilities = weComRobotDrawer.capabilities;
  readonly takesCharts = true;
  private readonly pace: Pace;
  private readonly today: DayCount;
  private lastError: ChannelHealth['lastError'] = null;
  private readonly since: number;

  constructor(
    private readonly robot: { key: string; apiBase: string },
    private readonly tools: ChannelTools,
  ) {
    // 20 a minute for each robot; more answers 45009.
    this.pace = new Pace(tools, 'robot', { minute: 20, hour: 1_200 });
    this.today = new DayCount(tools, 'robot');
    this.since = tools.now();
  }

  async send(message: OutgoingCard): Promise<{ externalId: string }> {
    const { deliveryId, recipient, card, link } = message;
    if (recipient.kind !== 'group') {
      throw new DeliveryRefused('群机器人只能发到群里');
    }
    const key = `wecomrobot:sent:${deliveryId}`;
    const { store } = this.tools;
    if ((await store.get(key)) === null) {
      const drawn = robotCard({ card, link });
      checkCard(drawn, false);
      await this.pace.take('robot');
      await this.post({ msgtype: 'template_card', template_card: drawn });
      await store.set(key, '1', sentSeconds);
      await this.today.add();
      await this.picture(message);
    }
    return { externalId: `robot-${deliveryId}`.slice(0, 128) };
  }

  /** What a robot said stays said. */
  update(_message: OutgoingCard): Promise<void> {
    return Promise.resolve();
  }

  health(): ChannelHealth {
    const state = this.lastError ? 'failing' : 'ready';
    const quotas = [{ name: 'groupMessagesToday', used: this.today.used, limit: null }];
    const { since, lastError } = this;
    return { state, since, lastError, tokenUntil: null, quotas };
  }

  /** Sent once and not tried again: what it shows stands in the card as ▂▅▇. */
  private async picture({ deliveryId, chart }: OutgoingCard): Promise<void> {
    const picture = chartFile(chart);
    if (!picture) {
      return;
    }
    const base64 = Buffer.from(picture.bytes).toString('base64');
    const { lastError } = this;
    const md5 = createHash('md5').update(picture.bytes).digest('hex');
    try {
      await this.pace.take('robot');
      await this.post({ msgtype: 'image', image: { base64, md5 } });
      await this.today.add();
    } catch {
      this.lastError = lastError; // the notices still arrive
      this.tools.log('wecom robot: a chart was not sent', { deliveryId });
    }
  }

  /** The key stands in the address, as WeCom demands: nothing of it goes into an error. */
  private async post(body: Record<string, unknown>): Promise<void> {
    const url = addressOf(this.robot.apiBase, path, { key: this.robot.key });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const call = { method: 'POST', url, headers, body: JSON.stringify(body) };
    const answer = await this.tools.http.request(call).catch(() => null);
    const errcode = numberOf(fieldsOf(answer ? jsonOf(answer.body) : null).errcode);
    if (errcode === 0) {
      this.lastError = null;
      return;
    }
    const error = new WeComError(Number.isNaN(errcode) ? noAnswer : errcode, path);
    this.lastError = { at: this.tools.now(), text: error.message };
    throw error.passing ? error : new DeliveryRefused(error.message);
  }
}
