import type { Locale } from '@zhiyu/contracts/basics';
import type { AudioData } from '@zhiyu/contracts/question-audio';
import type { Playing } from './voice.shared';

export * from './voice.shared';

/** Voices come late in some browsers, and never in others (ms). */
const PATIENCE = 2_000;

function synthesis(): SpeechSynthesis | null {
  const found = (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  return found ?? null;
}

function voiceOf(locale: Locale): SpeechSynthesisVoice | null {
  const voices = synthesis()?.getVoices() ?? [];
  return voices.find(({ lang }) => lang.toLowerCase().startsWith(locale)) ?? null;
}

/** Tells whether this device has a voice of the language, as soon as it is known. @returns stops telling */
export function watchVoice(locale: Locale, tell: (has: boolean) => void): () => void {
  const speaker = synthesis();
  if (voiceOf(locale) || !speaker) {
    tell(voiceOf(locale) !== null);
    return () => undefined;
  }
  const look = () => tell(voiceOf(locale) !== null);
  const timer = setTimeout(look, PATIENCE);
  speaker.addEventListener('voiceschanged', look);
  return () => {
    clearTimeout(timer);
    speaker.removeEventListener('voiceschanged', look);
  };
}

/** Reads a text by the device's own voice of the language; `onEnd` also when it is cut short. */
export function readAloud(text: string, locale: Locale, onEnd: () => void): void {
  const voice = voiceOf(locale);
  const speaker = synthesis();
  if (!voice || !speaker) {
    onEnd();
    return;
  }
  speaker.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.onend = onEnd;
  words.onerror = onEnd;
  speaker.speak(words);
}

/** Ends the recording that is played. */
let endPlaying: (() => void) | null = null;

/** Plays a person's recording. */
export function playAudio({ mimeType, data }: AudioData, { onEnd, onFault }: Playing): void {
  stopReading();
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  const player = new Audio(address);
  let over = false;
  const end = (tell: () => void) => () => {
    if (!over) {
      over = true;
      endPlaying = null;
      player.pause();
      URL.revokeObjectURL(address);
      tell();
    }
  };
  endPlaying = end(onEnd);
  player.onended = end(onEnd);
  player.onerror = end(onFault);
  player.play().catch(end(onFault));
}

/** Silence: before every recording, so that no voice but the candidate's is on it. */
export function stopReading(): void {
  endPlaying?.();
  synthesis()?.cancel();
}
