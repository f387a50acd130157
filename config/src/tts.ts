import { z } from 'zod';
import type { SettingFault } from './area.js';

/** A synthetic voice that reads questions aloud: off until there is an address. The device's own voice reads without one. */
export const tts = {
  /** Any OpenAI-compatible endpoint: the address up to and without `/audio/speech`. */
  TTS_API_BASE: z.url().optional(),
  TTS_API_KEY: z.string().optional(),
  /** Its name there, e.g. tts-1; needed with TTS_API_BASE. */
  TTS_MODEL: z.string().max(60).optional(),
  /** Who speaks, as the endpoint calls it, e.g. alloy; needed with TTS_API_BASE. */
  TTS_VOICE: z.string().max(60).optional(),
};

type TtsArea = z.infer<z.ZodObject<typeof tts>>;

export function ttsFaults(area: TtsArea): SettingFault[] {
  const needed = ['TTS_MODEL', 'TTS_VOICE'] as const;
  return area.TTS_API_BASE === undefined
    ? []
    : needed
        .filter((name) => area[name] === undefined)
        .map((name) => ({ name, problem: 'is needed with TTS_API_BASE' }));
}
