import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { impactFindings } from './groups.js';
import { verdicts } from './scoring.js';

/** A simulation looks at interviews scored in the days before. */
export const simulationDays = 90;
/** Most people named as changed; the number is of all. */
export const mostChanged = 50;

const points = z.number().min(0).max(100);
const askedPoints = z.coerce.number().min(0).max(100);
const pairs = /^[a-z][a-zA-Z]{1,39}:[01](\.\d{1,4})?(,[a-z][a-zA-Z]{1,39}:[01](\.\d{1,4})?){0,7}$/;

/** Weights 0-1 by the code of the dimension, as an address carries them: `teamwork:0.3,service:0.7`. */
export function weightsText(dimensions: readonly { code: string; weight: number }[]): string {
  return dimensions.map(({ code, weight }) => `${code}:${Number(weight.toFixed(4))}`).join(',');
}

export function weightsOf(text: string): Record<string, number> {
  const each = text.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(each.map(([code, weight]) => [code ?? '', Number(weight)]));
}

/** A competency model as far as it moves a total. It is asked for, not changed: so all of it stands in the address. */
export const askSimulationSchema = z.object({
  id: idSchema,
  /** At least one above 0. */
  weights: z
    .string()
    .max(400)
    .regex(pairs)
    .refine((text) => Object.values(weightsOf(text)).some((weight) => weight > 0)),
  threshold: askedPoints,
  /** Half the width of the zone around the threshold in which a person decides. */
  greyZone: askedPoints,
});
export type AskSimulation = z.infer<typeof askSimulationSchema>;

/** How many people come out how. */
const countsSchema = z.object({
  meets: z.number().int(),
  crosses: z.number().int(),
  below: z.number().int(),
});
export type SimulationCounts = z.infer<typeof countsSchema>;

const outcome = z.object({ total: points.nullable(), verdict: z.enum(verdicts) });

/** Of one attribute people chose to state: lowest selection rate over the highest; null where too few are known. */
const ratioSchema = z.object({
  attribute: z.string(),
  was: z.number().nullable(),
  is: z.number().nullable(),
  finding: z.enum(impactFindings),
});
export type SimulatedRatio = z.infer<typeof ratioSchema>;

/** impact: null and why: not one's right, or so few results change that the ratios would tell of single people. */
export const simulationSchema = z.object({
  from: momentSchema,
  until: momentSchema,
  /** Interviews with a total under both models. */
  people: z.number().int(),
  /** Nothing that still counts was measured. */
  unmeasured: z.number().int(),
  was: countsSchema,
  is: countsSchema,
  changed: z.number().int(),
  /** By total after the change, rounded down to whole points of 100; `changed` is part of the other three. */
  columns: z.array(countsSchema.extend({ at: z.number().int(), changed: z.number().int() })),
  /** Largest change of the total first; null without the right to see candidates. */
  changedPeople: z
    .array(z.object({ applicationId: idSchema, name: z.string(), was: outcome, is: outcome }))
    .nullable(),
  impact: z.array(ratioSchema).nullable(),
  impactHidden: z.enum(['notAllowed', 'fewChanges']).nullable(),
});
export type Simulation = z.infer<typeof simulationSchema>;
