import { z } from 'zod';
import type { OutcomeRate, OutcomeTime } from './outcomes.js';

/** How often the digest goes out. */
const rhythms = ['off', 'weekly', 'daily'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Times of day that can be chosen, Asia/Shanghai: every half hour outside the quiet hours. */
const digestTimes: readonly string[] = Array.from({ length: 28 }, (_, n) => {
  const hour = String(8 + Math.floor(n / 2)).padStart(2, '0');
  return `${hour}:${n % 2 === 0 ? '00' : '30'}`;
});

/** When HR and the hiring managers get their digest. */
export const digestPlanSchema = z.object({
  rhythm: z.enum(rhythms),
  /** Of the weekly one, 1 = Monday to 5 = Friday; on a holiday it goes out on the next working day. */
  weekday: z.number().int().min(1).max(5),
  time: z.string().refine((time) => digestTimes.includes(time), {
    error: 'must be a half hour from 08:00 to 21:30',
  }),
  /** Also to the recruiting group, without names and scores. */
  group: z.boolean(),
  /** The report of a month, on the first working day of the next. */
  monthly: z.boolean().default(true),
});
export type DigestPlan = z.infer<typeof digestPlanSchema>;

export const digestStateSchema = digestPlanSchema.extend({
  /** Whether a recruiting group is set up. */
  hasGroup: z.boolean(),
});
export type DigestState = z.infer<typeof digestStateSchema>;

/** A period's number and that of the period before. */
export interface Compared {
  now: number;
  before: number;
}

export interface DigestPosition {
  name: string;
  headcount: number;
  /** Applications by where they stand now. */
  standing: Record<'screening' | 'interview' | 'review' | 'people' | 'offer' | 'hired', number>;
}

/** What a digest tells; counts only, nobody's name and no score. Moments in ms. */
export interface DigestFacts {
  /** Applications that wait for a person now, and since when the oldest does. */
  waiting: { count: number; since: number | null };
  applied: Compared;
  interviewed: Compared;
  /** Candidates with a pass in at least one round. */
  passed: Compared;
  hired: Compared;
  /** Promises to candidates whose answer came in time, or whose time passed without. */
  promises: { kept: number; broken: number };
  /** Positions that are open or where somebody stands, busiest first. */
  positions: DigestPosition[];
  /** Applications of each day of the week. */
  days: { day: number; applied: number }[];
}

interface MonthFigure<Name> {
  name: Name;
  now: { value: number | null; of: number };
  before: { value: number | null; of: number };
}

/** What the report of a month tells: figures only; a share from 0 to 1, a time in ms, null where nothing was counted. */
export interface MonthFacts {
  /** YYYY-MM */
  month: string;
  applied: Compared;
  hired: Compared;
  rates: MonthFigure<OutcomeRate>[];
  times: MonthFigure<OutcomeTime>[];
}
