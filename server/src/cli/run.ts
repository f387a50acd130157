import { SettingsError } from '@zhiyu/config/area';
import { AppError } from '@zhiyu/contracts/errors';
import { type Command, commands, help } from './commands.js';
import { CommandError, type CommandIo, UsageError } from './io.js';

function isUsage(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

async function sentenceOf(error: unknown): Promise<string> {
  if (error instanceof AppError) {
    const { errorText } = await import('../platform/http/error-text.js');
    return `${errorText(error.code, 'zh', error.details)} ${errorText(error.code, 'en', error.details)}`;
  }
  if (error instanceof CommandError || error instanceof SettingsError) {
    return error.message;
  }
  return `没有做成 not done: ${error instanceof Error ? error.message : String(error)}`;
}

async function explain(command: Command, io: CommandIo): Promise<number> {
  io.out(help(command));
  io.out((await command.details?.()) ?? '');
  return 0;
}

/**
 * Runs one command line (without `node` and the script).
 * @returns 0 done, 1 not done (one sentence on `err`), 2 wrong arguments; a command may have codes of its own
 */
export async function runCommandLine(argv: string[], io: CommandIo): Promise<number> {
  const [name, ...args] = argv;
  const command = commands.find((one) => one.name === name);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help());
    return 0;
  }
  if (!command) {
    io.err(`没有这个命令 no such command: ${name}\n${help()}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) return explain(command, io);
  try {
    return await command.run(args, io);
  } catch (error) {
    if (isUsage(error)) {
      io.err(`${error.message}\n${help(command)}`);
      return 2;
    }
    io.err(`${await sentenceOf(error)}\n`);
    return 1;
  }
}
