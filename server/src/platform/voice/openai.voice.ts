import axios, { type AxiosResponse } from 'axios';
import { SyntheticVoice, VoiceFailure, type VoiceState } from './synthetic-voice.js';

export interface OpenaiVoiceOptions {
  /** Address up to and without `/audio/speech`. */
  base: string;
  key?: string;
  model: string;
  voice: string;
  /** Longest wait for one question, milliseconds. */
  timeout?: number;
}

/** Two minutes of speech are less; as for a recording that HR uploads. */
const largestReply = 2 * 1024 * 1024;

/** Any OpenAI-compatible `/audio/speech`. */
export class OpenaiVoice extends SyntheticVoice {
  readonly name: string;
  readonly host: string;
  private readonly address: string;

  constructor(private readonly options: OpenaiVoiceOptions) {
    super();
    this.address = `${options.base.replace(/\/+$/, '')}/audio/speech`;
    this.name = `${options.model} ${options.voice}`;
    this.host = new URL(this.address).host;
  }

  describe(language: 'zh' | 'en' = 'zh'): VoiceState {
    const meaning =
      language === 'zh'
        ? `题目的文字发给 ${this.host}，由 ${this.name} 读成声音；引用简历或回答的不发`
        : `the words of questions are sent to ${this.host} and read by ${this.name}; those that quote a résumé or an answer are not`;
    return { on: true, meaning, how: '' };
  }

  async read(words: string): Promise<Buffer> {
    const response = await this.post(words);
    const bytes = Buffer.from(response.data);
    if (response.status !== 200) {
      throw new VoiceFailure(`it answered ${response.status}`);
    }
    return bytes;
  }

  /** What axios throws holds the key: it goes no further than this. */
  private async post(input: string): Promise<AxiosResponse<ArrayBuffer>> {
    const { key, model, voice, timeout } = this.options;
    try {
      return await axios.post<ArrayBuffer>(
        this.address,
        { model, voice, input, response_format: 'mp3' },
        {
          headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
          timeout: timeout ?? 30_000,
          responseType: 'arraybuffer',
          maxRedirects: 0,
          maxContentLength: largestReply,
          validateStatus: () => true,
        },
      );
    } catch {
      throw new VoiceFailure('it cannot be reached');
    }
  }
}
