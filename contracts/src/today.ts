import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

const whoseSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
});

/** Interviews of this day, of the positions that the reader sees. */
export const todaySchema = z.object({
  asOf: momentSchema,
  /** AI interviews that go on now, newest last; 20 at most are named. */
  running: z.array(
    whoseSchema.extend({
      startedAt: momentSchema,
      /** Handed in of so many questions. */
      answered: z.number().int(),
      questions: z.number().int(),
      paused: z.boolean(),
    }),
  ),
  runningCount: z.number().int(),
  /** Interviews with people that begin today in Asia/Shanghai. */
  meetings: z.array(
    whoseSchema.extend({ startsAt: momentSchema, place: z.string(), contact: z.string() }),
  ),
  /** Invitations that nobody has followed and that end within 24 hours; 20 at most. */
  ending: z.array(whoseSchema.extend({ deadline: momentSchema })),
  endingCount: z.number().int(),
});
export type Today = z.infer<typeof todaySchema>;
