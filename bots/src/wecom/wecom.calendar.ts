import type { ChannelTools } from '../channel.js';
import {
  CalendarRefused,
  type Meeting,
  type MeetingCalendar,
  type MeetingEntry,
} from '../meetings.js';
import { fieldsOf, jsonOf, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';

export interface CalendarEntry extends MeetingEntry {
  scheduleId: string;
  /** Empty without an online meeting. */
  meetingId: string;
}

const keptSeconds = 400 * 86_400;
const titleBytes = 40;
const shortestMeeting = 300;
const firstLetters = (text: string, count: number) => [...text].slice(0, count).join('');

function firstBytes(text: string, bytes: number): string {
  let kept = '';
  for (const letter of text) {
    if (Buffer.byteLength(kept + letter) > bytes) {
      break;
    }
    kept += letter;
  }
  return kept;
}

/** What waits for the administrator or for nobody at all is no reason to try again. */
function asRefusal(error: unknown): never {
  const lasting = error instanceof WeComError && !error.brief;
  throw lasting ? new CalendarRefused(error.message) : error;
}

/** Interviews as entries (日程) and online meetings of WeCom; their ids are kept, so that a slot moves and ends. */
export class WeComCalendar implements MeetingCalendar {
  constructor(
    private readonly api: WeComApi,
    private readonly tools: ChannelTools,
  ) {}

  async put(slot: Meeting): Promise<CalendarEntry> {
    if (slot.end <= slot.start) {
      throw new RangeError('an interview ends after it begins');
    }
    const before = await this.find(slot.id);
    const scheduleId = await this.putSchedule(slot, before?.scheduleId ?? '');
    // Kept at once: what exists in the calendar is known although the meeting may fail.
    const entry = {
      scheduleId,
      meetingId: before?.meetingId ?? '',
      meetingLink: before?.meetingLink ?? '',
    };
    await this.keep(slot.id, entry);
    const whole = slot.online ? { ...entry, ...(await this.putMeeting(slot, entry)) } : entry;
    await this.keep(slot.id, whole);
    return whole;
  }

  async cancel(id: string): Promise<void> {
    const entry = await this.find(id);
    if (!entry) {
      return;
    }
    await this.gone('/cgi-bin/oa/schedule/del', { schedule_id: entry.scheduleId });
    if (entry.meetingId !== '') {
      await this.gone('/cgi-bin/meeting/cancel', { meetingid: entry.meetingId });
    }
    await this.tools.store.delete(this.key(id));
  }

  private async putSchedule(slot: Meeting, scheduleId: string): Promise<string> {
    const schedule = {
      ...(scheduleId === '' ? {} : { schedule_id: scheduleId }),
      admins: [slot.organizer],
      start_time: Math.floor(slot.start / 1000),
      end_time: Math.floor(slot.end / 1000),
      attendees: [...new Set(slot.attendees)].map((userid) => ({ userid })),
      summary: firstLetters(slot.title, 128),
      description: firstLetters(slot.note, 1000),
      location: firstLetters(slot.place, 128),
      reminders: { is_remind: 1, remind_before_event_secs: 900, timezone: 8 },
    };
    const made = scheduleId === '';
    const path = made ? '/cgi-bin/oa/schedule/add' : '/cgi-bin/oa/schedule/update';
    const body = made ? { schedule, agentid: this.api.app.agentId } : { schedule };
    const answer = await this.api.call({ path, body, once: made }).catch(asRefusal);
    return textOf(answer.schedule_id) || scheduleId;
  }

  private async putMeeting(slot: Meeting, { meetingId }: CalendarEntry) {
    const meeting = {
      title: firstBytes(slot.title, titleBytes),
      meeting_start: Math.floor(slot.start / 1000),
      meeting_duration: Math.max(shortestMeeting, Math.round((slot.end - slot.start) / 1000)),
      description: firstLetters(slot.note, 500),
      location: firstLetters(slot.place, 128),
      attendees: { userid: [...new Set(slot.attendees)] },
      settings: { allow_external_user: true, enable_waiting_room: true },
    };
    if (meetingId !== '') {
      await this.api.post('/cgi-bin/meeting/update', { meetingid: meetingId, ...meeting });
      return {};
    }
    const answer = await this.api.call({
      path: '/cgi-bin/meeting/create',
      body: { admin_userid: slot.organizer, ...meeting },
      once: true,
    });
    return { meetingId: textOf(answer.meetingid), meetingLink: textOf(answer.meeting_link) };
  }

  /** Somebody may have deleted it in the chat: then it is gone as well. */
  private async gone(path: string, body: Record<string, string>): Promise<void> {
    try {
      await this.api.post(path, body);
    } catch (error) {
      if (!(error instanceof WeComError) || error.passing) {
        throw error;
      }
    }
  }

  private async find(id: string): Promise<CalendarEntry | null> {
    const kept = await this.tools.store.get(this.key(id));
    const fields = fieldsOf(kept === null ? null : jsonOf(kept));
    const scheduleId = textOf(fields.scheduleId);
    return scheduleId === ''
      ? null
      : {
          scheduleId,
          meetingId: textOf(fields.meetingId),
          meetingLink: textOf(fields.meetingLink),
        };
  }

  private async keep(id: string, entry: CalendarEntry): Promise<void> {
    await this.tools.store.set(this.key(id), JSON.stringify(entry), keptSeconds);
  }

  private key(id: string): string {
    return `wecom:slot:${id}`;
  }
}
