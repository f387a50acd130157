import { useEffect, useRef, useState } from 'react';
import type { Attempt } from '@zhiyu/contracts/interview';
import { ApiError, messageOf } from '../../api/error';
import { newKey, pause } from '../../api/request.shared';
import { AttemptUpload, type UploadState } from '../../platform/upload';
import { handInAttempt } from './live-answer';
import { putInterview } from './use-interview';

/**
 * After a reload in the middle of a recording: what is still on the device goes up, then the attempt
 * is finished with what there is. Nothing to press, nothing lost but the slice in flight.
 */
export function useRecovery(attempt: Attempt | null) {
  const [state, setState] = useState<UploadState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef('');
  const id = attempt && attempt.mode !== 'text' ? attempt.id : '';
  const acknowledged = attempt?.seconds ?? 0;
  useEffect(() => {
    if (id === '' || started.current === id) {
      return;
    }
    started.current = id;
    void recover(id, acknowledged, setState).catch((error: unknown) =>
      setProblem(messageOf(error)),
    );
  }, [id, acknowledged]);
  return { state, problem };
}

async function recover(
  attemptId: string,
  acknowledged: number,
  show: (state: UploadState) => void,
): Promise<void> {
  const upload = await AttemptUpload.resume(attemptId);
  upload?.subscribe(() => show(upload.snapshot));
  const durationMs = upload ? upload.keptMs : acknowledged * 1000;
  await upload?.end(durationMs);
  const key = newKey();
  for (;;) {
    try {
      putInterview(await handInAttempt(upload, { attemptId, durationMs, offline: true, key }));
      return;
    } catch (error) {
      const wait =
        error instanceof ApiError && ['offline', 'recordedElsewhere'].includes(error.code);
      if (!wait) {
        throw error;
      }
      await pause(3_000);
    }
  }
}
