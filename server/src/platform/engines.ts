import { execFile } from 'node:child_process';
import { Injectable } from '@nestjs/common';
import { programLanguages } from '@zhiyu/contracts/judge';
import type { Engine } from '@zhiyu/contracts/staff';
import { Judge, languageNames } from './judge/judge.js';
import { Llm } from './llm/llm.js';
import { Runtime } from './runtime.js';
import { Speech } from './speech/speech.js';
import { SyntheticVoice } from './voice/synthetic-voice.js';

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
  private found: Promise<Engine[]> | undefined;

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

  list(): Promise<Engine[]> {
    this.found ??= this.look();
    return this.found;
  }

  private async look(): Promise<Engine[]> {
    const ffmpeg = await answers(this.runtime.settings.media.FFMPEG_PATH, ['-version']);
    return [
      { name: '语音识别', ...this.speech.describe() },
      { name: '大模型', ...this.llm.describe() },
      { name: '语音合成', ...this.voice.describe() },
      {
        name: 'ffmpeg',
        on: ffmpeg,
        meaning: ffmpeg ? '录像转换可用' : '录像照常播放；iPhone 录像保持原样',
        how: ffmpeg ? '' : '安装 ffmpeg，或设 FFMPEG_PATH',
      },
      this.sandbox(),
    ];
  }

  /** What coding questions can be answered in, and what would add to it. */
  private sandbox(): Engine {
    const name = 'bubblewrap';
    const { engine, languages } = this.judge.available();
    if (engine === 'quickjs') {
      const how = '在 Linux 上安装 bubblewrap，或设 BWRAP_PATH';
      return { name, on: false, meaning: '编程题只能用 JavaScript（QuickJS）', how };
    }
    const missing = programLanguages.filter((language) => !languages.includes(language));
    const written = languages.map((language) => languageNames[language]).join('、');
    return {
      name,
      on: true,
      meaning: `代码沙箱可用：${written}`,
      how: missing.length > 0 ? `还可安装 ${this.judge.packages(missing).join('、')}` : '',
    };
  }
}
