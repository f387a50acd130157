import type { ChannelEvent, ChannelPress } from '../channel.js';
import { fieldsOf, textOf } from './feishu.api.js';

/** A callback of either generation, read as far as both have it. */
export interface FeishuNotice {
  eventId: string;
  type: string;
  appId: string;
  token: string;
  /** Milliseconds since 1970. */
  at: number;
  event: Record<string, unknown>;
}

/** The platform counts in seconds, milliseconds or microseconds, by kind of callback. */
function milliseconds(value: unknown): number {
  const number = typeof value === 'number' ? value : Number.parseFloat(textOf(value));
  if (!Number.isFinite(number) || number <= 0) {
    return 0;
  }
  if (number > 1e14) {
    return Math.floor(number / 1000);
  }
  return Math.floor(number < 1e11 ? number * 1000 : number);
}

/** @param now stands in where the callback tells no time */
export function noticeOf(value: unknown, now: number): FeishuNotice {
  const whole = fieldsOf(value);
  const header = fieldsOf(whole.header);
  const event = fieldsOf(whole.event);
  const modern = whole.schema === '2.0';
  const at = milliseconds(modern ? header.create_time : whole.ts);
  return {
    eventId: textOf(modern ? header.event_id : whole.uuid).slice(0, 128),
    type: textOf(modern ? header.event_type : event.type),
    appId: textOf(modern ? header.app_id : event.app_id),
    token: textOf(modern ? header.token : whole.token),
    at: at === 0 ? now : at,
    event,
  };
}

/** The message and the press of it; null when the button is none of ours. */
export function pressOf(notice: FeishuNotice): { press: ChannelPress; messageId: string } | null {
  const action = fieldsOf(notice.event.action);
  const value = fieldsOf(action.value);
  const list = textOf(value.list);
  const chosen = list === '' ? null : fieldsOf(action.form_value)[list];
  const address = textOf(fieldsOf(notice.event.operator).open_id);
  const [cardId, name] = [textOf(value.card), textOf(value.action)];
  if (cardId === '' || name === '' || address === '' || notice.eventId === '') {
    return null;
  }
  return {
    messageId: textOf(fieldsOf(notice.event.context).open_message_id),
    press: {
      ...{ eventId: notice.eventId, cardId, action: name, address, text: null },
      deliveryId: textOf(value.delivery) || null,
      value: typeof chosen === 'string' && chosen !== '' ? chosen : null,
      seenVersion: typeof value.version === 'number' ? value.version : 0,
    },
  };
}

type Without<T> = T extends unknown ? Omit<T, 'eventId' | 'at'> : never;
type Said = Without<ChannelEvent>;
type Reader = (event: Record<string, unknown>) => Said | null;

const member =
  (type: 'memberJoined' | 'memberLeft' | 'memberChanged'): Reader =>
  (event) => {
    const address = textOf(fieldsOf(event.object).open_id);
    return address === '' ? null : { type, address };
  };

const states = {
  PENDING: 'started',
  APPROVED: 'agreed',
  REJECTED: 'refused',
  CANCELED: 'terminated',
  DELETED: 'terminated',
  REVERTED: 'terminated',
  OVERTIME_CLOSE: 'terminated',
  TRANSFERRED: 'redirected',
  DONE: 'terminated',
  ROLLBACK: 'terminated',
} as const;

const approval =
  (type: 'approvalChanged' | 'approvalTaskChanged'): Reader =>
  (event) => {
    const status = textOf(event.status);
    const instanceId = textOf(event.instance_code);
    if (!(status in states) || instanceId === '') {
      return null;
    }
    const address = type === 'approvalTaskChanged' ? textOf(event.open_id) : '';
    const state = states[status as keyof typeof states];
    const processCode = textOf(event.approval_code);
    return { type, instanceId, processCode, state, address: address === '' ? null : address };
  };

function said(event: Record<string, unknown>): Said | null {
  const message = fieldsOf(event.message);
  const address = textOf(fieldsOf(fieldsOf(event.sender).sender_id).open_id);
  if (textOf(message.message_type) !== 'text' || address === '') {
    return null;
  }
  let content: unknown;
  try {
    content = JSON.parse(textOf(message.content));
  } catch {
    return null;
  }
  // A mention stands in the text as @_user_1; it says whom, not what.
  const text = textOf(fieldsOf(content).text)
    .replace(/@_(?:user_\d+|all)\s*/g, '')
    .trim();
  const audience = message.chat_type === 'p2p' ? 'person' : 'group';
  return text === '' ? null : { type: 'said', address, text, audience };
}

const readers: Record<string, Reader> = {
  'contact.user.created_v3': member('memberJoined'),
  'contact.user.deleted_v3': member('memberLeft'),
  'contact.user.updated_v3': member('memberChanged'),
  approval_instance: approval('approvalChanged'),
  approval_task: approval('approvalTaskChanged'),
  'im.message.receive_v1': said,
};

/** What happened, in the one form of all chats; null when it is nothing for us. */
export function eventOf(notice: FeishuNotice): ChannelEvent | null {
  const read = readers[notice.type]?.(notice.event) ?? null;
  return read === null || notice.eventId === ''
    ? null
    : { ...read, eventId: notice.eventId, at: notice.at };
}
