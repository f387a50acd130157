import { execFile } from 'node:child_process';
import { Injectable } from '@nestjs/common';
import { programLanguages } from '@zhiyu/contracts/judge';
import type { Engine } from '@zhiyu/contracts/staff';
import { Judge, languageNames } from './judge/judge.js';
import { Llm } from './llm/llm.js';
import { Runtime } from './runtime.js';
import { Speech } from './speech/speech.js';
import { SyntheticVoice } from './voice/synthetic-voice.js';

type Language = 'zh' | 'en';

const words = {
  zh: {
    ...{ speech: '语音识别', llm: '大模型', voice: '语音合成', and: '、' },
    converts: '录像转换可用',
    keeps: '录像照常播放；iPhone 录像保持原样',
    ffmpeg: '安装 ffmpeg，或设 FFMPEG_PATH',
    onlyScript: '编程题只能用 JavaScript（QuickJS）',
    bubblewrap: '在 Linux 上安装 bubblewrap，或设 BWRAP_PATH',
    sandbox: (languages: string) => `代码沙箱可用：${languages}`,
    more: (packages: string) => `还可安装 ${packages}`,
  },
  en: {
    ...{ speech: 'Speech to text', llm: 'Language model', voice: 'Voice', and: ', ' },
    converts: 'recordings can be converted',
    keeps: 'recordings play as they are; those of an iPhone stay as they came',
    ffmpeg: 'install ffmpeg, or set FFMPEG_PATH',
    onlyScript: 'coding questions can only be answered in JavaScript (QuickJS)',
    bubblewrap: 'install bubblewrap on Linux, or set BWRAP_PATH',
    sandbox: (languages: string) => `programs run in a sandbox: ${languages}`,
    more: (packages: string) => `more with ${packages}`,
  },
};

function answers(program: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 5000 }, (error) => {
      resolve(error === null);
    });
  });
}

/** Which optional engines this machine has, and what the missing ones mean. Printed at start and shown to the administrator. */
@Injectable()
export class Engines {
  private converts: Promise<boolean> | undefined;

  constructor(
    readonly speech: Speech,
    private readonly llm: Llm,
    readonly voice: SyntheticVoice,
    private readonly judge: Judge,
    private readonly runtime: Runtime,
  ) {}

  /** Hosts outside the company that get to hear recordings, read words or read questions aloud; null: nobody does. */
  outside(): { speech: string | null; model: string | null; voice: string | null } {
    return { speech: this.speech.host, model: this.llm.host, voice: this.voice.host };
  }

  async list(language: Language = 'zh'): Promise<Engine[]> {
    this.converts ??= answers(this.runtime.settings.media.FFMPEG_PATH, ['-version']);
    const ffmpeg = await this.converts;
    const say = words[language];
    return [
      { name: say.speech, ...this.speech.describe(language) },
      { name: say.llm, ...this.llm.describe(language) },
      { name: say.voice, ...this.voice.describe(language) },
      {
        name: 'ffmpeg',
        on: ffmpeg,
        meaning: ffmpeg ? say.converts : say.keeps,
        how: ffmpeg ? '' : say.ffmpeg,
      },
      this.sandbox(language),
    ];
  }

  /** What coding questions can be answered in, and what would add to it. */
  private sandbox(language: Language): Engine {
    const name = 'bubblewrap';
    const say = words[language];
    const { engine, languages } = this.judge.available();
    if (engine === 'quickjs') {
      return { name, on: false, meaning: say.onlyScript, how: say.bubblewrap };
    }
    const missing = programLanguages.filter((one) => !languages.includes(one));
    return {
      name,
      on: true,
      meaning: say.sandbox(languages.map((one) => languageNames[one]).join(say.and)),
      how: missing.length > 0 ? say.more(this.judge.packages(missing).join(say.and)) : '',
    };
  }
}
