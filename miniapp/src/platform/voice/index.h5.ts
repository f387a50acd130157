import type { Locale } from '@zhiyu/contracts/basics';

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

/** Silence: before every recording, so that no voice but the candidate's is on it. */
export function stopReading(): void {
  synthesis()?.cancel();
}
