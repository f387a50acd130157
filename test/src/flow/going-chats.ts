import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import type { TestApp } from '../harness/app.js';
import { minute } from './walk.js';

/** A chat that can go away. */
export interface GoingChat {
  name: 'wecom' | 'dingtalk';
  /** How it calls HR and the head. */
  users: [string, string];
  start: () => Promise<void>;
  settings: () => Record<string, string>;
  /** What it wants to know of the product, once that listens. */
  introduce: (app: TestApp) => Promise<void>;
  comeAndGo: () => Promise<void>;
  /** Both sides know of each other again. */
  joined: () => Promise<void>;
  /** The messages in somebody's chat as they stand, oldest first. */
  chatOf: (user: string) => Promise<string[]>;
  /** Limits of the chat that were not kept; nothing where all were. */
  broken: () => Promise<string[]>;
  stop: () => Promise<void>;
}

/** An emulated WeCom that can go away and come back as it was. */
export function weCom(): GoingChat {
  const emulated = new EmulatedWeCom();
  return {
    name: 'wecom',
    users: ['zhangsan', 'hejing'],
    start: () => emulated.start(),
    settings: () => {
      const { base, ws, corpId, app } = emulated.at;
      return {
        ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
        ...{ WECOM_WS_BASE: ws, WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(app.agentId) },
        ...{ WECOM_SECRET: app.secret, WECOM_TOKEN: app.token },
        WECOM_ENCODING_AES_KEY: app.aesKey,
      };
    },
    introduce: async ({ base }) => {
      const app = { callbackUrl: `${base}/api/callbacks/wecom` };
      await emulated.order('setup', { app, retryMs: 20, verify: true });
    },
    comeAndGo: () => emulated.comeAndGo(),
    joined: () => Promise.resolve(),
    chatOf: async (user) =>
      (await emulated.state()).shown
        .filter((one) => one.user === user)
        .map(({ body, greyed }) => JSON.stringify([body, greyed])),
    broken: async () => {
      const { dropped, counts } = await emulated.state();
      const often = Object.entries(counts).filter(([, count]) => count > 100);
      return [...(dropped > 0 ? ['dropped'] : []), ...often.map(([name]) => name)];
    },
    stop: () => {
      emulated.stop();
      return Promise.resolve();
    },
  };
}

const kinds = 'invitation,screeningReview,approval,notice,result,thanks,promiseDue'.split(',');
/** DingTalk bars an app that opens this many connections in a minute. */
const opensAtMost = 10;

/** An emulated DingTalk that can go away and come back as it was. */
export function dingTalk(): GoingChat {
  let emulator: Emulator;
  return {
    name: 'dingtalk',
    users: ['hr01', 'mgr01'],
    start: async () => {
      emulator = await startEmulator();
    },
    settings: () => ({
      ...{ DINGTALK_API_BASE: emulator.base, DINGTALK_OAPI_BASE: emulator.base },
      ...{ DINGTALK_LOGIN_BASE: emulator.base, DINGTALK_CLIENT_ID: 'dingemulated' },
      ...{ DINGTALK_CLIENT_SECRET: 'emulated-secret-0001', DINGTALK_CORP_ID: 'dingcorp0001' },
      DINGTALK_AGENT_ID: '300200100',
      DINGTALK_CARD_TEMPLATES: kinds.map((kind) => `${kind}=${kind}.schema`).join(','),
    }),
    introduce: () => Promise.resolve(),
    comeAndGo: () => emulator.comeAndGo(),
    joined: async () => {
      for (let tries = 0; (await emulator.state()).stream.serving === 0; tries++) {
        // The next try comes after a minute at most.
        expect(tries, 'tries').to.be.below(700);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    chatOf: async (user) => {
      const items = (await emulator.state()).chats[user] ?? [];
      const cards = items.map(async ({ outTrackId, content }) =>
        JSON.stringify(outTrackId === undefined ? content : await emulator.card(outTrackId, user)),
      );
      return Promise.all(cards);
    },
    broken: async () => {
      const { journal, stream } = await emulator.state();
      const refused = journal.filter(({ status }) => status === 403 || status === 429);
      const often = stream.opens.length >= opensAtMost ? ['connections'] : [];
      return [...refused.map(({ path }) => path), ...often];
    },
    stop: () => emulator.stop(),
  };
}

/** The waiting deliveries come in the worst order: the newest first. */
export async function newestFirst({ database, clock }: TestApp): Promise<void> {
  const where = { name: 'card.deliver' as const, state: 'ready' as const };
  const jobs = await database.read(Job).find({ where, order: { id: 'DESC' } });
  for (const { id } of jobs) {
    await database.read(Job).update({ id }, { runAt: clock.now() - minute });
  }
}
