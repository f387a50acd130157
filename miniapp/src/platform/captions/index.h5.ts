import type { Locale } from '@zhiyu/contracts/basics';

/** The browser's own recognition; its maker hears the voice. Not in TypeScript's library. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<Heard> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  start: () => void;
  abort: () => void;
}
type Heard = ArrayLike<{ transcript: string }> & { isFinal: boolean };

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-US', ja: 'ja-JP', fr: 'fr-FR' };
/** Recognition ends by itself at every pause; after these it will not come back. */
const hopeless = ['not-allowed', 'service-not-allowed', 'language-not-supported', 'audio-capture'];

function engine(): (new () => Recognition) | null {
  const found = window as {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  };
  return found.SpeechRecognition ?? found.webkitSpeechRecognition ?? null;
}

export const canCaption = (): boolean => engine() !== null;

const textOf = (results: ArrayLike<Heard>): string =>
  Array.from(results, (one) => one[0]?.transcript ?? '').join('');

/** Captions by the browser, beginning again after each pause. @returns ends it */
export function startCaptions(
  locale: Locale,
  ear: { words: (text: string) => void; failed: () => void },
): () => void {
  const Engine = engine();
  if (!Engine) {
    ear.failed();
    return () => undefined;
  }
  let going = true;
  let before = '';
  let now = '';
  const recognition = new Engine();
  recognition.lang = tags[locale];
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    now = textOf(results);
    ear.words(before + now);
  };
  recognition.onerror = ({ error }) => {
    if (going && hopeless.includes(error)) {
      going = false;
      ear.failed();
    }
  };
  recognition.onend = () => {
    before += now;
    now = '';
    if (going) {
      recognition.start();
    }
  };
  recognition.start();
  return () => {
    going = false;
    recognition.abort();
  };
}
