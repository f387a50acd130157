import { SyntheticVoice, VoiceFailure, type VoiceState } from './synthetic-voice.js';

const states: Record<'zh' | 'en', VoiceState> = {
  zh: {
    on: false,
    meaning: '题目由 HR 上传的录音或候选人设备自己的声音读',
    how: '设 TTS_API_BASE、TTS_API_KEY、TTS_MODEL 和 TTS_VOICE',
  },
  en: {
    on: false,
    meaning: "questions are read by HR's recording or by the candidate's own device",
    how: 'set TTS_API_BASE, TTS_API_KEY, TTS_MODEL and TTS_VOICE',
  },
};

/** No voice: the free default. */
export class NoneVoice extends SyntheticVoice {
  readonly name = null;
  readonly host = null;

  describe(language: 'zh' | 'en' = 'zh'): VoiceState {
    return states[language];
  }

  read(): Promise<Buffer> {
    return Promise.reject(new VoiceFailure('there is none'));
  }
}
