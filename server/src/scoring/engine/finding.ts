import type { Evidence, Finding } from '@zhiyu/contracts/scoring';

/** A sentence with the words it rests on; nothing where there are none. */
export function findingFrom(text: string, [first, ...more]: readonly Evidence[]): Finding[] {
  return first ? [{ text, evidence: [first, ...more] }] : [];
}
