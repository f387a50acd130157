import { z } from 'zod';

/** Where the line stands that a question was made for. */
export const originPlaces = ['requirement', 'description', 'resume'] as const;
/**
 * How it asks: `knowledge` by the key points of the skill catalogue; `experience` about something done,
 * without key points; `competency` about a way of working; `bank` with an item of the question bank; `own` in words written for it.
 */
export const originWays = ['knowledge', 'experience', 'competency', 'bank', 'own'] as const;

/** The line of the job description or of a résumé that a question is tied to. */
export const originSchema = z.object({
  from: z.enum(originPlaces),
  /** The line's words; empty for a résumé, whose words are kept sealed beside the question. */
  line: z.string().max(300),
  way: z.enum(originWays),
  /** Code of the catalogue's skill or of the competency; absent where the line is outside both. */
  about: z.string().max(60).optional(),
});
export type Origin = z.infer<typeof originSchema>;
