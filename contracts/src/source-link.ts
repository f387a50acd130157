import { z } from 'zod';
import { idSchema } from './basics.js';

/** Where candidates of a link come from (R7). */
export const sources = [
  'website',
  'referral',
  'qr',
  'campus',
  'wecom',
  'dingtalk',
  'jobBoard',
  /** For those who work here already. */
  'internal',
  'upload',
  /** Said yes to an invitation from the talent pool. */
  'pool',
] as const;
export type SourceName = (typeof sources)[number];
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
  source: z.enum(sources),
  label: z.string().min(1).max(60),
});
export type CreateLink = z.infer<typeof createLinkSchema>;
