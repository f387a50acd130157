import { groundsOf } from '@zhiyu/contracts/grounds';
import type { Evidence, Finding } from '@zhiyu/contracts/scoring';

/** A sentence with the words it rests on; nothing where there are none. */
export function findingFrom(text: string, quotes: readonly Evidence[]): Finding[] {
  const evidence = groundsOf(quotes);
  return evidence ? [{ text, evidence }] : [];
}
