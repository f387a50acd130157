import { randomBytes } from '../platform/random';

/** Path with its `:params` filled, and the fields that were not in it. */
export function fill(
  path: string,
  input: unknown,
): { path: string; rest: Record<string, unknown> } {
  const fields = Object.entries(input as Record<string, unknown>);
  const inPath = new Set<string>();
  const filled = path.replace(/:([a-zA-Z]+)/g, (_whole, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String((input as Record<string, unknown>)[name]));
  });
  return { path: filled, rest: Object.fromEntries(fields.filter(([name]) => !inPath.has(name))) };
}

/** A random UUID (version 4) without a secure context. */
export function newKey(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
