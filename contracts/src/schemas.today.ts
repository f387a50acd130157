import { nothingSchema } from './basics.js';
import { railCountsSchema } from './rail.js';
import { todaySchema } from './today.js';

/** What goes on now and what waits. */
export const todaySchemas = {
  today: { input: nothingSchema, output: todaySchema },
  railCounts: { input: nothingSchema, output: railCountsSchema },
};
