import type { Locale } from '@zhiyu/contracts/basics';

export * from './voice.shared';

/** Mini-programs have no voice of their own. */
export function watchVoice(_locale: Locale, tell: (has: boolean) => void): () => void {
  tell(false);
  return () => undefined;
}

export function readAloud(_text: string, _locale: Locale, onEnd: () => void): void {
  onEnd();
}

export function stopReading(): void {
  // Nothing reads here.
}
