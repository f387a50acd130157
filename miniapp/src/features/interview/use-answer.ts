import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useToast } from '../../components/toast';
import { AnswerRun } from './answer-run';
import type { DeviceHandle } from './use-devices';

/** The one recording of this page and what it does now. */
export function useAnswer(handle: DeviceHandle) {
  const say = useToast();
  const latest = useRef(handle);
  latest.current = handle;
  const run = useRef<AnswerRun | null>(null);
  run.current ??= new AnswerRun({
    say,
    devices: async (mode) => {
      const { devices, open } = latest.current;
      return devices && (mode === 'voice' || devices.hasCamera)
        ? devices
        : (await open(mode === 'camera')).devices;
    },
  });
  const it = run.current;
  useEffect(() => it.close, [it]);
  return { run: it, state: useSyncExternalStore(it.subscribe, it.snapshot) };
}

export type AnswerHandle = ReturnType<typeof useAnswer>;
