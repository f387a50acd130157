/** A talk in person, as it stands in the interviewers' calendars. */
export interface Meeting {
  /** Ours; the same id moves the entry instead of making a second one. */
  id: string;
  /** Address in the chat of the person the meeting belongs to. */
  organizer: string;
  /** Addresses in the chat. */
  attendees: string[];
  /** ms */
  start: number;
  end: number;
  title: string;
  note: string;
  place: string;
  /** With an online meeting that outsiders may join. */
  online: boolean;
}

/** What stands in the calendars. */
export interface MeetingEntry {
  /** Where the online meeting is joined; empty without one. */
  meetingLink: string;
}

/** A time in which somebody is taken; ms. */
export interface BusyTime {
  address: string;
  start: number;
  end: number;
}

/** The calendars of a chat's members. */
export interface MeetingCalendar {
  /**
   * Makes the entry, or moves the one that is there.
   * @throws RangeError when it ends before it begins; CalendarRefused where another try cannot help
   */
  put(meeting: Meeting): Promise<MeetingEntry>;
  /** Nothing where there is none. */
  cancel(id: string): Promise<void>;
  /**
   * When these people are taken; absent where the chat tells nobody.
   * @throws CalendarRefused where another try cannot help
   */
  busy?(addresses: string[], from: number, to: number): Promise<BusyTime[]>;
}

/** The chat lets the app write nothing into these calendars. */
export class CalendarRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CalendarRefused';
  }
}
