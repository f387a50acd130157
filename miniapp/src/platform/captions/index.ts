import type { Locale } from '@zhiyu/contracts/basics';

/** Mini-programs have no recognition that runs beside a recording. */
export const canCaption = (): boolean => false;

export function startCaptions(
  _locale: Locale,
  ear: { words: (text: string) => void; failed: () => void },
): () => void {
  ear.failed();
  return () => undefined;
}
