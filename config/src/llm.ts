import { z } from 'zod';
import type { SettingFault } from './area.js';

/** A large language model: off until there is an address. The local engine assesses without one. */
export const llm = {
  /** Any OpenAI-compatible endpoint (Qwen, DeepSeek, vLLM …): the address up to and without `/chat/completions`. */
  LLM_API_BASE: z.url().optional(),
  LLM_API_KEY: z.string().optional(),
  /** Its name there, e.g. qwen-plus; needed with LLM_API_BASE. */
  LLM_MODEL: z.string().max(60).optional(),
};

type LlmArea = z.infer<z.ZodObject<typeof llm>>;

export function llmFaults(area: LlmArea): SettingFault[] {
  if (area.LLM_API_BASE !== undefined && area.LLM_MODEL === undefined) {
    return [{ name: 'LLM_MODEL', problem: 'is needed with LLM_API_BASE' }];
  }
  return [];
}
