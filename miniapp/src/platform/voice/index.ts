import type { Locale } from '@zhiyu/contracts/basics';
import type { AudioData } from '@zhiyu/contracts/question-audio';
import type { Playing } from './voice.shared';

export * from './voice.shared';

/** DingTalk's mini-programs have no voice of their own, and their player takes no file of ours. */
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
