import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { z } from 'zod';
import { decodeTo16k, hasProgram, sampleRate } from './ffmpeg.js';
import { ModelRefused, SherpaProcess } from './sherpa-process.js';
import { type SpeechWindow, windowsOf } from './speech-windows.js';
import {
  Speech,
  type SpeechAudio,
  SpeechFailure,
  type SpeechResult,
  type SpeechState,
} from './speech.js';
import { recognisedSchema, segmentsOf } from './token-segments.js';

/** The model knows no French. */
const languages: Partial<Record<Locale, 'zh' | 'en' | 'ja'>> = { zh: 'zh', en: 'en', ja: 'ja' };

const repliesSchema = z.array(recognisedSchema);

const states = {
  zh: {
    on: 'SenseVoice 在本机识别中、英、日文；法文由候选人自己写',
    noFfmpeg: 'SenseVoice 已就绪，但没有 ffmpeg：只能识别 WAV，浏览器录音要候选人自己写',
    off: 'SenseVoice 没有载入，候选人自己写下说过的话',
    fetch: '运行 npm run -s zhiyu -- models fetch sense-voice，再设 SPEECH_MODEL_DIR',
    ffmpeg: '安装 ffmpeg，或用 FFMPEG_PATH 指到它',
  },
  en: {
    on: 'SenseVoice on this machine: Chinese, English, Japanese; French is typed',
    noFfmpeg: 'SenseVoice is ready but ffmpeg is missing: browser recordings must be typed',
    off: 'SenseVoice is not loaded; candidates write down what they said',
    fetch: 'npm run -s zhiyu -- models fetch sense-voice, then set SPEECH_MODEL_DIR',
    ffmpeg: 'install ffmpeg, or point FFMPEG_PATH to it',
  },
};

export interface SherpaOptions {
  /** Folder with model.int8.onnx or model.onnx, and tokens.txt. */
  modelDir: string;
  ffmpegPath: string;
  threads?: number;
}

/** Recognition on this machine: sherpa-onnx with a SenseVoice folder that the operator put there. */
export class SherpaSpeech extends Speech {
  readonly driver = 'sherpa';
  readonly host = null;
  readonly atOnce = 1;
  private process: SherpaProcess | null = null;
  private refusal: string | null = null;
  private hasFfmpeg = true;
  /** One answer after another: the model fills the cores with one. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SherpaOptions) {
    super();
  }

  get available(): boolean {
    return this.fault() === null;
  }

  describe(language: 'zh' | 'en' = 'zh'): SpeechState {
    const texts = states[language];
    const fault = this.fault();
    if (fault !== null) {
      return { on: false, meaning: `${texts.off} (${fault})`, how: texts.fetch };
    }
    return this.hasFfmpeg
      ? { on: true, meaning: texts.on, how: '' }
      : { on: true, meaning: texts.noFfmpeg, how: texts.ffmpeg };
  }

  override async prepare(): Promise<void> {
    this.hasFfmpeg = await hasProgram(this.options.ffmpegPath);
    if (this.available) {
      await this.inTurn(() => this.loaded('zh')).catch(() => undefined);
    }
  }

  override async close(): Promise<void> {
    const { process } = this;
    this.process = null;
    await process?.stop();
  }

  async transcribe(audio: SpeechAudio): Promise<SpeechResult> {
    const language = languages[audio.locale];
    if (!this.available || language === undefined) {
      throw new AppError('engineMissing', { engine: `SenseVoice (${audio.locale})` });
    }
    const samples = await decodeTo16k(audio.bytes, audio.mimeType, this.options.ffmpegPath);
    const windows = windowsOf(samples, sampleRate);
    const replies = await this.inTurn(() => this.recognise(samples, windows, language));
    const segments = windows.flatMap(({ from, to }, index) => {
      const reply = replies[index];
      return reply ? segmentsOf(reply, from / sampleRate, to / sampleRate) : [];
    });
    return { segments, engine: 'sherpa-onnx sense-voice' };
  }

  private async recognise(
    samples: Float32Array,
    windows: SpeechWindow[],
    language: 'zh' | 'en' | 'ja',
  ): Promise<z.infer<typeof repliesSchema>> {
    if (windows.length === 0) {
      return [];
    }
    const process = await this.loaded(language);
    const limit = 60_000 + (3000 * samples.length) / sampleRate;
    const checked = repliesSchema.safeParse(await process.recognise({ samples, windows }, limit));
    if (!checked.success) {
      throw new SpeechFailure('the speech process gave an answer of an unknown shape');
    }
    return checked.data;
  }

  /** The process with the model in this language; another language needs another load. */
  private async loaded(language: 'zh' | 'en' | 'ja'): Promise<SherpaProcess> {
    if (this.process?.running && this.process.language === language) {
      return this.process;
    }
    await this.close();
    try {
      const { model, tokens } = this.files();
      const threads = this.options.threads ?? 2;
      this.process = await SherpaProcess.start({ model, tokens, language, threads });
      return this.process;
    } catch (error) {
      if (error instanceof ModelRefused) {
        this.refusal = error.message;
      }
      throw new AppError('engineMissing', { engine: 'SenseVoice' });
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private files(): { model: string; tokens: string } {
    const small = join(this.options.modelDir, 'model.int8.onnx');
    const model = existsSync(small) ? small : join(this.options.modelDir, 'model.onnx');
    return { model, tokens: join(this.options.modelDir, 'tokens.txt') };
  }

  /** Why nothing can be recognised; null when it can. */
  private fault(): string | null {
    const { model, tokens } = this.files();
    const missing = [model, tokens].find((file) => !existsSync(file));
    return missing === undefined ? this.refusal : `${missing}: not there`;
  }
}
