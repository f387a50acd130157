import type { Stage } from '@zhiyu/contracts/stage-values';
import type { StaffActor } from '../platform/auth/actor.js';
import { mayOn, type Scoped } from '../staff/access.js';

/** Whether this person may decide in this stage: nobody does on an interview whose report he may not open. */
export function mayDecideOn(actor: StaffActor, stage: Stage, position: Scoped): boolean {
  return (
    mayOn(actor, 'application.decide', position) &&
    (stage === 'screening' || mayOn(actor, 'report.view', position))
  );
}
