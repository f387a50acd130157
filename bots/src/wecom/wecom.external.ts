import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelEvent, ChannelTools } from '../channel.js';
import { textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import { eventName } from './wecom.events.js';
import { fitBytes } from './wecom.limits.js';
import { identity } from './wecom.press.js';
import { textIn, type XmlElement } from './wecom.xml.js';

/** What a new contact of the recruiter is told; null: nothing. */
export type ContactWelcome = (of: {
  /** What the contact way carried: whom it was made for. */
  state: string;
  /** userid of the recruiter. */
  recruiter: string;
}) => Promise<string | null>;

const welcomeBytes = 4_000;
const welcomeMs = 20_000;
const answerMs = 3_000;
const stateLength = 30;
const seconds = 86_400;

/**
 * 客户联系: the recruiter adds a candidate as an external contact, who is welcomed once and within 20 seconds.
 * Everything later is written by the recruiter himself: WeCom sends nothing in his name without his tap.
 */
export class WeComExternal {
  constructor(
    private readonly api: WeComApi,
    private readonly tools: ChannelTools,
    private readonly welcome: ContactWelcome,
  ) {}

  /**
   * A QR code under which a candidate adds this recruiter.
   * @param of.state comes back when the candidate adds him; at most 30 characters
   */
  async contactWay(of: {
    recruiter: string;
    state: string;
    remark: string;
  }): Promise<{ configId: string; qrCode: string }> {
    if ([...of.state].length > stateLength) {
      throw new RangeError(`the state of a contact way has at most ${stateLength} characters`);
    }
    const answer = await this.api.call({
      path: '/cgi-bin/externalcontact/add_contact_way',
      body: {
        ...{ type: 1, scene: 2, style: 1, skip_verify: true, state: of.state },
        ...{ remark: [...of.remark].slice(0, 30).join(''), user: [of.recruiter] },
      },
      once: true,
    });
    return { configId: textOf(answer.config_id), qrCode: textOf(answer.qr_code) };
  }

  /** change_external_contact; nothing for everything but a new contact. */
  async take(event: XmlElement): Promise<ChannelEvent[]> {
    const added = ['add_external_contact', 'add_half_external_contact'];
    if (!added.includes(textIn(event, 'ChangeType'))) {
      return [];
    }
    const state = textIn(event, 'State');
    // The answer to the callback does not wait longer than it may.
    await Promise.race([this.greet(event, state), sleep(answerMs, null, { ref: false })]);
    const address = textIn(event, 'ExternalUserID');
    const member = textIn(event, 'UserID');
    return [
      { ...eventName(event), type: 'outsiderEntered', address, scene: state || null, member },
    ];
  }

  /** Once for each code, and never as a reason to take the event again: the code would be over by then. */
  private async greet(event: XmlElement, state: string): Promise<void> {
    const code = textIn(event, 'WelcomeCode');
    const age = this.tools.now() - Number(textIn(event, 'CreateTime')) * 1000;
    if (code === '' || age >= welcomeMs) {
      return;
    }
    if (!(await this.tools.store.claim(`wecom:welcomed:${identity([code])}`, '1', seconds))) {
      return;
    }
    try {
      const words = await this.welcome({ state, recruiter: textIn(event, 'UserID') });
      if (words === null) {
        return;
      }
      const text = { content: fitBytes(words, welcomeBytes) };
      const body = { welcome_code: code, text };
      await this.api.call({ path: '/cgi-bin/externalcontact/send_welcome_msg', body, once: true });
    } catch (error) {
      // 41050 over or used, 41051 they already talk, 41096 another app is welcoming: nothing is missing
      const errcode = error instanceof WeComError ? error.errcode : 0;
      this.tools.log('wecom: the welcome of an external contact was not sent', { errcode });
    }
  }
}
