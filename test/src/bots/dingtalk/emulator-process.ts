import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { comeAndGo } from '../come-and-go.js';
import type { Pressed } from '../../emulators/dingtalk/pushes.js';
import type { DrawnCard } from '../../emulators/dingtalk/template.js';
import type {
  CalendarEvent,
  ChatItem,
  EmulatedCard,
  Recorded,
} from '../../emulators/dingtalk/world.js';

const main = fileURLToPath(new URL('../../emulators/dingtalk/main.js', import.meta.url));

/** What the emulator tells of itself, as far as tests ask. */
export interface EmulatorState {
  cards: EmulatedCard[];
  chats: Record<string, ChatItem[]>;
  journal: Recorded[];
  leaks: string[];
  tokensIssued: number;
  ticketsIssued: number;
  putsInsideCallback: number;
  jsapiTicket: string | null;
  preEntries: Record<string, unknown>[];
  calendar: CalendarEvent[];
  events: Record<string, { deliveries: number; confirmed: boolean }>;
  stream: {
    sockets: number;
    serving: number;
    opens: number[];
    subscriptions: { type: string; topic: string }[];
    badTickets: number;
    lastPong: unknown;
  };
}

export interface Emulator {
  base: string;
  post: <T = Record<string, unknown>>(path: string, body: object) => Promise<T>;
  state: () => Promise<EmulatorState>;
  card: (outTrackId: string, user: string) => Promise<DrawnCard>;
  press: (body: object) => Promise<Pressed[]>;
  /** Calls of this interface, in their order. */
  calls: (path: string) => Promise<Recorded[]>;
  /** Gone, or back with all it knew; resolves when it is so. */
  comeAndGo: () => Promise<void>;
  stop: () => Promise<void>;
}

async function asked<T>(url: string, body?: object): Promise<T> {
  const response = await fetch(url, body ? { method: 'POST', body: JSON.stringify(body) } : {});
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) {
    throw new Error(answer.message ?? String(response.status));
  }
  return answer;
}

export async function startEmulator(port = 0): Promise<Emulator> {
  const child: ChildProcess = spawn(process.execPath, [main, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) {
    throw new Error('the emulator says nothing');
  }
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const base = (JSON.parse(line) as { address: string }).address;
  const state = () => asked<EmulatorState>(`${base}/_control/state`);
  return {
    base,
    post: (path, body) => asked(`${base}/_control/${path}`, body),
    state,
    card: (outTrackId, user) =>
      asked(`${base}/_control/card?${new URLSearchParams({ outTrackId, user }).toString()}`),
    press: (body) => asked(`${base}/_control/press`, body),
    calls: async (path) => (await state()).journal.filter((one) => one.path === path),
    comeAndGo: () => comeAndGo(child, `${base}/`),
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
}

/** One process for all specs; each describe has it as if it had just begun. */
let shared: Promise<Emulator> | null = null;

export function withEmulator(): () => Emulator {
  let emulator: Emulator | null = null;
  before(async () => {
    shared ??= startEmulator();
    emulator = await shared;
    await emulator.post('reset', {});
  });
  return () => emulator!;
}

after(async () => (await shared)?.stop());
