import { AppError } from '@zhiyu/contracts/errors';
import { Speech, type SpeechResult, type SpeechState } from './speech.js';

const states: Record<'zh' | 'en', SpeechState> = {
  zh: {
    on: false,
    meaning: '录音不转文字；候选人自己写下说过的话，只按写下的文字评分',
    how: '设 SPEECH_DRIVER=openai 或 sherpa',
  },
  en: {
    on: false,
    meaning: 'recordings are not transcribed; candidates write down what they said',
    how: 'set SPEECH_DRIVER=openai or sherpa',
  },
};

/** No engine: the free default. It says so and recognises nothing. */
export class NoneSpeech extends Speech {
  readonly driver = 'none';
  readonly host = null;
  readonly atOnce = 0;
  readonly available = false;

  describe(language: 'zh' | 'en' = 'zh'): SpeechState {
    return states[language];
  }

  transcribe(): Promise<SpeechResult> {
    return Promise.reject(new AppError('engineMissing', {}));
  }
}
