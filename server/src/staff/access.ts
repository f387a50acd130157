import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { StaffActor } from '../platform/auth/actor.js';
import { Rights } from '../platform/auth/can.js';
import { groundOf, scopesOf } from './rights.js';

/** What scope is measured against: a position's department and responsible HR. */
export interface Scoped {
  companyId: string;
  departmentId: string | null;
  ownerId: string | null;
}

/** What of a person rights are measured by. */
export type Standing = Pick<StaffActor, 'id' | 'companyId' | 'roles' | 'headOf'>;

@Injectable()
export class RightsTable extends Rights {
  ground(actor: { kind: string; roles?: readonly string[] }, act: string): string | null {
    return groundOf(actor, act);
  }
}

function reaches(actor: Standing, scope: string, object: Scoped): boolean {
  switch (scope) {
    case 'company':
      return true;
    case 'department':
      return object.departmentId !== null && actor.headOf.includes(object.departmentId);
    case 'asked':
      // By a row of the one interview, never by the position: the review room looks (scoring/review).
      return false;
    default:
      // Where nobody is responsible, everybody with the role is: their cards go to all of them.
      return object.ownerId === null || object.ownerId === actor.id;
  }
}

/** Whether this person may do the act on this object. */
export function mayOn(actor: Standing, act: string, object: Scoped): boolean {
  return (
    object.companyId === actor.companyId &&
    scopesOf(actor.roles, act).some((scope) => reaches(actor, scope, object))
  );
}

/** @throws notFound for another company's object (its existence is not told), notAllowed otherwise. */
export function requireOn(
  actor: StaffActor,
  act: string,
  object: Scoped | null,
): asserts object is Scoped {
  if (object?.companyId !== actor.companyId) {
    throw new AppError('notFound');
  }
  if (!mayOn(actor, act, object)) {
    throw new AppError('notAllowed');
  }
}
