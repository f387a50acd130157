import { serverTime } from '../clock';

/** A look elsewhere shorter than this is none: a permission question, a banner (ms). */
const LEAST = 1_500;

export interface Away {
  /** When it began, on the server's clock. */
  at: number;
  seconds: number;
}

/**
 * Tells when somebody has left the page and come back: it was hidden, or another window was in front.
 * @returns stops telling
 */
export function watchPresence(told: (away: Away) => void): () => void {
  let since: { at: number; from: number } | null = null;
  const look = () => {
    const here = document.visibilityState === 'visible' && document.hasFocus();
    if (!here) {
      since ??= { at: serverTime(), from: performance.now() };
      return;
    }
    const length = since ? performance.now() - since.from : 0;
    if (since && length >= LEAST) {
      told({ at: Math.round(since.at), seconds: Math.round(length / 100) / 10 });
    }
    since = null;
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('blur', look);
  window.addEventListener('focus', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('blur', look);
    window.removeEventListener('focus', look);
  };
}

/** The camera's own name; empty where there is none. */
export function cameraName(stream: MediaStream): string {
  return stream.getVideoTracks()[0]?.label ?? '';
}
