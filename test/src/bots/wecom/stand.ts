import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type {
  Channel,
  ChannelEvent,
  ChannelHost,
  ChannelPress,
  HttpClient,
  OutgoingCard,
  PressAnswer,
} from '@zhiyu/bots/channel';
import type { Locale } from '@zhiyu/contracts/basics';
import { type WeCom, weComOf, type WeComOrders } from '@zhiyu/bots/wecom/wecom.parts';
import type { WeComSettings } from '@zhiyu/bots/wecom/wecom.settings';
import { aCard, type StandTools, toolsInMemory } from '../channel-stand.js';
import { comeAndGo } from '../come-and-go.js';

export type Json = Record<string, unknown>;

/** What the emulator's control says of itself, as far as the tests look at it. */
export interface EmulatorState {
  shown: {
    msgid: string;
    user: string;
    taskId: string;
    greyed: string;
    recalled: boolean;
    msgtype: string;
    body: Json;
  }[];
  calls: { path: string; body: Json; query: Record<string, string> }[];
  counts: Record<string, number>;
  dropped: number;
  welcomes: Json[];
  robot: { body: Json }[];
  customers: Record<
    string,
    { chat: { from: string; body: Json }[]; sentSince: number; state: number }
  >;
  schedules: Record<string, Json>;
  meetings: Record<string, Json>;
  botCards: { user: string; body: Json; taskId: string; updates: Json[] }[];
  botFrames: string[];
  connected: boolean;
}

interface Announced {
  base: string;
  ws: string;
  corpId: string;
  app: { agentId: number; secret: string; token: string; aesKey: string };
  kfId: string;
  bot: { id: string; secret: string };
  robotKey: string;
}

/** The wecom emulator as the separate process that it is. */
export class EmulatedWeCom {
  private child: ChildProcess | null = null;
  private told: Announced | null = null;

  async start(): Promise<void> {
    // What a server loads when it begins to listen takes its time in the first test otherwise.
    await import('@zhiyu/bots/wechaty/candidate-dialogue');
    const main = new URL('../../emulators/wecom/main.js', import.meta.url).pathname;
    this.child = spawn(process.execPath, [main, '--attached'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: this.child.stdout! });
    this.told = await new Promise<Announced>((resolve) => {
      lines.once('line', (line) => resolve(JSON.parse(line) as Announced));
    });
  }

  stop(): void {
    this.child?.kill();
  }

  /** Gone, or back with all it knew; resolves when it is so. */
  comeAndGo(): Promise<void> {
    return comeAndGo(this.child, `${this.at.base}/`);
  }

  get at(): Announced {
    return this.told!;
  }

  async order<T = Json>(name: string, body: Json = {}): Promise<T> {
    const answer = await fetch(`${this.at.base}/_control/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  }

  state(): Promise<EmulatorState> {
    return this.order<EmulatorState>('state');
  }

  settings(change: Partial<WeComSettings> = {}): WeComSettings {
    const { base, ws, corpId, app, kfId, bot, robotKey } = this.at;
    const { agentId, secret, token, aesKey } = app;
    return {
      app: { apiBase: base, oauthBase: base, loginBase: base, corpId, agentId, secret },
      callback: { corpId, token, aesKey },
      kfId,
      bot: { ...bot, wsBase: ws },
      robot: { key: robotKey, apiBase: base },
      cardImage: null,
      ...change,
    };
  }
}

/** The server behind the channel, remembering what reached it. */
export class Host implements ChannelHost {
  presses: ChannelPress[] = [];
  events: ChannelEvent[] = [];
  /** Of every card, and of the company's people. */
  spoken: Locale = 'zh';
  /** How often a press had its effect. */
  effects = 0;
  private readonly answers = new Map<string, PressAnswer>();
  answer: (press: ChannelPress) => Promise<PressAnswer> = () => Promise.resolve(decided());

  async press(press: ChannelPress): Promise<PressAnswer> {
    this.presses.push(press);
    const known = this.answers.get(press.eventId);
    if (known) {
      return known;
    }
    const answer = await this.answer(press);
    if (!this.answers.has(press.eventId)) {
      this.answers.set(press.eventId, answer);
      this.effects += answer.effective ? 1 : 0;
    }
    return answer;
  }

  locale(): Promise<Locale> {
    return Promise.resolve(this.spoken);
  }

  event(event: ChannelEvent): Promise<void> {
    if (!this.events.some((one) => one.eventId === event.eventId)) {
      this.events.push(event);
    }
    return Promise.resolve();
  }
}

/** The card once somebody decided. */
export function decided(effective = true): PressAnswer {
  const record = {
    type: 'record' as const,
    glyph: 'hold' as const,
    title: '何敬选了待定',
    detail: '10:30',
  };
  const card = aCard({ version: 4, state: 'done', blocks: [record], buttons: [] });
  const message = effective ? '已选待定' : '何敬选了待定，比您早 4 秒。您按的“通过”没有生效';
  return { effective, message, card, link: 'https://hr.example.com/#/pages/chat/index' };
}

/** An HTTP client as the server's: whatever status, and nothing but the network throws. */
export const realHttp: HttpClient = {
  async request({ method, url, headers, body }) {
    const answer = await fetch(url, { method, headers, body });
    return { status: answer.status, headers: {}, body: await answer.text() };
  },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The callback address, as the server wires it: request in, answer out. */
export class CallbackServer {
  private server: Server | null = null;
  /** The channel that answers; another one after a restart. */
  channel: Channel | null = null;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      void (async () => {
        const url = new URL(request.url ?? '/', 'http://here');
        const answer = await this.channel!.callback!({
          method: request.method ?? 'GET',
          query: Object.fromEntries(url.searchParams),
          headers: {},
          body: await bodyOf(request),
        });
        response.writeHead(answer.status, answer.headers).end(answer.body);
      })();
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/callbacks/wecom`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

export interface Stand {
  tools: StandTools;
  wecom: WeCom;
  host: Host;
}

export const orders: WeComOrders = {
  origins: ['https://hr.example.com'],
  sceneKey: 'a key of the installation, for tests',
  kfWelcome: ({ subject }) =>
    Promise.resolve({
      head: subject === null ? '您好，这里是禾城招聘。' : '您好，邀请您参加线上面试。',
      items: [
        { say: '接受面试邀请', id: 'accept' },
        { open: '先看看说明', url: 'https://hr.example.com/#/pages/apply/index' },
      ],
      tail: '约 18 分钟',
    }),
  contactWelcome: ({ state }) => Promise.resolve(state === 'silent' ? null : '您好，我是李敏。'),
};

/** Everything WeCom of one process; with the tools of another one it is that process after a restart. */
export function standOf(settings: WeComSettings, tools = toolsInMemory(realHttp)): Stand {
  tools.clock.now = Date.now();
  return { tools, wecom: weComOf(settings, tools, orders), host: new Host() };
}

/** A message to a member or a candidate. */
export function messageTo(address: string, change: Partial<OutgoingCard> = {}): OutgoingCard {
  return {
    deliveryId: '01HZZZZZZZZZZZZZZZZZZZZZZD',
    recipient: { kind: 'staff', id: '01HZZZZZZZZZZZZZZZZZZZZZZP', address },
    card: aCard(),
    link: 'https://hr.example.com/#/pages/chat/index?card=01HZZZZZZZZZZZZZZZZZZZZZZC',
    ...change,
  };
}
