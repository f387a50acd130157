import type { Span } from '@zhiyu/contracts/resume';
import type { RuleResult } from '@zhiyu/contracts/screening';

/** What one rule finds: the outcome, in words, and the place in the résumé. */
export interface Finding {
  outcome: RuleResult['outcome'];
  found: string;
  span: Span | null;
  years?: number;
}
