import { useEffect, useRef } from 'react';
import { openStore } from '../../platform/slices';
import { AttemptUpload } from '../../platform/upload';

/** Recordings of earlier attempts that have not gone up whole yet go on in the background. */
export function useLeftovers(runningId: string | null): void {
  const running = useRef(runningId);
  useEffect(() => {
    const resumed: AttemptUpload[] = [];
    const resume = async () => {
      const uploads = await (await openStore()).uploads();
      const ended = uploads.filter((u) => u.ended && u.attemptId !== running.current);
      for (const id of new Set(ended.map((u) => u.attemptId))) {
        const upload = await AttemptUpload.resume(id);
        if (upload) {
          resumed.push(upload);
        }
      }
    };
    void resume().catch(() => undefined);
    return () => resumed.forEach((upload) => upload.close());
  }, []);
}
