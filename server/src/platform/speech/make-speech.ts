import type { Settings } from '@zhiyu/config/settings';
import { NoneSpeech } from './none.speech.js';
import { OpenaiSpeech } from './openai.speech.js';
import { SherpaSpeech } from './sherpa.speech.js';
import type { Speech } from './speech.js';

/** The driver that the settings name; settings that it lacks were refused when they were read. */
export function makeSpeech(settings: Pick<Settings, 'speech' | 'media'>): Speech {
  const { SPEECH_DRIVER, SPEECH_API_BASE, SPEECH_API_KEY, SPEECH_API_MODEL, SPEECH_MODEL_DIR } =
    settings.speech;
  if (SPEECH_DRIVER === 'openai' && SPEECH_API_BASE !== undefined) {
    return new OpenaiSpeech({
      base: SPEECH_API_BASE,
      key: SPEECH_API_KEY,
      model: SPEECH_API_MODEL,
    });
  }
  if (SPEECH_DRIVER === 'sherpa' && SPEECH_MODEL_DIR !== undefined) {
    return new SherpaSpeech({
      modelDir: SPEECH_MODEL_DIR,
      ffmpegPath: settings.media.FFMPEG_PATH,
    });
  }
  return new NoneSpeech();
}
