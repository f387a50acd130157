import { rawPaths } from '@zhiyu/contracts/raw-paths';

/** The candidate's own recording of an attempt; the server leads on to its video or sound. */
export function ownMedia(attemptId: string): string {
  return `${rawPaths.media}/by-attempt/${attemptId}?side=candidate`;
}
