import { settingsOfProcess } from '@zhiyu/config/settings';
import { type CommandIo, UsageError } from './io.js';
import { pipeTo } from './pipe.js';

export interface Command {
  name: string;
  /** What follows the name. */
  usage: string;
  about: string;
  /** More for who asks about this command alone. */
  details?: () => Promise<string>;
  /** @returns the exit code. Loads what it needs by itself, so that the others start fast. */
  run: (args: string[], io: CommandIo) => Promise<number>;
}

/** Every command of the product. */
export const commands: readonly Command[] = [
  {
    name: 'resume',
    usage: 'parse FILE',
    about: '读一份简历，输出 JSON  read a résumé, print JSON',
    run: async (args, io) =>
      (await import('../recruiting/resume/resume.command.js')).resumeCommand(args, io),
  },
  {
    name: 'judge',
    usage: '< submission.json',
    about: '判一份代码，输出 JSON  judge a program, print JSON',
    run: async (args, io) => {
      const { judgeCommand } = await import('../platform/judge/judge.command.js');
      const { text } = await import('node:stream/consumers');
      const input = () => (process.stdin.isTTY ? Promise.resolve('') : text(process.stdin));
      return judgeCommand(args, { ...io, input, bubblewrap: settingsOfProcess().judge.BWRAP_PATH });
    },
  },
  {
    name: 'replay',
    usage: 'REPORT',
    about:
      '用留下的原料重做一份报告，逐字节核对  rebuild a report from its snapshot and compare byte for byte',
    run: async (args, io) => (await import('./replay.command.js')).replayCommand(args, io),
  },
  {
    name: 'signals',
    usage: 'FILE [--words TEXT] [--locale LOCALE]',
    about: '量一段录音：停顿、语速、音高、音质，输出 JSON  facts of a recording’s sound, as JSON',
    run: async (args, io) => {
      const { signalsCommand } = await import('../scoring/signals.command.js');
      return signalsCommand(args, { ...io, ffmpegPath: settingsOfProcess().media.FFMPEG_PATH });
    },
  },
  {
    name: 'score',
    usage: '< answers.jsonl',
    about: '给短答案评分，一行一份  score short answers, one JSON object a line',
    details: async () => (await import('../scoring/text/score.command.js')).scoreHelp,
    run: async (args, io) => {
      if (args.length > 0) throw new UsageError(`不认得的参数 unknown argument: ${args.join(' ')}`);
      const { scoreCommand } = await import('../scoring/text/score.command.js');
      if (process.stdin.isTTY) io.err('等标准输入 waiting for lines on standard input\n');
      return scoreCommand({ input: process.stdin, write: pipeTo(process.stdout), err: io.err });
    },
  },
  {
    name: 'impact',
    usage: '< outcomes.jsonl',
    about:
      '各群体的入选率和得分率，五分之四规则加精确检验；不留数据  rates by group, four-fifths rule and an exact test',
    run: async (args, io) => {
      const { impactCommand } = await import('./impact.command.js');
      const { text } = await import('node:stream/consumers');
      const input = () => (process.stdin.isTTY ? Promise.resolve('') : text(process.stdin));
      return impactCommand(args, { ...io, input });
    },
  },
  {
    name: 'models',
    usage: 'list | fetch NAME [--dir DIR] [--base URL]',
    about: '语音识别模型  speech models',
    run: async (args, io) => {
      const { modelsCommand } = await import('../platform/speech/models.command.js');
      return modelsCommand(args, { ...io, dataDir: settingsOfProcess().data.DATA_DIR });
    },
  },
  {
    name: 'admin',
    usage: 'create --name NAME --email MAIL [--company NAME] [--url URL]',
    about: '建一位管理员，给出一次性登录链接  an administrator and the link to sign in once',
    run: async (args, io) => (await import('./admin.command.js')).adminCommand(args, io),
  },
  {
    name: 'chat',
    usage: 'link dingtalk|wecom|feishu MAIL=ADDRESS… [--cards]',
    about:
      '同事在聊天里的账号；--cards 把等着的卡片也发过去  colleagues’ accounts in a chat; --cards sends what waits',
    run: async (args, io) => (await import('./chat.command.js')).chatCommand(args, io),
  },
  {
    name: 'content',
    usage: 'export [--dir DIR] [--company NAME] | import FILE… [--company NAME]',
    about: '岗位与 YAML 互转  positions to YAML and back',
    run: async (args, io) => (await import('./content.command.js')).contentCommand(args, io),
  },
  {
    name: 'questions',
    usage: 'check [FILE…]',
    about: '检查题库  check the question bank: wording, anchors, follow-ups, languages',
    run: async (args, io) => (await import('./questions.command.js')).questionsCommand(args, io),
  },
  {
    name: 'demo',
    usage: 'reset | remove',
    about: '示例公司重做或删除  make the example company again, or remove it',
    run: async (args, io) => (await import('./demo.command.js')).demoCommand(args, io),
  },
  {
    name: 'audit',
    usage: 'verify',
    about: '核对审计日志的链  check the chain of the audit log',
    run: async (args, io) => (await import('./audit.command.js')).auditCommand(args, io),
  },
  {
    name: 'jobs',
    usage: 'list | replay ID',
    about: '失败的后台任务  background jobs that gave up',
    run: async (args, io) => (await import('./jobs.command.js')).jobsCommand(args, io),
  },
  {
    name: 'analytics',
    usage: 'rebuild',
    about: '看板的数重算一遍  count the dashboard anew',
    run: async (args, io) => (await import('./analytics.command.js')).analyticsCommand(args, io),
  },
  {
    name: 'backup',
    usage: 'FOLDER [--with-keys]',
    about:
      '备份数据库和文件，不用停服务；密钥默认不在里面  back up database and files while the server runs; without the key',
    run: async (args, io) => (await import('./backup.command.js')).backupCommand(args, io),
  },
  {
    name: 'restore',
    usage: 'FOLDER [--keys FOLDER] [--erased FILE] [--check]',
    about:
      '恢复到空的数据文件夹和空的数据库，SQLite 和 MariaDB 可以互换；--check 只检查  restore into an empty place, also from one database to the other; --check only checks',
    run: async (args, io) => (await import('./restore.command.js')).restoreCommand(args, io),
  },
  {
    name: 'erased',
    usage: '',
    about:
      '已删除的人的编号，一行一个，给 restore --erased 用  ids of erased people, one a line, for restore --erased',
    run: async (args, io) => (await import('./erased.command.js')).erasedCommand(args, io),
  },
  {
    name: 'db',
    usage: 'migrate | revert',
    about: '数据库结构升级或退一步  bring the tables up to date, or one step back',
    run: async (args, io) => (await import('./db.command.js')).dbCommand(args, io),
  },
];

/** All commands, or one of them, for reading. */
export function help(only?: Command): string {
  const shown = only ? [only] : commands;
  const lines = shown.flatMap(({ name, usage, about }) => [
    `  zhiyu ${name} ${usage}`,
    `      ${about}`,
  ]);
  return ['用法 Usage:  npm run -s zhiyu -- <command>', ...lines, ''].join('\n');
}
