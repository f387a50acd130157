import { useEffect } from 'react';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import type { DeviceHandle } from './use-devices';
import { refreshInterview } from './use-interview';
import { secondsTo, useNow } from './use-now';

/**
 * The interview stands still: the camera is let go, and the server is asked again when the time of the pause is
 * used up. Seconds until then.
 */
export function useStandstill(
  { arrangements }: CandidateInterview,
  { close }: DeviceHandle,
): number {
  const left = secondsTo(arrangements.pause.endsAt, useNow());
  const over = left === 0;
  useEffect(() => {
    close();
  }, [close]);
  useEffect(() => {
    if (over) {
      void refreshInterview();
    }
  }, [over]);
  return left;
}
