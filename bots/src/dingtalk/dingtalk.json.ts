/** What came from outside, read without trusting its shape. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value when it is an object, otherwise an empty one. */
export function recordOf(value: unknown): JsonRecord {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as JsonRecord) : {};
}

/** Parsed JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An object, or an object written as JSON in a string, as DingTalk nests them. */
export function nestedRecord(value: unknown): JsonRecord {
  return recordOf(typeof value === 'string' ? parsed(value) : value);
}

/** The first of these fields that has a text or a number, as text; empty otherwise. */
export function textOf(record: JsonRecord, ...names: string[]): string {
  for (const name of names) {
    const value = record[name];
    if (typeof value === 'string' && value !== '') {
      return value;
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      return String(value);
    }
  }
  return '';
}

/** The first of these fields that is a number or digits; null otherwise. */
export function numberOf(record: JsonRecord, ...names: string[]): number | null {
  const number = Number(textOf(record, ...names) || Number.NaN);
  return Number.isFinite(number) ? number : null;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The texts of a list, or one text alone. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? listOf(value) : [value])
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String)
    .filter((one) => one !== '');
}
