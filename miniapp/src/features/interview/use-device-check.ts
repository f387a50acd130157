import { useEffect, useRef, useState } from 'react';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { AnswerMode, CandidateInterview, DeviceCheck } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { allowedModes } from './step.shared';
import type { DeviceHandle } from './use-devices';
import { openNext, putInterview } from './use-interview';

/** Milliseconds until the server answers, the best of three; null when it does not. */
async function roundTrip(): Promise<number | null> {
  let best: number | null = null;
  for (let i = 0; i < 3; i += 1) {
    const from = performance.now();
    try {
      await fetch(rawPaths.live, { cache: 'no-store' });
      best = Math.min(best ?? Infinity, performance.now() - from);
    } catch {
      return best;
    }
  }
  return best;
}

/** What the browser says of the line (kbit/s); 0 where it says nothing. */
function lineSpeed(): number {
  const { connection } = navigator as { connection?: { downlink?: number } };
  return Math.round((connection?.downlink ?? 0) * 1000);
}

function stateOf(handle: DeviceHandle, which: 'camera' | 'microphone'): DeviceCheck['camera'] {
  const trouble = which === 'camera' ? handle.cameraTrouble : handle.microphoneTrouble;
  if (trouble) {
    return trouble;
  }
  const works = handle.devices !== null && (which === 'microphone' || handle.devices.hasCamera);
  return works ? 'ok' : 'off';
}

/** The best way of answering that works and is allowed. */
function bestMode(handle: DeviceHandle, allowed: readonly AnswerMode[]): AnswerMode {
  const works: Record<AnswerMode, boolean> = {
    camera: handle.devices?.hasCamera === true,
    voice: handle.devices !== null,
    text: true,
  };
  return allowed.find((mode) => works[mode]) ?? 'text';
}

/** Looks at camera, microphone and line, and begins with the chosen way of answering. */
export function useDeviceCheck(
  interview: CandidateInterview,
  handle: DeviceHandle,
  onReady: (mode: AnswerMode, byFile: boolean) => void,
) {
  const allowed = allowedModes(interview);
  const [mode, setMode] = useState<AnswerMode | null>(null);
  const [delay, setDelay] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(false);
  const camera = allowed.includes('camera');
  const media = allowed.includes('voice');
  const { open } = handle;
  useEffect(() => {
    if (!asked.current) {
      asked.current = true;
      void roundTrip().then(setDelay);
      if (media) {
        void open(camera);
      }
    }
  }, [media, camera, open]);
  const chosen = mode ?? bestMode(handle, allowed);
  const begin = async (by: AnswerMode = chosen, byFile = false) => {
    setSending(true);
    setProblem(null);
    try {
      const input: DeviceCheck = {
        camera: stateOf(handle, 'camera'),
        microphone: stateOf(handle, 'microphone'),
        kbps: lineSpeed(),
        mode: by,
      };
      const checked = await call(routes.deviceCheck, input);
      putInterview(checked);
      if (checked.current === null) {
        await openNext();
      }
      onReady(by, byFile);
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  return { allowed, chosen, choose: setMode, delay, sending, problem, begin };
}

export type DeviceCheckState = ReturnType<typeof useDeviceCheck>;
