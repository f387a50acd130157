import { AppError } from '@zhiyu/contracts/errors';
import type { StaffActor } from '../platform/auth/actor.js';
import type { Position } from '../recruiting/entities/position.entity.js';
import { requireOn } from '../staff/access.js';

/** The position that somebody is to be told of. @throws notFound, notAllowed, stageRefused where it is not open */
export function requireOpen(
  actor: StaffActor,
  position: Position | null,
): asserts position is Position {
  requireOn(actor, 'talent.invite', position);
  if (position.state !== 'open') {
    throw new AppError('stageRefused', { from: position.state, to: 'applied' });
  }
}
