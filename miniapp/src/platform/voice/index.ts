import type { Locale } from '@zhiyu/contracts/basics';
import type { AudioData } from '@zhiyu/contracts/question-audio';
import type { Playing } from './voice.shared';

export * from './voice.shared';

/** Mini-programs have no voice of their own. */
export function watchVoice(_locale: Locale, tell: (has: boolean) => void): () => void {
  tell(false);
  return () => undefined;
}

export function readAloud(_text: string, _locale: Locale, onEnd: () => void): void {
  onEnd();
}

export function playAudio(_audio: AudioData, { onFault }: Playing): void {
  onFault();
}

export function stopReading(): void {
  // Nothing reads here.
}
