import type { Settings } from '@zhiyu/config/settings';
import type { Llm } from './llm.js';
import { NoneLlm } from './none.llm.js';
import { OpenaiLlm } from './openai.llm.js';

/** The model that the settings name; half a setting was refused when they were read. */
export function makeLlm({ llm }: Pick<Settings, 'llm'>): Llm {
  const { LLM_API_BASE, LLM_API_KEY, LLM_MODEL } = llm;
  return LLM_API_BASE !== undefined && LLM_MODEL !== undefined
    ? new OpenaiLlm({ base: LLM_API_BASE, key: LLM_API_KEY, model: LLM_MODEL })
    : new NoneLlm();
}
