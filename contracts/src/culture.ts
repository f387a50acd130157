import { z } from 'zod';

/** Portraits of a culture that the product brings along; each is a dimension with anchors (culture-portraits.ts). */
export const portraits = ['wolf', 'innovation'] as const;
export type Portrait = (typeof portraits)[number];

/** Marks a dimension as a portrait of culture: weight 0 unless somebody wrote down why it counts. */
export const cultureSchema = z.object({
  portrait: z.enum(portraits),
  /** Why it has a weight; without it there is none. */
  weightReason: z.string().max(500),
});
export type Culture = z.infer<typeof cultureSchema>;

/** Shortest reason that counts as one, in characters. */
export const leastReason = 10;
