import type { ApplicationRow } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';
import type { BulkItem, BulkKind } from '@zhiyu/contracts/pipeline';
import { decidedByHr } from '../recruiting/pipeline.states.js';
import { stageAfter } from './decisions.service.js';

/** A result that a person has to look at before it is decided so, whatever the others of the choice are. */
function needsLook({ stage, verdict, doubts }: ApplicationRow, kind: BulkKind): boolean {
  if (stage !== 'review' || kind === 'hold') {
    return false;
  }
  return doubts.length > 0 || verdict !== (kind === 'pass' ? 'meets' : 'below');
}

/** What a pass in each stage brings the candidate. */
const ofPass: Partial<Record<Stage, BulkItem['effect']>> = {
  ...{ screening: 'invitation', review: 'meeting', hrInterview: 'meeting', final: 'word' },
};

function effectOf(kind: BulkKind, stage: Stage): BulkItem['effect'] {
  if (kind === 'reject') {
    return 'letter';
  }
  return (kind === 'pass' && ofPass[stage]) || 'nothing';
}

/** What deciding so would do to one of several, and why it is left out. */
export function bulkItem(row: ApplicationRow, kind: BulkKind): BulkItem {
  const { id, candidateName, positionName, stage, waitsForMe } = row;
  const to = { pass: stageAfter(stage), reject: 'rejected' as const, hold: stage }[kind];
  const open = decidedByHr.includes(stage);
  const obstacle = !open ? 'stage' : !waitsForMe ? 'right' : needsLook(row, kind) ? 'look' : null;
  return {
    ...{ id, candidateName, positionName, stage },
    ...{ obstacle, to: to ?? stage, effect: effectOf(kind, stage) },
  };
}
