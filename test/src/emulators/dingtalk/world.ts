import { randomUUID } from 'node:crypto';
import { type CardTemplate, shippedTemplates } from './template.js';

export interface EmulatedUser {
  userid: string;
  unionid: string;
  name: string;
  mobile: string;
  departments: number[];
  /** Departments that he heads. */
  heads: number[];
  active: boolean;
  /** Messages to him are answered with flowControlledStaffIdList. */
  limited: boolean;
}

export interface EmulatedCard {
  outTrackId: string;
  templateId: string;
  spaces: { type: string; id: string }[];
  callbackType: string;
  routeKey: string;
  params: Record<string, string>;
  own: Record<string, Record<string, string>>;
  /** How often it changed by an answer, and by the update interface. */
  answered: number;
  updated: number;
}

/** What stands in somebody's chat, or in a group's. */
export interface ChatItem {
  at: number;
  kind: 'card' | 'robot' | 'notice' | 'said';
  outTrackId?: string;
  key?: string;
  content?: unknown;
}

export interface Recorded {
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  token: string;
  body: unknown;
  status: number;
}

/** An answer to give instead, so many times. */
export interface Fault {
  path: string;
  times: number;
  status?: number;
  body?: unknown;
  delay?: number;
  /** The call is done, and its answer is lost. */
  loseAnswer?: boolean;
}

export interface OaInstance {
  id: string;
  processCode: string;
  originator: string;
  fields: unknown;
  approver: string;
  status: 'RUNNING' | 'COMPLETED' | 'TERMINATED';
  result: '' | 'agree' | 'refuse';
  at: number;
}

/** An entry in somebody's calendar, as it was written, and what became of it. */
export interface CalendarEvent {
  id: string;
  /** unionId of the person in whose calendar it stands. */
  owner: string;
  body: Readonly<Record<string, unknown>>;
  cancelled: boolean;
  changes: number;
}

interface Code {
  user: string;
  kind: 'inside' | 'outside';
  until: number;
}

const tokenLife = 7200;

function people(): Map<string, EmulatedUser> {
  const rows: [string, string, number[], number[]][] = [
    ['mgr01', '何敬', [2], [2]],
    ['hr01', '沈岚', [3], [3]],
    ['hr02', '顾言', [3], []],
    ['emp01', '周可', [4], []],
    ['boss', '陆远', [1], [1]],
  ];
  return new Map(
    rows.map(([userid, name, departments, heads], at) => [
      userid,
      {
        ...{ userid, unionid: `union-${userid}`, name, mobile: `1380000000${at}`, departments },
        ...{ heads, active: true, limited: false },
      },
    ]),
  );
}

/** One company with one app, as DingTalk's servers know it. */
export class World {
  readonly app = {
    ...{ clientId: 'dingemulated', clientSecret: 'emulated-secret-0001', corpId: 'dingcorp0001' },
    agentId: '300200100',
  };
  readonly users = people();
  readonly departments = new Map<number, { id: number; parent: number; name: string }>([
    [1, { id: 1, parent: 0, name: '云杉生活' }],
    [2, { id: 2, parent: 1, name: '门店运营部' }],
    [3, { id: 3, parent: 1, name: '人力资源部' }],
    [4, { id: 4, parent: 2, name: '西湖店' }],
  ]);
  readonly templates: Map<string, CardTemplate> = shippedTemplates();
  readonly cards = new Map<string, EmulatedCard>();
  readonly chats = new Map<string, ChatItem[]>();
  /** Uploaded pictures by their ids. */
  readonly pictures = new Map<string, Buffer>();
  readonly journal: Recorded[] = [];
  readonly faults: Fault[] = [];
  readonly codes = new Map<string, Code>();
  readonly userTokens = new Map<string, string>();
  readonly oa = new Map<string, OaInstance>();
  readonly preEntries: Record<string, unknown>[] = [];
  readonly calendar = new Map<string, CalendarEvent>();
  /** Times in which people are taken beside the entries, by unionId. */
  readonly busy = new Map<string, { start: unknown; end: unknown }[]>();
  /** Cards whose callback waits for its answer. */
  readonly open = new Set<string>();
  readonly routes = new Map<string, { url: string; secret: string }>();
  readonly missingScopes = new Map<string, string[]>();
  readonly noticesSeen = new Set<string>();
  /** Text that came in a place where it never may. */
  readonly leaks: string[] = [];
  token: { value: string; until: number } | null = null;
  tokensIssued = 0;
  ticketsIssued = 0;
  jsapiTicket: { value: string; until: number } | null = null;
  monthly = { used: 0, limit: 10_000 };
  putsInsideCallback = 0;
  tokenSeconds = tokenLife;
  blockedUntil = 0;
  pageSize = 100;
  push: { url: string; token: string; aesKey: string } | null = null;
  private shift = 0;

  now(): number {
    return Date.now() + this.shift;
  }

  advance(ms: number): void {
    this.shift += ms;
  }

  /** The same token again within its life, with its life begun anew. */
  issueToken(): string {
    const until = this.now() + this.tokenSeconds * 1000;
    if (this.token && this.token.until > this.now()) {
      this.token.until = until;
    } else {
      this.token = { value: randomUUID().replaceAll('-', ''), until };
    }
    this.tokensIssued += 1;
    return this.token.value;
  }

  tokenGood(token: string): boolean {
    return this.token?.value === token && this.token.until > this.now();
  }

  chat(id: string): ChatItem[] {
    const items = this.chats.get(id) ?? [];
    this.chats.set(id, items);
    return items;
  }

  takeCode(code: string, kind: Code['kind']): EmulatedUser | 'outsider' | null {
    const found = this.codes.get(code);
    if (!found || found.kind !== kind || found.until < this.now()) {
      return null;
    }
    this.codes.delete(code);
    return this.users.get(found.user) ?? 'outsider';
  }

  fault(path: string): Fault | null {
    const fault = this.faults.find((one) => one.times > 0 && path.startsWith(one.path));
    if (fault) {
      fault.times -= 1;
    }
    return fault ?? null;
  }
}
