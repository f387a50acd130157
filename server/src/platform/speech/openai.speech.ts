import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@zhiyu/contracts/errors';
import axios, { type AxiosResponse, isAxiosError } from 'axios';
import { replySchema, segmentsOfReply } from './openai-reply.js';
import {
  Speech,
  type SpeechAudio,
  SpeechFailure,
  type SpeechResult,
  type SpeechState,
} from './speech.js';

export interface OpenaiOptions {
  /** Address up to and without `/audio/transcriptions`. */
  base: string;
  key?: string;
  model: string;
  /** Longest wait for one answer, milliseconds. */
  timeout?: number;
  /** Wait before the second try where the server names none, milliseconds. */
  pause?: number;
}

const largestReply = 4 * 1024 * 1024;
const longestPause = 10_000;

const endings: Record<string, string> = {
  'audio/webm': 'webm',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'video/quicktime': 'mp4',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/x-matroska': 'mkv',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
};

/** The kind without parameters: `audio/webm;codecs=opus` is `audio/webm`. */
const kindOf = (mimeType: string) => (mimeType.split(';')[0] ?? '').trim().toLowerCase();

/** Any OpenAI-compatible `/audio/transcriptions`. */
export class OpenaiSpeech extends Speech {
  readonly driver = 'openai';
  readonly available = true;
  readonly atOnce = 8;
  readonly host: string;
  private readonly address: string;

  constructor(private readonly options: OpenaiOptions) {
    super();
    this.address = `${options.base.replace(/\/+$/, '')}/audio/transcriptions`;
    this.host = new URL(this.address).host;
  }

  describe(language: 'zh' | 'en' = 'zh'): SpeechState {
    const { host } = this;
    const { model } = this.options;
    const meaning =
      language === 'zh'
        ? `录音发给 ${host}，由 ${model} 转成文字`
        : `recordings are sent to ${host} and transcribed by ${model}`;
    return { on: true, meaning, how: '' };
  }

  async transcribe(audio: SpeechAudio): Promise<SpeechResult> {
    const response = await this.withSecondTry(audio);
    const reply = replySchema.safeParse(asObject(response.data));
    if (!reply.success) {
      throw new SpeechFailure('the speech endpoint gave an answer of an unknown shape');
    }
    return { segments: segmentsOfReply(reply.data), engine: `openai ${this.options.model}` };
  }

  private async withSecondTry(audio: SpeechAudio): Promise<AxiosResponse<unknown>> {
    let response = await this.post(audio, 'verbose_json');
    const busy = response === null || response.status === 429 || response.status >= 500;
    if (busy && audio.withinMs === undefined) {
      await sleep(this.pauseAfter(response));
      response = await this.post(audio, 'verbose_json');
    } else if (response?.status === 400) {
      // Some models know only the plain form: words without times are better than none.
      response = await this.post(audio, 'json');
    }
    if (response === null) {
      throw new SpeechFailure('the speech endpoint cannot be reached');
    }
    return accepted(response);
  }

  /** Null when nothing came back. What axios throws holds the key: it goes no further than this. */
  private async post(
    audio: SpeechAudio,
    format: 'verbose_json' | 'json',
  ): Promise<AxiosResponse<unknown> | null> {
    const { key, timeout } = this.options;
    try {
      return await axios.post<unknown>(this.address, this.form(audio, format), {
        headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
        timeout: audio.withinMs ?? timeout ?? 120_000,
        maxRedirects: 0,
        maxContentLength: largestReply,
        maxBodyLength: Infinity,
        validateStatus: () => true,
      });
    } catch (error) {
      if (isAxiosError(error)) {
        return null;
      }
      throw new SpeechFailure('the request to the speech endpoint could not be made');
    }
  }

  private form(audio: SpeechAudio, format: 'verbose_json' | 'json'): FormData {
    const kind = kindOf(audio.mimeType);
    const form = new FormData();
    const file = new Blob([new Uint8Array(audio.bytes)], { type: kind });
    form.append(
      'file',
      file,
      `${audio.withinMs === undefined ? 'answer' : 'piece'}.${endings[kind] ?? 'webm'}`,
    );
    form.append('model', this.options.model);
    form.append('language', audio.locale);
    form.append('response_format', format);
    form.append('temperature', '0');
    if (format === 'verbose_json') {
      form.append('timestamp_granularities[]', 'segment');
    }
    return form;
  }

  private pauseAfter(response: AxiosResponse<unknown> | null): number {
    const seconds = Number(response?.headers['retry-after']);
    const wanted = Number.isFinite(seconds) ? seconds * 1000 : (this.options.pause ?? 1000);
    return Math.min(longestPause, Math.max(0, wanted));
  }
}

/** A server may answer plain text whatever was asked. */
function asObject(data: unknown): unknown {
  return typeof data === 'string' ? { text: data } : data;
}

/** @throws AppError engineMissing where only an administrator can help, fileTooLarge, fileBroken, SpeechFailure */
function accepted(response: AxiosResponse<unknown>): AxiosResponse<unknown> {
  const { status } = response;
  if (status === 200) {
    return response;
  }
  if ([401, 403, 404].includes(status)) {
    throw new AppError('engineMissing', { engine: `SPEECH_API_BASE (${status})` });
  }
  if (status === 413) {
    throw new AppError('fileTooLarge');
  }
  throw status === 400 || status === 415 || status === 422
    ? new AppError('fileBroken')
    : new SpeechFailure(`the speech endpoint answered ${status}`);
}
