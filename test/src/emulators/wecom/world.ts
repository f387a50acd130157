import type { Fields } from './wire.js';
import { unique } from './wire.js';

export interface WeComAppSetup {
  agentId: number;
  secret: string;
  callbackUrl: string;
  token: string;
  aesKey: string;
  /** The callback address answered its verification. */
  verified: boolean;
  /** 可信域名 with its port. */
  trustedDomain: string;
  /** Made after June 2022: no phone number, mail address or picture of anybody. */
  isNew: boolean;
}

export interface User {
  userid: string;
  name: string;
  department: number[];
  direct_leader: string[];
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  status: number;
  mobile: string;
  visible: boolean;
  licensed: boolean;
}

/** One message in one member's chat with the app. */
export interface Shown {
  msgid: string;
  at: number;
  user: string;
  agentId: number;
  msgtype: string;
  body: Fields;
  taskId: string;
  recalled: boolean;
  /** Words of the greyed button; empty while it can be pressed. */
  greyed: string;
}

export interface Code {
  taskId: string;
  msgid: string;
  until: number;
  used: boolean;
}

/** What goes wrong on demand; `path` empty: everywhere. */
export interface Fault {
  path: string;
  kind: 'busy' | 'gateway' | 'slow' | 'reset' | 'rate' | 'errcode' | 'lost';
  errcode: number;
  ms: number;
  times: number;
}

export interface KfEntry {
  msgid: string;
  at: number;
  item: Fields;
}

/** A WeChat user in the customer service conversation. */
export interface Customer {
  id: string;
  name: string;
  lastSaidAt: number;
  sentSince: number;
  welcomedAt: number;
  state: number;
  /** The conversation as the customer sees it. */
  chat: { from: 'user' | 'service'; at: number; body: Fields }[];
}

const startApp = (): WeComAppSetup => ({
  agentId: 1_000_002,
  secret: 'app-secret-of-the-emulator',
  callbackUrl: '',
  token: 'hrtoken2026',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  verified: false,
  trustedDomain: 'hr.example.com',
  isNew: true,
});

export const member = (userid: string, name: string, leader: string[] = []): User => ({
  ...{ userid, name, department: [2], direct_leader: leader, status: 1, mobile: '13800000000' },
  ...{ visible: true, licensed: true },
});

/** Everything an emulated WeCom knows; a new one is an empty company. */
export class World {
  readonly corpId = 'wwtest0123456789ab';
  readonly app = startApp();
  readonly kfId = 'wkAJ2GCAAAZSfhHCt7IFSvLKtMPxyJTw';
  readonly robotKey = 'robot-key-of-the-emulator';
  readonly bot = { id: 'aibot-emulator', secret: 'bot-secret-of-the-emulator' };
  clockOffset = 0;
  trustedIp = true;
  retryMs = 200;
  kfPage = 1_000;
  /** Where links of 微信客服 lead; the emulator's own address where a visitor is to open them. */
  kfBase = 'https://work.weixin.qq.com';
  users = new Map<string, User>();
  departments = [
    { id: 1, name: '禾城', name_en: '', department_leader: ['hr_li'], parentid: 0, order: 1 },
    {
      id: 2,
      name: '人力资源',
      name_en: '',
      department_leader: ['zhangsan'],
      parentid: 1,
      order: 2,
    },
  ];
  tokens = new Map<string, { value: string; until: number; dead: boolean }>();
  tickets = new Map<string, { value: string; until: number }>();
  counts: Record<string, number> = {};
  calls: { path: string; at: number; body: Fields; query: Record<string, string> }[] = [];
  faults: Fault[] = [];
  shown: Shown[] = [];
  taskIds = new Set<string>();
  codes = new Map<string, Code>();
  requests = new Map<string, { until: number; msgid: string }>();
  perMember = new Map<string, number[]>();
  dropped = 0;
  callbacks: { event: string; attempts: { status: number; ms: number }[]; reply: string }[] = [];
  oauth = new Map<string, { answer: Fields; until: number; used: boolean }>();
  loginAs = 'hr_li';
  kf: KfEntry[] = [];
  kfTokens = new Map<string, number>();
  kfSent = new Map<string, string>();
  customers = new Map<string, Customer>();
  welcomeCodes = new Map<string, { until: number; used: boolean; to: string }>();
  contactWays = new Map<string, Fields>();
  welcomes: Fields[] = [];
  schedules = new Map<string, Fields>();
  meetings = new Map<string, Fields>();
  /** When each upload is over, ms; pictures with their bytes. */
  media = new Map<string, number>();
  pictures = new Map<string, Buffer>();
  robot: { at: number; body: Fields }[] = [];
  botTalked = new Set<string>();
  botCards: { user: string; body: Fields; taskId: string; updates: Fields[] }[] = [];
  botFrames: string[] = [];

  constructor() {
    const all = [
      member('hr_li', '李敏'),
      member('zhangsan', '张三', ['hr_li']),
      member('hejing', '何敬', ['hr_li']),
      member('u1', '许澜', ['hr_li']),
      { ...member('unlicensed', '无许可'), licensed: false },
      { ...member('hidden', '看不见'), visible: false },
    ];
    all.forEach((user) => this.users.set(user.userid.toLowerCase(), user));
    for (const id of ['wmCandidate01', 'wmCandidate02', 'u1']) {
      this.customer(id);
    }
  }

  now(): number {
    return Date.now() + this.clockOffset;
  }

  count(name: string): number {
    return (this.counts[name] = (this.counts[name] ?? 0) + 1);
  }

  customer(id: string): Customer {
    const known = this.customers.get(id);
    if (known) {
      return known;
    }
    const made = {
      ...{ id, name: id, lastSaidAt: 0, sentSince: 0, welcomedAt: 0, state: 0 },
      chat: [],
    };
    this.customers.set(id, made);
    return made;
  }

  /** A code that changes a card once within 72 hours. */
  newCode(taskId: string, msgid: string): string {
    const code = unique('rc');
    this.codes.set(code, { taskId, msgid, until: this.now() + 72 * 3_600_000, used: false });
    return code;
  }
}
