import { execFile } from 'node:child_process';
import { Injectable } from '@nestjs/common';
import type { Engine } from '@zhiyu/contracts/staff';
import { Runtime } from './runtime.js';
import { Speech } from './speech/speech.js';

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
    private readonly speech: Speech,
    private readonly runtime: Runtime,
  ) {}

  list(): Promise<Engine[]> {
    this.found ??= this.look();
    return this.found;
  }

  private async look(): Promise<Engine[]> {
    const [ffmpeg, bubblewrap] = await Promise.all([
      answers(this.runtime.settings.media.FFMPEG_PATH, ['-version']),
      answers('bwrap', ['--version']),
    ]);
    return [
      { name: '语音识别', ...this.speech.describe() },
      {
        name: 'ffmpeg',
        on: ffmpeg,
        meaning: ffmpeg ? '录像转换可用' : '录像照常播放；iPhone 录像保持原样',
        how: ffmpeg ? '' : '安装 ffmpeg，或设 FFMPEG_PATH',
      },
      {
        name: 'bubblewrap',
        on: bubblewrap,
        meaning: bubblewrap ? '代码沙箱可用' : '编程题只能用 JavaScript',
        how: bubblewrap ? '' : '安装 bubblewrap（Linux）',
      },
    ];
  }
}
