import Taro from '@tarojs/taro';
import { serverTime } from '../clock';

export interface Away {
  /** When it began, on the server's clock. */
  at: number;
  seconds: number;
}

/** Tells when the mini-program was in the background. @returns stops telling */
export function watchPresence(told: (away: Away) => void): () => void {
  let at: number | null = null;
  const hidden = () => {
    at ??= serverTime();
  };
  const shown = () => {
    if (at !== null) {
      told({ at: Math.round(at), seconds: Math.round(serverTime() - at) / 1000 });
      at = null;
    }
  };
  Taro.onAppHide(hidden);
  Taro.onAppShow(shown);
  return () => {
    Taro.offAppHide(hidden);
    Taro.offAppShow(shown);
  };
}

export function cameraName(_stream: MediaStream): string {
  return '';
}
