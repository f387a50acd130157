import { z } from 'zod';
import { idSchema } from './basics.js';
import { maskModes, unmaskReasons } from './masking-values.js';

export type MaskMode = (typeof maskModes)[number];
export type UnmaskReason = (typeof unmaskReasons)[number];

export const maskStateSchema = z.object({
  mode: z.enum(maskModes),
  /** For the reader, now. */
  masked: z.boolean(),
});
export type MaskState = z.infer<typeof maskStateSchema>;

export const unmaskSchema = z.object({
  /** The application. */
  id: idSchema,
  reason: z.enum(unmaskReasons),
  note: z.string().trim().max(300),
});
export type Unmask = z.infer<typeof unmaskSchema>;
