import type { CaptionSource } from '@zhiyu/contracts/captions';
import type { ConsentPurpose, ExtraPurpose } from '@zhiyu/contracts/interview';

/**
 * Who makes the live captions, decided here and nowhere else: the server's engine where there is one and the candidate
 * agreed to transcription; else the browser's own recognition where company and candidate allow it; else nobody.
 */
export function captionSource(of: {
  engine: boolean;
  consents: Record<ConsentPurpose, boolean | null>;
  asked: readonly ExtraPurpose[];
}): CaptionSource | null {
  const { engine, consents, asked } = of;
  if (engine && consents.transcription === true && consents.recording !== false) {
    return 'engine';
  }
  const allowed = asked.includes('browserRecognition') && consents.browserRecognition === true;
  return allowed ? 'browser' : null;
}
