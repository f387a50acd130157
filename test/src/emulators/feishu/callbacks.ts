import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { buttonsOf, cardFaults, type Fields, fields } from './card-rules.js';
import type { Platform } from './platform.js';
import { app } from './tenant.js';

/** How the platform is to misbehave in its next callback. */
export interface CallbackFault {
  signature?: 'wrong' | 'missing';
  key?: 'other';
  token?: 'wrong';
  plain?: boolean;
  appId?: string;
}

export interface Toast {
  user: string;
  type: string;
  content: string;
}

interface Posted {
  status: number;
  body: Fields;
  ms: number;
}

const deadlineMs = 3_000;

function encrypted(key: string, text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

function headersFor(body: string, fault: CallbackFault): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const key = fault.signature === 'wrong' ? 'not the key' : app.encryptKey;
  const signature = createHash('sha256')
    .update(timestamp + nonce + key + body)
    .digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    ...(fault.signature === 'missing' ? {} : { 'x-lark-signature': signature }),
  };
}

/** The platform's side of the callbacks: it encrypts, signs, waits 3 s and believes what it is answered. */
export class Callbacks {
  url = '';
  /** Between the tries of an event that was not taken, ms. */
  retryDelays = [15_000, 300_000, 3_600_000, 21_600_000];
  readonly toasts: Toast[] = [];

  constructor(private readonly platform: Platform) {}

  async post(content: Fields, fault: CallbackFault = {}): Promise<Posted> {
    const text = JSON.stringify(content);
    const key = fault.key === 'other' ? 'quite another key' : app.encryptKey;
    const body = fault.plain ? text : JSON.stringify({ encrypt: encrypted(key, text) });
    const began = Date.now();
    const answer = await fetch(this.url, {
      ...{ method: 'POST', headers: headersFor(body, fault), body },
      signal: AbortSignal.timeout(deadlineMs),
    }).catch(() => null);
    const answered = answer ? await answer.text().catch(() => '') : '';
    let read: Fields = {};
    try {
      read = fields(JSON.parse(answered));
    } catch {
      // An answer that is no JSON is shown as a fault to the user.
    }
    return { status: answer?.status ?? 0, body: read, ms: Date.now() - began };
  }

  verify(fault: CallbackFault = {}): Promise<Posted> {
    const token = fault.token === 'wrong' ? 'wrong' : app.verificationToken;
    return this.post({ challenge: 'a-challenge', token, type: 'url_verification' }, fault);
  }

  /** Presses the button with this label as a person, with his choice where the button asks for one. */
  async press(of: {
    messageId: string;
    as: string;
    label: string;
    choose?: string;
    fault?: CallbackFault;
    eventId?: string;
  }): Promise<Posted & { toast: Toast | null }> {
    const { message, action } = this.buttonOf(of);
    const event = {
      operator: { tenant_key: app.tenant, open_id: of.as, union_id: `on_${of.as}` },
      ...{ token: `c-${randomBytes(8).toString('hex')}`, action, host: 'im_message' },
      context: { open_message_id: message.id, open_chat_id: message.receiver },
    };
    const fault = of.fault ?? {};
    const posted = await this.post(this.envelope('card.action.trigger', event, of), fault);
    return { ...posted, toast: this.shown(of.as, message.id, posted) };
  }

  /** The message and what its button sends. @throws when there is no such button, or it only opens a page */
  private buttonOf(of: { messageId: string; label: string; choose?: string }) {
    const message = this.platform.messages.find(({ id }) => id === of.messageId);
    const button = buttonsOf(message?.card).find(({ label }) => label === of.label);
    const behavior = fields((button?.element.behaviors as unknown[] | undefined)?.[0]);
    if (!message || !button || behavior.type !== 'callback') {
      throw new Error(`no button ${of.label}`);
    }
    const { element } = button;
    const list = String(fields(behavior.value).list);
    const form = element.form_action_type === 'submit' ? { [list]: of.choose ?? '' } : undefined;
    const action = {
      ...{ value: behavior.value, tag: 'button', timezone: 'Asia/Shanghai' },
      ...(form ? { form_value: form, name: element.name } : {}),
    };
    return { message, action };
  }

  /** Tells an event, again and again until it is taken. @returns the status of each try */
  async event(type: string, event: Fields, of: { fault?: CallbackFault } = {}): Promise<number[]> {
    const content = this.envelope(type, event, of);
    const statuses: number[] = [];
    for (const delay of [0, ...this.retryDelays]) {
      await sleep(delay);
      const { status } = await this.post(content, of.fault);
      statuses.push(status);
      if (status === 200) {
        break;
      }
    }
    return statuses;
  }

  private envelope(
    type: string,
    event: Fields,
    of: { eventId?: string; fault?: CallbackFault },
  ): Fields {
    const header = {
      event_id: of.eventId ?? randomBytes(16).toString('hex'),
      token: of.fault?.token === 'wrong' ? 'wrong' : app.verificationToken,
      create_time: `${this.platform.now()}000`,
      ...{ event_type: type, tenant_key: app.tenant, app_id: of.fault?.appId ?? app.id },
    };
    return { schema: '2.0', header, event };
  }

  /** What the person sees: the toast, and for everybody the card that came with it. */
  private shown(user: string, messageId: string, { status, body }: Posted): Toast | null {
    const card = fields(fields(body.card).data);
    const faults = body.card === undefined ? [] : cardFaults(card);
    if (status !== 200 || faults.length > 0) {
      const code = status === 0 ? 200341 : status === 200 ? 200672 : 200342;
      const content = `出错了，请稍后重试 code: ${code} ${faults.join('; ')}`;
      return this.kept({ user, type: 'error', content });
    }
    const message = this.platform.messages.find(({ id }) => id === messageId);
    if (message && body.card !== undefined) {
      message.card = card;
    }
    const toast = fields(body.toast);
    return body.toast === undefined
      ? null
      : this.kept({ user, type: String(toast.type), content: String(toast.content) });
  }

  private kept(toast: Toast): Toast {
    this.toasts.push(toast);
    return toast;
  }
}
