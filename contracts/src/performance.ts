import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** One appraisal of somebody who works here, as the company's own papers have it. */
export const performanceRecordSchema = z.object({
  id: idSchema,
  /** What it is about, e.g. 2026 上半年. */
  period: z.string(),
  /** In the company's own words, e.g. A, 4.2 / 5, 超出预期. */
  rating: z.string(),
  note: z.string(),
  by: z.string(),
  at: momentSchema,
});
export type PerformanceRecord = z.infer<typeof performanceRecordSchema>;

/** An internal application: somebody who works here applies (R6). */
export const internalViewSchema = z.object({
  /** Came by an internal link. */
  byLink: z.boolean(),
  /** The person signs in here; null: not found among the company's people. */
  employee: z.object({ since: momentSchema, department: z.string().nullable() }).nullable(),
  /** Whether the reader may ask for past performance, and enter it. */
  maySee: z.boolean(),
  mayEnter: z.boolean(),
});
export type InternalView = z.infer<typeof internalViewSchema>;

/** Appraisals of a person, in the order they were entered. */
export const performanceListSchema = z.object({ records: z.array(performanceRecordSchema) });
export type PerformanceList = z.infer<typeof performanceListSchema>;

export const addPerformanceSchema = z.object({
  id: idSchema,
  period: z.string().trim().min(1).max(60),
  rating: z.string().trim().min(1).max(60),
  note: z.string().trim().max(1000),
});
export type AddPerformance = z.infer<typeof addPerformanceSchema>;
export const removePerformanceSchema = z.object({ id: idSchema, record: idSchema });
export type RemovePerformance = z.infer<typeof removePerformanceSchema>;
