import { z } from 'zod';

/** One setting at fault: its name in the environment and what is wrong, in words. */
export interface SettingFault {
  name: string;
  problem: string;
}

/** All faults of all areas at once: nobody should have to start five times to learn of five. */
export class SettingsError extends Error {
  constructor(readonly faults: SettingFault[]) {
    super(faults.map((fault) => `${fault.name}: ${fault.problem}`).join('\n'));
    this.name = 'SettingsError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads one area. An empty value counts as absent, so that `NAME=` in a file means the default.
 * @returns the values, or the faults when a value is refused.
 */
export function readArea<T extends z.ZodRawShape>(
  shape: T,
  env: Environment,
): { values: z.infer<z.ZodObject<T>> } | { faults: SettingFault[] } {
  const raw: Record<string, string> = {};
  for (const name of Object.keys(shape)) {
    const value = env[name];
    if (value !== undefined && value !== '') {
      raw[name] = value;
    }
  }
  const read = z.object(shape).safeParse(raw);
  if (read.success) {
    return { values: read.data };
  }
  return {
    faults: read.error.issues.map((issue) => ({
      name: issue.path.join('.'),
      problem: issue.message,
    })),
  };
}

export const port = z.coerce.number().int().min(0).max(65535);
export const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
