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

/**
 * What is asked for, the most first: words with their figures, segments, the probabilities of tokens, plain words. A server
 * refuses what it does not know, and is then asked for less: words without times are better than none.
 */
const forms = ['words', 'segments', 'tokens', 'plain'] as const;
type Form = (typeof forms)[number];
/** Captions need no figures. */
const captionForms: readonly Form[] = ['segments', 'plain'];

/** What a server refused is not asked for again for so long, milliseconds. */
const refusedFor = 3_600_000;

/** Fields of the form beside file, model and language. */
const fields: Record<Form, [name: string, value: string][]> = {
  words: [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'word'],
    ['timestamp_granularities[]', 'segment'],
  ],
  segments: [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'segment'],
  ],
  tokens: [
    ['response_format', 'json'],
    ['include[]', 'logprobs'],
  ],
  plain: [['response_format', 'json']],
};

/** Any OpenAI-compatible `/audio/transcriptions`. */
export class OpenaiSpeech extends Speech {
  readonly driver = 'openai';
  readonly available = true;
  readonly atOnce = 8;
  readonly host: string;
  private readonly address: string;
  /** The richest form that the server took, and until when the richer ones are left alone. */
  private taken: { form: Form; until: number } = { form: 'words', until: 0 };

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
    const response = await this.ask(audio);
    const reply = replySchema.safeParse(asObject(response.data));
    if (!reply.success) {
      throw new SpeechFailure('the speech endpoint gave an answer of an unknown shape');
    }
    return { segments: segmentsOfReply(reply.data), engine: `openai ${this.options.model}` };
  }

  /** Asks for the richest form that the server takes. */
  private async ask(audio: SpeechAudio): Promise<AxiosResponse<unknown>> {
    const left = this.formsLeft(audio);
    for (const [i, form] of left.entries()) {
      const response = await this.withSecondTry(audio, form);
      if (response === null) {
        break;
      }
      if (!refusals.includes(response.status) || i === left.length - 1) {
        this.remember(response.status, { form, first: i === 0, audio });
        return accepted(response);
      }
    }
    throw new SpeechFailure('the speech endpoint cannot be reached');
  }

  private formsLeft(audio: SpeechAudio): readonly Form[] {
    if (audio.withinMs !== undefined) {
      return captionForms;
    }
    const { form, until } = this.taken;
    return Date.now() < until ? forms.slice(forms.indexOf(form)) : forms;
  }

  private remember(
    status: number,
    { form, first, audio }: { form: Form; first: boolean; audio: SpeechAudio },
  ): void {
    if (status === 200 && !first && audio.withinMs === undefined) {
      this.taken = { form, until: Date.now() + refusedFor };
    }
  }

  private async withSecondTry(
    audio: SpeechAudio,
    form: Form,
  ): Promise<AxiosResponse<unknown> | null> {
    const response = await this.post(audio, form);
    const busy = response === null || response.status === 429 || response.status >= 500;
    if (!busy || audio.withinMs !== undefined) {
      return response;
    }
    await sleep(this.pauseAfter(response));
    return this.post(audio, form);
  }

  /** Null when nothing came back. What axios throws holds the key: it goes no further than this. */
  private async post(audio: SpeechAudio, form: Form): Promise<AxiosResponse<unknown> | null> {
    const { key, timeout } = this.options;
    try {
      return await axios.post<unknown>(this.address, this.form(audio, form), {
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

  private form(audio: SpeechAudio, asked: Form): FormData {
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
    form.append('temperature', '0');
    for (const [name, value] of fields[asked]) {
      form.append(name, value);
    }
    return form;
  }

  private pauseAfter(response: AxiosResponse<unknown> | null): number {
    const seconds = Number(response?.headers['retry-after']);
    const wanted = Number.isFinite(seconds) ? seconds * 1000 : (this.options.pause ?? 1000);
    return Math.min(longestPause, Math.max(0, wanted));
  }
}

/** How a server says that it does not know a field, or cannot read the sound. */
const refusals = [400, 422];

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
