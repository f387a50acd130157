import { resolve } from 'node:path';
import { z } from 'zod';
import {
  type Environment,
  flag,
  port,
  readArea,
  type SettingFault,
  SettingsError,
} from './area.js';
import { demo, demoFaults } from './demo-messages.js';
import { dingtalk, dingtalkFaults } from './dingtalk.js';
import { feishu, feishuFaults } from './feishu.js';
import { llm, llmFaults } from './llm.js';
import { mail, mailFaults } from './mail.js';
import { sms, smsFaults } from './sms.js';
import { tts, ttsFaults } from './tts.js';
import { weCom, weComFaults } from './wecom.js';

const web = {
  /** Port of the server; a taken one: the next free one, said first. 0 = any free port. */
  PORT: port.default(3000),
  /** Address to listen on; `--lan` sets 0.0.0.0. */
  HOST: z.string().default('127.0.0.1'),
  /** The address people reach the server at, for links in messages; made from HOST and PORT when absent. */
  PUBLIC_URL: z.url().optional(),
  /** Trust X-Forwarded-* of a proxy in front. */
  TRUST_PROXY: flag.default(false),
  /** all, or only the HTTP side, or only the jobs. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
};

const data = {
  /** Folder of everything that is kept: database, recordings, keys, certificate. */
  DATA_DIR: z.string().default('./data'),
  /** mysql://user:password@host:port/name takes over from the SQLite file; `?socketPath=…` for a server on this machine. */
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\//, 'must begin with mysql:// or mariadb://')
    .optional(),
};

const speech = {
  /** none: the candidate writes down what was said; openai: any OpenAI-compatible endpoint; sherpa: a model folder. */
  SPEECH_DRIVER: z.enum(['none', 'openai', 'sherpa']).default('none'),
  SPEECH_API_BASE: z.url().optional(),
  SPEECH_API_KEY: z.string().optional(),
  SPEECH_API_MODEL: z.string().default('whisper-1'),
  /** Folder with model.onnx (or model.int8.onnx) and tokens.txt of SenseVoice. */
  SPEECH_MODEL_DIR: z.string().optional(),
};

const media = {
  /** ffmpeg for recordings that the built-in tool cannot make seekable (iPhone); a name or a path. */
  FFMPEG_PATH: z.string().default('ffmpeg'),
  /** Largest recording of one attempt, MiB. */
  MEDIA_MAX_MB: z.coerce.number().int().min(1).max(4096).default(512),
};

const judge = {
  /** bubblewrap, the sandbox of coding questions; a name or a path. Without it: JavaScript only. */
  BWRAP_PATH: z.string().default('bwrap'),
};

const times = {
  /** When old rows are cleared and recordings whose time is over are deleted: cron, Asia/Shanghai. */
  HOUSEKEEPING_CRON: z.string().default('30 3 * * *'),
  /** How long a decision from a page can be taken back before it takes effect, seconds; 0: it takes effect at once. */
  DECISION_UNDO_SECONDS: z.coerce.number().int().min(0).max(120).default(10),
};

const log = {
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
};

/** Every setting of the server, by area; nothing else reads the environment. */
export interface Settings {
  web: z.infer<z.ZodObject<typeof web>>;
  data: z.infer<z.ZodObject<typeof data>>;
  speech: z.infer<z.ZodObject<typeof speech>>;
  llm: z.infer<z.ZodObject<typeof llm>>;
  tts: z.infer<z.ZodObject<typeof tts>>;
  media: z.infer<z.ZodObject<typeof media>>;
  judge: z.infer<z.ZodObject<typeof judge>>;
  times: z.infer<z.ZodObject<typeof times>>;
  log: z.infer<z.ZodObject<typeof log>>;
  mail: z.infer<z.ZodObject<typeof mail>>;
  sms: z.infer<z.ZodObject<typeof sms>>;
  feishu: z.infer<z.ZodObject<typeof feishu>>;
  dingtalk: z.infer<z.ZodObject<typeof dingtalk>>;
  wecom: z.infer<z.ZodObject<typeof weCom>>;
  demo: z.infer<z.ZodObject<typeof demo>>;
}

const areas = {
  web,
  data,
  speech,
  llm,
  tts,
  media,
  judge,
  times,
  log,
  mail,
  sms,
  feishu,
  dingtalk,
  wecom: weCom,
  demo,
};

/** What one value alone cannot tell; asked only where the area itself was read. */
function beyondOneValue(area: Settings['speech'] | undefined): SettingFault[] {
  const faults: SettingFault[] = [];
  if (area?.SPEECH_DRIVER === 'openai' && !area.SPEECH_API_BASE) {
    faults.push({ name: 'SPEECH_API_BASE', problem: 'is needed with SPEECH_DRIVER=openai' });
  }
  if (area?.SPEECH_DRIVER === 'sherpa' && !area.SPEECH_MODEL_DIR) {
    faults.push({ name: 'SPEECH_MODEL_DIR', problem: 'is needed with SPEECH_DRIVER=sherpa' });
  }
  return faults;
}

/** A channel or a model is on as a whole or not at all. */
function halfSet(read: Partial<Settings>): SettingFault[] {
  return [
    ...(read.mail ? mailFaults(read.mail) : []),
    ...(read.sms ? smsFaults(read.sms) : []),
    ...(read.feishu ? feishuFaults(read.feishu) : []),
    ...(read.dingtalk ? dingtalkFaults(read.dingtalk) : []),
    ...weComFaults(read.wecom),
    ...(read.llm ? llmFaults(read.llm) : []),
    ...(read.tts ? ttsFaults(read.tts) : []),
  ];
}

function byName(read: Partial<Settings>): Record<string, unknown> {
  return Object.fromEntries(Object.values(read).flatMap((area) => Object.entries(area)));
}

/**
 * Reads and checks all areas.
 * @throws SettingsError with every fault at once.
 */
export function loadSettings(env: Environment): Settings {
  const read: Record<string, unknown> = {};
  const faults: SettingFault[] = [];
  for (const [name, shape] of Object.entries(areas)) {
    const result = readArea(shape, env);
    if ('faults' in result) {
      faults.push(...result.faults);
    } else {
      read[name] = result.values;
    }
  }
  faults.push(...beyondOneValue(read.speech as Settings['speech'] | undefined));
  faults.push(...halfSet(read), ...demoFaults(byName(read)));
  if (faults.length > 0) {
    throw new SettingsError(faults);
  }
  const settings = read as unknown as Settings;
  settings.data.DATA_DIR = resolve(settings.data.DATA_DIR);
  return settings;
}

/** The settings of this process. */
export function settingsOfProcess(): Settings {
  return loadSettings(process.env);
}
