import { useRef, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import type { Handed } from './intake.shared';

const touched = [routes.listApplications, routes.dashboard, routes.listPositions];

const unsent = { state: 'waiting', result: null, reason: '' } as const;

/** Hands files in one after the other; each has its own result and its own key, so that a lost network doubles nobody. */
export function useIntake(positionId: string) {
  const [files, setFiles] = useState<Handed[]>([]);
  const waiting = useRef<{ key: string; file: File }[]>([]);
  const running = useRef(false);
  const put = (key: string, part: Partial<Handed>) =>
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const sendOne = async ({ key, file }: { key: string; file: File }) => {
    put(key, { state: 'sending' });
    try {
      const result = await call(
        routes.uploadResume,
        { id: positionId, name: file.name },
        { file, key },
      );
      put(key, { state: 'done', result });
    } catch (error) {
      put(key, { state: 'refused', reason: messageOf(error) });
    }
  };

  const run = async () => {
    if (running.current) {
      return;
    }
    running.current = true;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      await sendOne(next);
    }
    running.current = false;
    await Promise.all(
      touched.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })),
    );
  };

  const add = (chosen: readonly File[]) => {
    const fresh = chosen.map((file) => ({ key: newKey(), file }));
    waiting.current.push(...fresh);
    setFiles((before) => [
      ...before,
      ...fresh.map(({ key, file }) => ({ ...unsent, key, name: file.name, bytes: file.size })),
    ]);
    void run();
  };
  return { files, add };
}
