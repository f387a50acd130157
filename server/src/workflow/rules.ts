import type { Automation } from '@zhiyu/contracts/position';
import type { Report } from '@zhiyu/contracts/scoring';
import type { Screening } from '@zhiyu/contracts/screening';
import { doubtsOf } from '../recruiting/doubts.js';

export type Proposal =
  | { act: 'askPerson' }
  /** By a setting of the position; `ground` is what the decision is written down with. */
  | { act: 'pass'; ground: string }
  | { act: 'reject'; ground: string };

/** After screening: invite by itself, or a person looks. Nobody is turned down here by a machine. */
export function afterScreening(
  outcome: Screening['outcome'],
  automation: Automation,
): 'invite' | 'askPerson' {
  return outcome === 'pass' && automation.inviteOnScreeningPass ? 'invite' : 'askPerson';
}

/**
 * After the report: what the settings allow without a person. The whole interval must be on one side of the
 * requirement, enough of the model must have been measured, no answer may be without words, the engines must not be
 * apart, and a rejection needs consent and a written lawful ground; under the European rules it is always a person's.
 */
export function afterReport(
  report: Report,
  automation: Automation,
  { consented, european }: { consented: boolean; european: boolean },
): Proposal {
  const { verdict, value } = report.total;
  const sure = value !== null && report.confidence !== 'low' && doubtsOf(report).length === 0;
  if (!sure) {
    return { act: 'askPerson' };
  }
  if (verdict === 'meets' && automation.passOnThreshold) {
    return { act: 'pass', ground: 'passOnThreshold' };
  }
  const lawfulGround = machineGround(automation, consented, european);
  return verdict === 'below' && lawfulGround !== ''
    ? { act: 'reject', ground: lawfulGround.slice(0, 120) }
    : { act: 'askPerson' };
}

/** On what ground a machine alone may turn somebody down; empty: it may not. */
function machineGround(
  { rejectBelowThreshold: { on, lawfulGround } }: Automation,
  consented: boolean,
  european: boolean,
): string {
  return on && consented && !european ? lawfulGround.trim() : '';
}
