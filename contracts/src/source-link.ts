import { z } from 'zod';
import { idSchema } from './basics.js';
import { linkSources, sources } from './source-values.js';

export const sourceLinkSchema = z.object({
  id: idSchema,
  code: z.string(),
  source: z.enum(sources),
  label: z.string(),
  url: z.string(),
  qrSvg: z.string(),
  visits: z.number().int(),
  applications: z.number().int(),
  /** Of them: those with a score, and those hired. */
  interviewed: z.number().int(),
  hired: z.number().int(),
});
export type SourceLink = z.infer<typeof sourceLinkSchema>;
export const sourceLinkListSchema = z.object({ links: z.array(sourceLinkSchema) });
export type SourceLinkList = z.infer<typeof sourceLinkListSchema>;
export const createLinkSchema = z.object({
  positionId: idSchema,
  source: z.enum(linkSources),
  label: z.string().min(1).max(60),
});
export type CreateLink = z.infer<typeof createLinkSchema>;
