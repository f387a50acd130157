import {
  apiError,
  bodyIn,
  type Body,
  type Call,
  ok,
  type Reply,
  type Route,
  textIn,
} from './wire.js';
import type { CalendarEvent, World } from './world.js';

const events = /^\/v1\.0\/calendar\/users\/([^/]+)\/calendars\/primary\/events(?:\/([^/]+))?$/;
const schedules = /^\/v1\.0\/calendar\/users\/([^/]+)\/querySchedule$/;

function momentIn(value: unknown): number {
  return Date.parse(textIn(bodyIn(value), 'dateTime'));
}

/** Calendars by unionId: entries with a meeting where one is asked for, and who is taken when. */
export class Calendars {
  constructor(private readonly world: World) {}

  /** What answers at an address with somebody's id in it; null: nothing does. */
  route(method: string, path: string): Route | null {
    if (schedules.test(path)) {
      return method === 'POST' ? (call) => this.query(call) : null;
    }
    const found = events.exec(path);
    const owner = decodeURIComponent(found?.[1] ?? '');
    const id = found?.[2];
    const routes: Record<string, Route> =
      id === undefined
        ? { POST: (call) => this.create(call, owner) }
        : { PUT: (call) => this.change(call, id), DELETE: () => this.remove(id) };
    return found ? (routes[method] ?? null) : null;
  }

  private create({ body }: Call, owner: string): Reply {
    const refusal = this.refusal(body, owner);
    if (refusal) {
      return refusal;
    }
    const id = `event${this.world.calendar.size + 1}`;
    const event: CalendarEvent = { id, owner, body, cancelled: false, changes: 0 };
    this.world.calendar.set(id, event);
    return ok(shown(event));
  }

  private change({ body }: Call, id: string): Reply {
    const event = this.world.calendar.get(id);
    if (!event || event.cancelled) {
      return apiError(400, 'event.notFound');
    }
    const refusal = this.refusal(body, event.owner);
    if (!refusal) {
      Object.assign(event, { body: { ...event.body, ...body }, changes: event.changes + 1 });
    }
    return refusal ?? ok(shown(event));
  }

  private remove(id: string): Reply {
    const event = this.world.calendar.get(id);
    if (!event || event.cancelled) {
      return apiError(400, 'event.notFound');
    }
    event.cancelled = true;
    return ok({});
  }

  private refusal(body: Body, owner: string): Reply | null {
    const people = (Array.isArray(body.attendees) ? body.attendees : []).map(bodyIn);
    const ids = [owner, ...people.map((one) => textIn(one, 'id'))];
    if (ids.some((id) => !this.known(id))) {
      return apiError(400, 'userIdNotExist');
    }
    const [start, end] = [momentIn(body.start), momentIn(body.end)];
    return textIn(body, 'summary') !== '' && end > start ? null : apiError(400, 'param.error');
  }

  private query({ body }: Call): Reply {
    const ids = Array.isArray(body.userIds) ? body.userIds.map(String) : [];
    const [from, to] = [Date.parse(textIn(body, 'startTime')), Date.parse(textIn(body, 'endTime'))];
    if (ids.length === 0 || ids.length > 20 || !(to > from)) {
      return apiError(400, 'param.error');
    }
    const scheduleInformation = ids.map((userId) => ({
      userId,
      ...(this.known(userId) ? {} : { error: 'userIdNotExist' }),
      scheduleItems: this.takenBy(userId, from, to),
    }));
    return ok({ scheduleInformation });
  }

  private takenBy(unionId: string, from: number, to: number) {
    const own = [...this.world.calendar.values()].filter(
      ({ owner, body, cancelled }) =>
        !cancelled &&
        (owner === unionId || JSON.stringify(body.attendees ?? []).includes(`"${unionId}"`)),
    );
    const written = own.map(({ body }) => ({ start: body.start, end: body.end }));
    return [...written, ...(this.world.busy.get(unionId) ?? [])]
      .filter(({ start, end }) => momentIn(end) > from && momentIn(start) < to)
      .map((item) => ({ ...item, status: 'BUSY' }));
  }

  private known(unionId: string): boolean {
    return [...this.world.users.values()].some((one) => one.unionid === unionId && one.active);
  }
}

function shown({ id, body }: CalendarEvent) {
  const wanted = textIn(bodyIn(body.onlineMeetingInfo), 'type') === 'dingtalk';
  const meeting = { type: 'dingtalk', conferenceId: `conf-${id}` };
  return {
    ...{ id, summary: body.summary, start: body.start, end: body.end, attendees: body.attendees },
    ...(wanted
      ? { onlineMeetingInfo: { ...meeting, url: `https://meeting.dingtalk.com/j/${id}` } }
      : {}),
  };
}
