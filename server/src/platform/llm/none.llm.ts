import { Llm, LlmFailure, type LlmState } from './llm.js';

const states: Record<'zh' | 'en', LlmState> = {
  zh: {
    on: false,
    meaning: '只用本机引擎评分，回答不发给任何模型',
    how: '设 LLM_API_BASE、LLM_API_KEY 和 LLM_MODEL',
  },
  en: {
    on: false,
    meaning: 'the local engine assesses; answers are sent to no model',
    how: 'set LLM_API_BASE, LLM_API_KEY and LLM_MODEL',
  },
};

/** No model: the free default. */
export class NoneLlm extends Llm {
  readonly model = null;
  readonly host = null;

  describe(language: 'zh' | 'en' = 'zh'): LlmState {
    return states[language];
  }

  complete(): Promise<string> {
    return Promise.reject(new LlmFailure('unreachable'));
  }
}
