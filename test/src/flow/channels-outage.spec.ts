import { routes } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import { aStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import { decisionsOf, isKnownAs, listening, mailsTo } from './channels-walk.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, minute, type Stand, type Walker } from './walk.js';

/** A chat that can go away. */
interface GoingChat {
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

function weCom(): GoingChat {
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

function dingTalk(): GoingChat {
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
        expect(tries, 'tries').to.be.below(100);
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
async function newestFirst({ database, clock }: TestApp): Promise<void> {
  const where = { name: 'card.deliver' as const, state: 'ready' as const };
  const jobs = await database.read(Job).find({ where, order: { id: 'DESC' } });
  for (const { id } of jobs) {
    await database.read(Job).update({ id }, { runAt: clock.now() - minute });
  }
}

function survives(chat: GoingChat): void {
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;
  let before_: Walker;
  const meanwhile: Walker[] = [];

  before(async () => {
    await chat.start();
    smtp = await startSmtp();
    app = await listening(smtp, chat.settings());
    await chat.introduce(app);
    await chat.joined();
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: chat.name, address: chat.users[0] });
    await isKnownAs(app, stand.head, { channel: chat.name, address: chat.users[1] });
    before_ = await assessed(stand);
    await chat.comeAndGo();
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await chat.stop();
  });

  const about = ({ candidate }: Walker) => candidate.name;
  const deliveries = () => app.database.read(Delivery).findBy({ channel: chat.name });
  const stateShown = async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const { channels } = await app.api(routes.channels, {}, admin.session);
    return channels.find(({ name }) => name === chat.name);
  };

  it('is missed by nobody: people decide on the web, candidates come and hear of it by mail', async () => {
    const card = await cardOf(stand, stand.hr, 'approval', before_);
    const hold = { action: 'hold', reason: 'needsTalk' } as const;
    expect((await press(stand, stand.hr, card, hold)).effective).to.equal(true);
    meanwhile.push(await assessed(stand), await assessed(stand));
    for (const walker of meanwhile) {
      expect(mailsTo(smtp, walker).length).to.be.greaterThan(0);
    }
    expect(await decisionsOf(stand, before_)).to.have.length(1);
  });

  it('is shown to the administrator as failing, and what waits for it as not delivered', async () => {
    const shown = await stateShown();
    expect(['failing', 'connecting']).to.include(shown?.state);
    expect(shown?.lastError?.text).not.to.equal(undefined);
    const waiting = (await deliveries()).filter(({ state }) => state === 'failed');
    expect(waiting).to.have.length(2 * meanwhile.length);
    expect(waiting.every(({ failure }) => failure !== '')).to.equal(true);
  });

  it('gets everything in its order when it is back, and nothing twice', async () => {
    await chat.comeAndGo();
    await chat.joined();
    app.clock.advance(minute);
    await newestFirst(app);
    await app.drainJobs();
    app.clock.advance(minute);
    await app.drainJobs();
    expect((await deliveries()).every(({ state }) => state === 'delivered')).to.equal(true);
    for (const user of chat.users) {
      const messages = await chat.chatOf(user);
      const order = messages.map((words) =>
        [before_, ...meanwhile].findIndex((walker) => words.includes(about(walker))),
      );
      expect(order).to.deep.equal([0, 1, 2]);
      expect(messages[0]).to.include('许澜选了待定');
    }
    expect(await chat.broken()).to.deep.equal([]);
    expect(await stateShown()).to.include({
      state: chat.name === 'dingtalk' ? 'connected' : 'ready',
    });
  });

  it('shows the final state of a card that was decided while its message waited', async () => {
    await chat.comeAndGo();
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.head, 'approval', walker);
    const reject = { action: 'reject', reason: 'belowRequirement' } as const;
    expect((await press(stand, stand.head, card, reject)).effective).to.equal(true);
    await app.drainJobs();
    await chat.comeAndGo();
    app.clock.advance(minute);
    await app.drainJobs();
    for (const user of chat.users) {
      const messages = (await chat.chatOf(user)).filter((words) => words.includes(about(walker)));
      expect(messages).to.have.length(1);
      expect(messages[0]).to.include('何敬选了不通过');
    }
  });
}

describe('an outage of WeCom', () => {
  survives(weCom());
});

describe('an outage of DingTalk', () => {
  survives(dingTalk());
});
