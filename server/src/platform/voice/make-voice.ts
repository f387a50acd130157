import type { Settings } from '@zhiyu/config/settings';
import { NoneVoice } from './none.voice.js';
import { OpenaiVoice } from './openai.voice.js';
import type { SyntheticVoice } from './synthetic-voice.js';

/** The voice that the settings name; half a setting was refused when they were read. */
export function makeVoice({ tts }: Pick<Settings, 'tts'>): SyntheticVoice {
  const { TTS_API_BASE, TTS_API_KEY, TTS_MODEL, TTS_VOICE } = tts;
  return TTS_API_BASE !== undefined && TTS_MODEL !== undefined && TTS_VOICE !== undefined
    ? new OpenaiVoice({
        base: TTS_API_BASE,
        key: TTS_API_KEY,
        model: TTS_MODEL,
        voice: TTS_VOICE,
      })
    : new NoneVoice();
}
