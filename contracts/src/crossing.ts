import { z } from 'zod';
import { idSchema } from './basics.js';

/** Of so many applications at once: as many as a person looks through in a morning. */
export const crossingAtMost = 50;

export const askCrossingSchema = z.object({
  /** Ids of applications with commas between them. */
  ids: z
    .string()
    .min(26)
    .max(crossingAtMost * 27),
});
export type AskCrossing = z.infer<typeof askCrossingSchema>;

/** Which dimensions lie on the line: their interval contains the requirement, so a look can change what is said of them. */
export const crossingSchema = z.object({
  /** Only of applications that have such dimensions and whose report the reader may open now. */
  rows: z.array(
    z.object({
      applicationId: idSchema,
      /** In the reader's language, the heaviest first. */
      dimensions: z.array(z.string()).min(1),
    }),
  ),
});
export type Crossing = z.infer<typeof crossingSchema>;
