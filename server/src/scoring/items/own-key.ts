import { createHash } from 'node:crypto';

/** So many characters stand beside the position's id in a code. */
const longest = 33;

/** The code under which a position's own question is counted: the position's id, a blank, its code or, where that is long, a hash of it. */
export function ownKey(positionId: string, code: string): string {
  const short =
    code.length <= longest ? code : createHash('sha256').update(code).digest('hex').slice(0, 32);
  return `${positionId} ${short}`;
}
