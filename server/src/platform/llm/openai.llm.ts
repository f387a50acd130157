import axios, { type AxiosResponse, isAxiosError } from 'axios';
import { z } from 'zod';
import { Llm, LlmFailure, type LlmOrder, type LlmState } from './llm.js';

export interface OpenaiLlmOptions {
  /** Address up to and without `/chat/completions`. */
  base: string;
  key?: string;
  model: string;
  /** Longest wait for one answer, milliseconds. */
  timeout?: number;
}

const largestReply = 1024 * 1024;
/** Points and quotes of one answer fit many times. */
const longestAnswer = 2000;

const replySchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});

/** Any OpenAI-compatible `/chat/completions`. */
export class OpenaiLlm extends Llm {
  readonly model: string;
  readonly host: string;
  private readonly address: string;
  /** Endpoints that know no schema say so once; then any JSON is asked for, and the reader checks it. */
  private knowsSchema = true;

  constructor(private readonly options: OpenaiLlmOptions) {
    super();
    this.address = `${options.base.replace(/\/+$/, '')}/chat/completions`;
    this.model = options.model;
    this.host = new URL(this.address).host;
  }

  describe(language: 'zh' | 'en' = 'zh'): LlmState {
    const meaning =
      language === 'zh'
        ? `回答的文字发给 ${this.host}，由 ${this.model} 再读一遍；两边差一级以上就请人看`
        : `the words of answers are sent to ${this.host} and read again by ${this.model}; where both differ by more than a level a person looks`;
    return { on: true, meaning, how: '' };
  }

  async complete(order: LlmOrder): Promise<string> {
    let response = await this.post(order);
    if (response?.status === 400 && this.knowsSchema) {
      this.knowsSchema = false;
      response = await this.post(order);
    }
    return contentOf(response);
  }

  /** Null when nothing came back. What axios throws holds key and text: it goes no further than this. */
  private async post(order: LlmOrder): Promise<AxiosResponse<unknown> | null> {
    const { key, timeout } = this.options;
    try {
      return await axios.post<unknown>(this.address, this.body(order), {
        headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
        timeout: timeout ?? 20_000,
        signal: order.signal,
        maxRedirects: 0,
        maxContentLength: largestReply,
        validateStatus: () => true,
      });
    } catch (error) {
      if (order.signal?.aborted === true || isTimeout(error)) {
        throw new LlmFailure('late');
      }
      return null;
    }
  }

  private body({ rules, data, shape }: LlmOrder): Record<string, unknown> {
    return {
      model: this.model,
      messages: [
        { role: 'system', content: rules },
        { role: 'user', content: JSON.stringify(data) },
      ],
      temperature: 0,
      top_p: 1,
      seed: 7,
      max_tokens: longestAnswer,
      stream: false,
      response_format: this.knowsSchema
        ? { type: 'json_schema', json_schema: { ...shape, strict: true } }
        : { type: 'json_object' },
    };
  }
}

function isTimeout(error: unknown): boolean {
  return isAxiosError(error) && ['ECONNABORTED', 'ETIMEDOUT'].includes(error.code ?? '');
}

/** @throws LlmFailure where there is no whole answer */
function contentOf(response: AxiosResponse<unknown> | null): string {
  if (response === null) {
    throw new LlmFailure('unreachable');
  }
  if (response.status !== 200) {
    const busy = response.status === 429 || response.status >= 500;
    throw new LlmFailure(busy ? 'overloaded' : 'refused');
  }
  const reply = replySchema.safeParse(response.data);
  const first = reply.data?.choices[0];
  if (first?.finish_reason === 'length' || !first?.message.content) {
    throw new LlmFailure('unreadable');
  }
  return first.message.content;
}
