import type { ChannelTools } from '../channel.js';
import {
  type BusyTime,
  CalendarRefused,
  type Meeting,
  type MeetingCalendar,
  type MeetingEntry,
} from '../meetings.js';
import type { DingTalkApi, DingTalkCall } from './dingtalk.api.js';
import { DingTalkError } from './dingtalk.errors.js';
import { type JsonRecord, listOf, parsed, recordOf, textOf } from './dingtalk.json.js';

interface Kept extends MeetingEntry {
  eventId: string;
  /** In whose calendar it stands: the person's unionId. */
  owner: string;
}

const keptSeconds = 400 * 86_400;
const unionSeconds = 30 * 86_400;
const remindMinutes = 15;
const zone = 'Asia/Shanghai';
const zoneMs = 8 * 3_600_000;
const firstLetters = (text: string, count: number) => [...text].slice(0, count).join('');

/** ISO 8601 with the offset of Asia/Shanghai, as the interface wants it. */
function isoOf(moment: number): string {
  return `${new Date(moment + zoneMs).toISOString().slice(0, 19)}+08:00`;
}

/** What waits for the administrator or for nobody at all is no reason to try again. */
function asRefusal(error: unknown): never {
  const lasting = error instanceof DingTalkError && !error.passing && error.reason !== 'quotaUsed';
  throw lasting ? new CalendarRefused(error.message) : error;
}

/** Talks as entries (日程) of DingTalk's calendars, with a meeting of DingTalk where one is wanted; free and busy times. */
export class DingTalkCalendar implements MeetingCalendar {
  constructor(
    private readonly api: DingTalkApi,
    private readonly tools: Pick<ChannelTools, 'store'>,
  ) {}

  async put(meeting: Meeting): Promise<MeetingEntry> {
    if (meeting.end <= meeting.start) {
      throw new RangeError('a meeting ends after it begins');
    }
    return this.write(meeting).catch(asRefusal);
  }

  async cancel(id: string): Promise<void> {
    const kept = await this.find(id);
    if (!kept) {
      return;
    }
    try {
      await this.call('DELETE', `${eventsOf(kept.owner)}/${kept.eventId}`, {
        query: { pushNotification: 'true' },
      });
    } catch (error) {
      // Somebody may have deleted it in the chat: then it is gone as well.
      if (!(error instanceof DingTalkError) || error.passing) {
        throw error;
      }
    }
    await this.tools.store.delete(keyOf(id));
  }

  async busy(addresses: string[], from: number, to: number): Promise<BusyTime[]> {
    return this.readBusy(addresses, from, to).catch(asRefusal);
  }

  private async write(meeting: Meeting): Promise<MeetingEntry> {
    const before = await this.find(meeting.id);
    const owner = before?.owner ?? (await this.unionOf(meeting.organizer));
    const body = await this.bodyOf(meeting);
    const answer = before
      ? await this.call('PUT', `${eventsOf(owner)}/${before.eventId}`, { body })
      : await this.call('POST', eventsOf(owner), { body });
    const online = recordOf(answer.onlineMeetingInfo);
    const kept: Kept = {
      eventId: textOf(answer, 'id') || (before?.eventId ?? ''),
      meetingLink: textOf(online, 'url') || (before?.meetingLink ?? ''),
      owner,
    };
    await this.tools.store.set(keyOf(meeting.id), JSON.stringify(kept), keptSeconds);
    return { meetingLink: kept.meetingLink };
  }

  private async bodyOf(meeting: Meeting): Promise<object> {
    const others = [...new Set(meeting.attendees)];
    const ids = await Promise.all(others.map((address) => this.unionOf(address)));
    const time = (moment: number) => ({ dateTime: isoOf(moment), timeZone: zone });
    return {
      summary: firstLetters(meeting.title, 2048),
      description: firstLetters(meeting.note, 5000),
      start: time(meeting.start),
      end: time(meeting.end),
      attendees: ids.map((id) => ({ id, isOptional: false })),
      location: { displayName: firstLetters(meeting.place, 128) },
      reminders: [{ method: 'dingtalk', minutes: remindMinutes }],
      ...(meeting.online ? { onlineMeetingInfo: { type: 'dingtalk' } } : {}),
    };
  }

  private async readBusy(addresses: string[], from: number, to: number): Promise<BusyTime[]> {
    const unions = await Promise.all(addresses.map((address) => this.unionOf(address)));
    const [asker] = unions;
    if (asker === undefined) {
      return [];
    }
    const body = { userIds: unions, startTime: isoOf(from), endTime: isoOf(to) };
    const path = `/v1.0/calendar/users/${encodeURIComponent(asker)}/querySchedule`;
    const answer = await this.call('POST', path, { body, repeatable: true });
    const people = listOf(answer.scheduleInformation).map(recordOf);
    return people.flatMap((person) => {
      const at = unions.indexOf(textOf(person, 'userId'));
      const address = addresses[at];
      return address === undefined ? [] : itemsOf(person).map((item) => ({ address, ...item }));
    });
  }

  /** The calendar knows people by their unionId. */
  private async unionOf(userid: string): Promise<string> {
    const key = `dingtalk:union:${userid}`;
    const known = await this.tools.store.get(key);
    if (known !== null) {
      return known;
    }
    const answer = await this.api.call({
      ...{ family: 'oapi', method: 'POST', path: '/topapi/v2/user/get' },
      ...{ body: { userid }, repeatable: true },
    });
    const union = textOf(recordOf(answer.result), 'unionid');
    if (union === '') {
      throw new DingTalkError('unknownPerson');
    }
    await this.tools.store.set(key, union, unionSeconds);
    return union;
  }

  /** A made entry is not made again by a try whose answer got lost. */
  private call(
    method: DingTalkCall['method'],
    path: string,
    of: Pick<DingTalkCall, 'body' | 'query'> & { repeatable?: boolean },
  ): Promise<JsonRecord> {
    const { repeatable = method !== 'POST', ...content } = of;
    return this.api.call({ family: 'api', method, path, repeatable, ...content });
  }

  private async find(id: string): Promise<Kept | null> {
    const text = await this.tools.store.get(keyOf(id));
    const kept = recordOf(text === null ? null : parsed(text));
    const [eventId, owner] = [textOf(kept, 'eventId'), textOf(kept, 'owner')];
    return eventId === '' || owner === ''
      ? null
      : { eventId, owner, meetingLink: textOf(kept, 'meetingLink') };
  }
}

function eventsOf(unionId: string): string {
  return `/v1.0/calendar/users/${encodeURIComponent(unionId)}/calendars/primary/events`;
}

function keyOf(id: string): string {
  return `dingtalk:event:${id}`;
}

function itemsOf(person: JsonRecord): { start: number; end: number }[] {
  return listOf(person.scheduleItems)
    .map(recordOf)
    .flatMap((item) => {
      const start = Date.parse(textOf(recordOf(item.start), 'dateTime', 'date'));
      const end = Date.parse(textOf(recordOf(item.end), 'dateTime', 'date'));
      const taken = textOf(item, 'status').toUpperCase() !== 'FREE';
      return taken && end > start ? [{ start, end }] : [];
    });
}
