import type { Report } from '@zhiyu/contracts/scoring';
import type { AssessInput } from './engine/assess.js';
import { assessHeard } from './heard/assess-heard.js';

/** One place where a report and its rebuilding are not the same; a value that is not there is undefined. */
export interface Difference {
  path: string;
  stored: unknown;
  rebuilt: unknown;
}

const mostDifferences = 50;

/**
 * Rebuilds a report from what it was made of, by the rules of the engine that made it where they are still known.
 * @returns nothing where it comes out the same, byte for byte
 */
export function replay(stored: Report, snapshot: AssessInput): Difference[] {
  const text = JSON.stringify(assessHeard(snapshot, stored.engine.version));
  if (text === JSON.stringify(stored)) {
    return [];
  }
  const differences: Difference[] = [];
  compare('', { stored, rebuilt: JSON.parse(text) as unknown }, differences);
  const order = { path: '(order)', stored: 'the same values', rebuilt: 'in another order' };
  return differences.length > 0 ? differences : [order];
}

/** What of a report comes out the same and what does not, by its parts in their order. */
export function partsOf(
  stored: Report,
  differences: readonly Difference[],
): { same: string[]; other: string[] } {
  const changed = new Set(differences.map(({ path }) => path.split('.')[0] ?? ''));
  const parts = [...new Set([...Object.keys(stored), ...changed])].filter((one) => one !== '');
  return {
    same: parts.filter((one) => !changed.has(one)),
    other: parts.filter((one) => changed.has(one)),
  };
}

function compare(
  path: string,
  { stored, rebuilt }: { stored: unknown; rebuilt: unknown },
  found: Difference[],
): void {
  if (found.length >= mostDifferences || Object.is(stored, rebuilt)) {
    return;
  }
  if (!isBranch(stored) || !isBranch(rebuilt)) {
    found.push({ path, stored, rebuilt });
    return;
  }
  for (const key of new Set([...Object.keys(stored), ...Object.keys(rebuilt)])) {
    const below = path === '' ? key : `${path}.${key}`;
    compare(below, { stored: stored[key], rebuilt: rebuilt[key] }, found);
  }
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
