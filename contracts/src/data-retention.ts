import { z } from 'zod';
import { momentSchema } from './basics.js';
import { keepMonths } from './retention-values.js';

/** How long what is known of people who were not hired is kept (R61). */
export const dataRetentionSchema = z.object({
  /** Months after the end of somebody's last application, of 30 days each; null: until somebody asks. */
  months: z.number().int().nullable(),
  /** Before this nobody goes: a week after it was chosen, so that it can be taken back; null where nothing is chosen. */
  from: momentSchema.nullable(),
  /** How many people the first night would erase by the months asked about, or else by those that are set. */
  due: z.number().int(),
});
export type DataRetention = z.infer<typeof dataRetentionSchema>;

const months = (number: typeof z.number | typeof z.coerce.number) =>
  number().int().min(keepMonths.least).max(keepMonths.most);

export const askDataRetentionSchema = z.object({ months: months(z.coerce.number).optional() });
export type AskDataRetention = z.infer<typeof askDataRetentionSchema>;

export const setDataRetentionSchema = z.object({ months: months(z.number).nullable() });
export type SetDataRetention = z.infer<typeof setDataRetentionSchema>;
