import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** Times of rounds with people begin on a quarter of an hour. */
export const quarterMs = 900_000;
/** How long a meeting about the process is planned to take, minutes. */
export const meetingMinutes = 45;
/** At most so many times are offered by hand. */
export const mostOffered = 12;

const startSchema = momentSchema.refine((at) => at % quarterMs === 0, 'quarter');

/** A round with people, as those see it who arrange it. */
export const meetingSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  roundName: z.string(),
  startsAt: momentSchema,
  minutes: z.number().int(),
  place: z.string(),
  contact: z.string(),
  interviewers: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Times offered by hand that are still to come; empty: the candidate picks from the free ones. */
  offered: z.array(momentSchema),
  /** How often it was moved. */
  changes: z.number().int(),
  /** Null while it stands. */
  cancelledBy: z.enum(['candidate', 'staff']).nullable(),
});
export type MeetingView = z.infer<typeof meetingSchema>;
export const meetingListSchema = z.object({
  /** Those to come and those of today, soonest first. */
  meetings: z.array(meetingSchema),
  /** In whose calendars they stand; null: in no chat's. */
  calendar: z.enum(['dingtalk', 'wecom', 'feishu']).nullable(),
});
export type MeetingList = z.infer<typeof meetingListSchema>;

/** When one of the interviewers is taken: that, and never by what. */
export const busyPersonSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** In order, apart from each other. A chat's calendar tells of the round itself, too. */
  busy: z.array(z.object({ from: momentSchema, to: momentSchema })),
});
export type BusyPerson = z.infer<typeof busyPersonSchema>;

export const meetingTimesSchema = z.object({
  /** Beginnings that are free for everybody, soonest first. */
  times: z.array(momentSchema),
  /** The working days that were looked through, YYYY-MM-DD. */
  days: z.array(z.string()),
  people: z.array(busyPersonSchema),
  /** What else stands in the interviewers' calendars was looked at. */
  calendarRead: z.boolean(),
});
export type MeetingTimes = z.infer<typeof meetingTimesSchema>;

/** Who could be there of the company, who is, and who is in another round at that time. */
export const roundPeopleSchema = z.object({
  people: z.array(
    z.object({ id: idSchema, name: z.string(), chosen: z.boolean(), busy: z.boolean() }),
  ),
});
export type RoundPeople = z.infer<typeof roundPeopleSchema>;
export const setRoundPeopleSchema = z.object({
  id: idSchema,
  staffIds: z.array(idSchema).min(1).max(8),
});
export type SetRoundPeople = z.infer<typeof setRoundPeopleSchema>;

export const offerTimesSchema = z.object({
  id: idSchema,
  /** Empty: from the free ones again. */
  times: z.array(startSchema).max(mostOffered),
});
export type OfferTimes = z.infer<typeof offerTimesSchema>;
export const moveMeetingSchema = z.object({
  id: idSchema,
  /** Null: to the next time that is free for everybody. */
  startsAt: startSchema.nullable(),
});
export type MoveMeeting = z.infer<typeof moveMeetingSchema>;

/** What the candidate sees of the next round. */
export const ownMeetingSchema = z.object({
  meeting: z
    .object({
      interviewId: idSchema,
      roundName: z.string(),
      startsAt: momentSchema,
      minutes: z.number().int(),
      place: z.string(),
      contact: z.string(),
      cancelledBy: z.enum(['candidate', 'staff']).nullable(),
      calendarUrl: z.string(),
      over: z.boolean(),
    })
    .nullable(),
  /** Other times to choose from. */
  times: z.array(momentSchema),
  serverNow: momentSchema,
});
export type OwnMeeting = z.infer<typeof ownMeetingSchema>;
export const pickTimeSchema = z.object({ startsAt: startSchema });
export type PickTime = z.infer<typeof pickTimeSchema>;
