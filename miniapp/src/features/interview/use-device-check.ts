import { useEffect, useRef, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { AnswerMode, CandidateInterview, DeviceCheck } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { FOR_VOICE, measureLine, type Line } from './line';
import { allowedModes } from './step.shared';
import type { DeviceHandle } from './use-devices';
import { openNext, putInterview } from './use-interview';

function stateOf(handle: DeviceHandle, which: 'camera' | 'microphone'): DeviceCheck['camera'] {
  const trouble = which === 'camera' ? handle.cameraTrouble : handle.microphoneTrouble;
  if (trouble) {
    return trouble;
  }
  const works = handle.devices !== null && (which === 'microphone' || handle.devices.hasCamera);
  return works ? 'ok' : 'off';
}

/** The best way of answering that works, is allowed, and is sent in good time. */
function bestMode(handle: DeviceHandle, allowed: readonly AnswerMode[], line: Line): AnswerMode {
  const works: Record<AnswerMode, boolean> = {
    camera: handle.devices?.hasCamera === true && !isSlow(line),
    voice: handle.devices !== null,
    text: true,
  };
  return allowed.find((mode) => works[mode]) ?? 'text';
}

const isSlow = (line: Line): boolean => typeof line === 'number' && line < FOR_VOICE;

/**
 * The way that is taken, and the one that was picked for the candidate where that has a reason to be told; null: the
 * candidate chose, or there was only one way.
 */
function picked(
  mode: AnswerMode | null,
  of: { handle: DeviceHandle; allowed: readonly AnswerMode[]; line: Line },
): { chosen: AnswerMode; why: 'camera' | 'voice' | null } {
  const { handle, allowed, line } = of;
  const best = bestMode(handle, allowed, line);
  const both = handle.devices?.hasCamera === true && allowed.includes('camera');
  const told = mode === null && both && line !== 'asking' && best !== 'text';
  return { chosen: mode ?? best, why: told ? best : null };
}

/** Opens what may be used and measures the line, once. */
function useLook({ open }: DeviceHandle, allowed: readonly AnswerMode[]): Line {
  const [line, setLine] = useState<Line>('asking');
  const asked = useRef(false);
  const camera = allowed.includes('camera');
  const media = allowed.includes('voice');
  useEffect(() => {
    if (!asked.current) {
      asked.current = true;
      void measureLine().then(setLine);
      if (media) {
        void open(camera);
      }
    }
  }, [media, camera, open]);
  return line;
}

/** Looks at camera, microphone and line, and begins with the chosen way of answering. */
export function useDeviceCheck(
  interview: CandidateInterview,
  handle: DeviceHandle,
  onReady: (mode: AnswerMode, byFile: boolean) => void,
) {
  const allowed = allowedModes(interview);
  const [mode, setMode] = useState<AnswerMode | null>(null);
  const line = useLook(handle, allowed);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { chosen, why } = picked(mode, { handle, allowed, line });
  const begin = async (by: AnswerMode = chosen, byFile = false) => {
    setSending(true);
    setProblem(null);
    try {
      const input: DeviceCheck = {
        camera: stateOf(handle, 'camera'),
        microphone: stateOf(handle, 'microphone'),
        kbps: typeof line === 'number' ? line : 0,
        mode: by,
      };
      const checked = await call(candidateRoutes.deviceCheck, input);
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
  return { allowed, chosen, choose: setMode, line, why, sending, problem, begin };
}

export type DeviceCheckState = ReturnType<typeof useDeviceCheck>;
