import { useEffect, useRef, useSyncExternalStore } from 'react';
import { messageOf } from '../../api/error';
import { clockText } from '../../components/time';
import { i18n } from '../../locales';
import { useToast } from '../../components/toast';
import { FileProblem } from './send-file';
import { AnswerRun } from './answer-run';
import type { DeviceHandle } from './use-devices';

function fileProblem(error: unknown, answerSeconds: number): string {
  if (!(error instanceof FileProblem)) {
    return messageOf(error);
  }
  const times = { length: clockText(error.seconds), longest: clockText(answerSeconds) };
  return i18n.t(`candidate:file.problem.${error.trouble}`, times);
}

/** The one recording of this page and what it does now. */
export function useAnswer(handle: DeviceHandle) {
  const say = useToast();
  const latest = useRef(handle);
  latest.current = handle;
  const run = useRef<AnswerRun | null>(null);
  run.current ??= new AnswerRun({
    say,
    fileProblem,
    late: (count) => say(i18n.t('candidate:think.overrun', { count })),
    missing: () => say(i18n.t('candidate:answer.missing')),
    pictureLost: () => say(i18n.t('candidate:answer.pictureLost')),
    lost: () => {
      // A dead microphone is not recorded from again.
      latest.current.close();
      say(i18n.t('candidate:answer.soundLost'));
    },
    moved: () => say(i18n.t('candidate:elsewhere.moved')),
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
