import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, type ErrorCode } from '@zhiyu/contracts/errors';
import { maxFileBytes } from './limits.js';
import { parseResumeFile } from './resume-parser.js';

interface CommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
}

const sentences: Partial<Record<ErrorCode, string>> = {
  fileEmpty: '文件是空的，没有可读的内容。The file is empty.',
  fileTooLarge: '文件超过 20 MB，没有读取。The file is larger than 20 MB and was not read.',
  fileTypeUnknown: '不支持这种文件，请用 PDF、DOCX 或纯文本。Not a PDF, DOCX or text file.',
  fileTypeLies: '文件内容与扩展名不符，没有读取。The content is not what the file name says.',
  fileEncrypted: '文件有密码，请去掉密码后再传。The file is protected by a password.',
  fileBroken: '文件已损坏，读不出来。The file is damaged and cannot be read.',
  fileTooManyPages: '页数超过 60 页，没有读取。The file has more than 60 pages and was not read.',
  fileBomb: '文件解开后大得不正常，没有读取。The file swells beyond the limits and was refused.',
  fileTimedOut: '20 秒内没有读完，已停止。Reading took longer than 20 seconds and was stopped.',
};

/**
 * `zhiyu resume parse FILE`: prints the parsed résumé as JSON. Exit code 0; 1 = the file was refused
 * (one sentence on `err`); 2 = wrong arguments.
 */
export async function resumeCommand(args: string[], io: CommandIo): Promise<number> {
  const [verb, file, ...rest] = args;
  if (verb !== 'parse' || file === undefined || rest.length > 0) {
    io.err('用法 Usage: zhiyu resume parse FILE   (PDF, DOCX, TXT)\n');
    return 2;
  }
  try {
    const resume = await parseResumeFile(await bytesOf(file), path.basename(file));
    io.out(`${JSON.stringify(resume, null, 2)}\n`);
    return 0;
  } catch (error) {
    io.err(`${sentenceFor(error, file)}\n`);
    return 1;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > maxFileBytes) throw new AppError('fileTooLarge');
  return readFile(file);
}

function sentenceFor(error: unknown, file: string): string {
  if (error instanceof AppError) return `${sentences[error.code] ?? error.code} [${error.code}]`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `找不到文件 ${file}。No such file: ${file}`;
  if (code === 'EISDIR') return `${file} 是文件夹，不是文件。${file} is a folder.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `读取失败：${reason} Could not read the file: ${reason}`;
}
