import { nothingSchema } from './basics.js';
import { askCrossingSchema, crossingSchema } from './crossing.js';
import { railCountsSchema } from './rail.js';
import { todaySchema } from './today.js';

/** What goes on now and what waits. */
export const todaySchemas = {
  today: { input: nothingSchema, output: todaySchema },
  crossing: { input: askCrossingSchema, output: crossingSchema },
  railCounts: { input: nothingSchema, output: railCountsSchema },
};
