import type { ChannelEvent, ChannelHost, ChannelTools } from '../channel.js';
import { type JsonRecord, numberOf, textOf, textsOf } from './dingtalk.json.js';

/** An event of DingTalk in one shape for both roads. */
export interface RawEvent {
  eventType: string;
  eventId: string;
  corpId: string;
  /** Ms. */
  at: number;
  data: JsonRecord;
}

/** Without the fields that every event has: each event type adds its own. */
type EventBody = ChannelEvent extends infer E
  ? E extends ChannelEvent
    ? Omit<E, 'eventId' | 'at'>
    : never
  : never;
type ApprovalState = Extract<ChannelEvent, { instanceId: string }>['state'];

const members: Readonly<Record<string, 'memberJoined' | 'memberLeft' | 'memberChanged'>> = {
  user_add_org: 'memberJoined',
  user_leave_org: 'memberLeft',
  user_modify_org: 'memberChanged',
  user_active_org: 'memberChanged',
};
const employments = ['hrm_user_record_change', 'hrm_mdm_user_change', 'hrm_mdm_user_info_change'];

/** What the end of a form or task means. */
const ends = new Map<string, ApprovalState>([
  ['agree', 'agreed'],
  ['refuse', 'refused'],
  ['redirect', 'redirected'],
]);
const turns = new Map<string, ApprovalState>([
  ['start', 'started'],
  ['terminate', 'terminated'],
  ['delete', 'terminated'],
  // Another one of several approvers has acted: this task is over.
  ['cancel', 'terminated'],
]);

/** Null: nothing that decides anything, e.g. a comment. */
function approvalState(data: JsonRecord): ApprovalState | null {
  const type = textOf(data, 'type', 'Type');
  const result = textOf(data, 'result', 'Result');
  return (type === 'finish' ? ends.get(result) : turns.get(type)) ?? null;
}

function approval(raw: RawEvent): EventBody[] {
  const { data } = raw;
  const state = approvalState(data);
  const instanceId = textOf(data, 'processInstanceId', 'ProcessInstanceId');
  const processCode = textOf(data, 'processCode', 'ProcessCode');
  if (state === null || instanceId === '') {
    return [];
  }
  if (raw.eventType === 'bpms_instance_change') {
    return [{ type: 'approvalChanged', instanceId, processCode, state, address: null }];
  }
  const address = textOf(data, 'staffId', 'StaffId') || null;
  return [{ type: 'approvalTaskChanged', instanceId, processCode, state, address }];
}

/** What the event means; nothing when it means nothing to HR. */
function bodiesOf(raw: RawEvent): EventBody[] {
  const { eventType, data } = raw;
  const type = members[eventType];
  if (type) {
    return textsOf(data.userId ?? data.UserId ?? []).map((address) => ({ type, address }));
  }
  if (employments.includes(eventType)) {
    return textsOf(data.staffId ?? data.StaffId ?? data.userId ?? []).map((address) => ({
      type: 'employmentChanged',
      address,
    }));
  }
  const isApproval = eventType === 'bpms_instance_change' || eventType === 'bpms_task_change';
  return isApproval ? approval(raw) : [];
}

/** One event in the neutral form; several when it names several people. */
function neutralEvents(raw: RawEvent): ChannelEvent[] {
  const bodies = bodiesOf(raw);
  const one = bodies.length === 1;
  return bodies.map((body, at) => ({
    ...body,
    eventId: one ? raw.eventId : `${raw.eventId}:${at + 1}`,
    at: raw.at,
  }));
}

/** The event as Stream has it: its envelope in the frame's headers. */
export function streamEvent(headers: JsonRecord, data: JsonRecord, now: number): RawEvent {
  return {
    eventType: textOf(headers, 'eventType') || textOf(data, 'EventType', 'eventType'),
    eventId: textOf(headers, 'eventId') || textOf(headers, 'messageId'),
    corpId: textOf(headers, 'eventCorpId') || textOf(data, 'CorpId', 'corpId'),
    at: numberOf(headers, 'eventBornTime') ?? numberOf(data, 'timeStamp') ?? now,
    data,
  };
}

/** The event as the push over HTTP has it: all in one level. */
export function pushedEvent(flat: JsonRecord, fallbackId: string, now: number): RawEvent {
  return {
    eventType: textOf(flat, 'EventType', 'eventType'),
    eventId: textOf(flat, 'eventId', 'EventId') || fallbackId,
    corpId: textOf(flat, 'CorpId', 'corpId'),
    at: numberOf(flat, 'EventTime', 'eventTime', 'TimeStamp', 'timeStamp') ?? now,
    data: flat,
  };
}

const remembered = 8 * 86_400;
const processing = 60;
const terminal: readonly ApprovalState[] = ['agreed', 'refused', 'terminated'];

/**
 * Hands every event on once: a redelivery of one that was kept is confirmed, of one that is being kept or failed is
 * asked for again.
 */
export class EventDesk {
  constructor(
    private readonly corpId: string,
    private readonly tools: ChannelTools,
  ) {}

  /** @returns false: DingTalk shall send it again */
  async take(raw: RawEvent, host: ChannelHost): Promise<boolean> {
    if (raw.corpId !== '' && raw.corpId !== this.corpId) {
      return true; // another company's: an app of one company has no use for it
    }
    let kept = true;
    for (const event of neutralEvents(raw)) {
      kept = (await this.once(event, host)) && kept;
    }
    return kept;
  }

  /** @returns whether it is kept durably */
  async once(event: ChannelEvent, host: ChannelHost): Promise<boolean> {
    const { store } = this.tools;
    const key = `dingtalk:event:${event.eventId}`;
    if (!(await store.claim(key, 'processing', processing))) {
      return (await store.get(key)) === 'done';
    }
    try {
      if (!(await this.stale(event))) {
        await host.event(event);
        await this.note(event);
      }
      await store.set(key, 'done', remembered);
      return true;
    } catch (error) {
      await store.delete(key);
      const why = error instanceof Error ? error.name : 'unknown';
      this.tools.log('dingtalk event not kept', { type: event.type, why });
      return false;
    }
  }

  /** An approval that ended does not begin, and does not end the same way again, by an event that comes late. */
  private async stale(event: ChannelEvent): Promise<boolean> {
    if (event.type !== 'approvalChanged') {
      return false;
    }
    const end = await this.tools.store.get(`dingtalk:approval:${event.instanceId}`);
    return end !== null && (end === event.state || event.state === 'started');
  }

  private async note(event: ChannelEvent): Promise<void> {
    if (event.type === 'approvalChanged' && terminal.includes(event.state)) {
      const key = `dingtalk:approval:${event.instanceId}`;
      await this.tools.store.set(key, event.state, 183 * 86_400);
    }
  }
}

/** What somebody said to the robot. Null: no text that anybody could answer. */
export function saidEvent(data: JsonRecord, text: string, now: number): ChannelEvent | null {
  const address = textOf(data, 'senderStaffId', 'senderId');
  const messageId = textOf(data, 'msgId');
  if (text === '' || address === '' || messageId === '') {
    return null;
  }
  const audience = textOf(data, 'conversationType') === '2' ? 'group' : 'person';
  const at = numberOf(data, 'createAt') ?? now;
  return { type: 'said', eventId: `bot:${messageId}`, at, address, text, audience };
}
