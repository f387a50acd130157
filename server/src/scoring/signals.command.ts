import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Locale, locales } from '@zhiyu/contracts/basics';
import { AppError, type ErrorCode } from '@zhiyu/contracts/errors';
import { blocksOfFile, longestSound, SoundTooLong } from '../platform/speech/sound-blocks.js';
import { measureSound } from './measure-sound.js';
import { wordSignals } from './signals/word-signals.js';

export interface SignalsCommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
  ffmpegPath: string;
}

const usage = '用法 Usage: zhiyu signals FILE [--words TEXT] [--locale zh|en|ja|fr]\n';

const sentences: Partial<Record<ErrorCode, string>> = {
  fileEmpty: '文件是空的。The file is empty.',
  fileTypeUnknown: '不是认得的录音或录像。Not a recording of a known kind.',
  fileBroken: '里面没有能读的声音。There is no sound in it that can be read.',
  fileTimedOut: '读得太久，已停止。Reading it took too long and was stopped.',
  engineMissing:
    '没有 ffmpeg：装上，或用 FFMPEG_PATH 指到它。ffmpeg is missing: install it, or set FFMPEG_PATH.',
};

function localeOf(text: string): Locale | undefined {
  return locales.find((one) => one === text);
}

/**
 * `zhiyu signals FILE`: facts of a recording's sound as JSON, and with `--words` of what was said in
 * it. Exit code 0; 1 = not measured (one sentence on `err`); 2 = wrong arguments.
 */
export async function signalsCommand(args: string[], io: SignalsCommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { words: { type: 'string' }, locale: { type: 'string', default: 'zh' } },
  });
  const [file, ...more] = positionals;
  const locale = localeOf(values.locale);
  if (file === undefined || more.length > 0 || locale === undefined) {
    io.err(usage);
    return 2;
  }
  try {
    if (!(await stat(file)).isFile()) {
      io.err(`✗ ${file}: 不是文件 not a file\n`);
      return 1;
    }
    const sound = await measureSound(blocksOfFile(file, io.ffmpegPath));
    const words =
      values.words === undefined
        ? {}
        : { words: wordSignals(values.words, locale, sound.speechSeconds) };
    io.out(`${JSON.stringify({ ...sound, ...words }, null, 2)}\n`);
    return 0;
  } catch (error) {
    io.err(`✗ ${file}: ${sentenceOf(error)}\n`);
    return 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof SoundTooLong) {
    const minutes = longestSound / 60;
    return `超过 ${minutes} 分钟，没有量。Longer than ${minutes} minutes, not measured.`;
  }
  if (error instanceof AppError) {
    return `${sentences[error.code] ?? ''} [${error.code}]`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return '找不到文件 no such file';
  }
  return `读不了 cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
