import { checkJsSignature, newOauthCode } from './api.company.js';
import { enter, fail, newKfToken, say } from './api.kf.js';
import { cardOf, offeredKeys } from './api.message.js';
import type { BotSocket } from './bot-socket.js';
import { deliver, elementsXml, eventXml, pressXml, type Tampering, verify } from './callback.js';
import { type Fields, fields, isFields, list, text, texts, unique } from './wire.js';
import { type Fault, member, World } from './world.js';

/** What the control changes: a reset puts another world in its place. */
interface Controlled {
  world: World;
  readonly bot: BotSocket;
}

type Order = (emulator: Controlled, body: Fields) => unknown;

const cdata = (value: string) => `<![CDATA[${value}]]>`;
const tamperings = ['signature', 'receiver', 'padding', 'oldTime', 'xml'] as const;

function tamperingOf(body: Fields): Tampering {
  return tamperings.find((one) => one === body.tampering) ?? null;
}

function selectedOf(body: Fields): Record<string, string[]> {
  const entries = Object.entries(fields(body.selected));
  return Object.fromEntries(entries.map(([question, ids]) => [question, texts(ids)]));
}

/** Somebody presses a card; `key` is one of those it offers. Stale presses need `force`. */
async function press({ world }: Controlled, body: Fields): Promise<Fields> {
  const user = text(body.user);
  const taskId = text(body.taskId);
  const shown = cardOf(world, user, taskId);
  const key = text(body.key);
  if (!shown || (body.force !== true && !offeredKeys(shown).includes(key))) {
    return { refused: 'this card offers no such button' };
  }
  const words = pressXml(world, {
    ...{ user, key, taskId, cardType: text(shown.body.card_type), selected: selectedOf(body) },
    code: world.newCode(taskId, shown.msgid),
    ...(body.at === undefined ? {} : { at: Number(body.at) }),
  });
  const times = { tampering: tamperingOf(body), again: Number(body.again ?? 0) };
  const delivered = await deliver(world, words, times);
  return { ...delivered, shown: cardOf(world, user, taskId), words };
}

async function contact({ world }: Controlled, body: Fields): Promise<Fields> {
  const { event: _event, ...of } = body;
  if (of.ChangeType === 'delete_user') {
    world.users.delete(text(of.UserID).toLowerCase());
  }
  const more = elementsXml(of);
  return {
    ...(await deliver(world, eventXml(world, { from: 'sys', event: 'change_contact', more }))),
  };
}

/** A candidate scans a recruiter's code and becomes his contact. */
async function external({ world }: Controlled, body: Fields): Promise<Fields> {
  const code = unique('wel');
  world.welcomeCodes.set(code, {
    until: world.now() + 20_000,
    used: body.chatting === true,
    to: '',
  });
  const of = {
    ...{ ChangeType: 'add_external_contact', UserID: text(body.user) },
    ...{ ExternalUserID: text(body.external), State: text(body.state), WelcomeCode: code },
  };
  const words = eventXml(world, {
    from: 'sys',
    event: 'change_external_contact',
    more: elementsXml(of),
  });
  return { ...(await deliver(world, words, { again: Number(body.again ?? 0) })), code };
}

async function approval({ world }: Controlled, body: Fields): Promise<Fields> {
  const approver = `<Details><Approver><UserId>${cdata(text(body.approver))}</UserId></Approver><SpStatus>${text(body.status)}</SpStatus><SpTime>${Math.floor(world.now() / 1000)}</SpTime></Details>`;
  const record = `<SpRecord><SpStatus>${text(body.status)}</SpStatus><ApproverAttr>1</ApproverAttr>${approver}</SpRecord>`;
  const info = elementsXml({ SpNoStr: text(body.no), SpNo: text(body.no), SpName: '录用审批' });
  const rest = elementsXml({ TemplateId: text(body.template) });
  const numbers = `<SpStatus>${text(body.status)}</SpStatus><StatuChangeEvent>${text(body.change)}</StatuChangeEvent>`;
  const more = `<AgentID>3010040</AgentID><ApprovalInfo>${info}${numbers}${rest}${record}</ApprovalInfo>`;
  return {
    ...(await deliver(world, eventXml(world, { from: 'sys', event: 'sys_approval_change', more }))),
  };
}

/** The app hears that the conversation has something new; it reads it itself. */
export async function kfNotice({ world }: Pick<Controlled, 'world'>): Promise<Fields> {
  if (world.app.callbackUrl === '') {
    return {};
  }
  const more = elementsXml({ Token: newKfToken(world), OpenKfId: world.kfId });
  const event = { from: world.corpId, event: 'kf_msg_or_event', more };
  return { ...(await deliver(world, eventXml(world, event))) };
}

function setup({ world }: Controlled, body: Fields): unknown {
  Object.assign(world.app, fields(body.app));
  const known = ['clockOffset', 'trustedIp', 'retryMs', 'kfPage', 'kfBase', 'loginAs'];
  Object.assign(
    world,
    Object.fromEntries(Object.entries(body).filter(([key]) => known.includes(key))),
  );
  return body.verify === true ? verify(world) : { verified: world.app.verified };
}

/** Other people than those of the tests: members with their leader, and customers of 微信客服. */
function people({ world }: Controlled, body: Fields): Fields {
  const members = list(body.members).map((one) =>
    member(text(one.userid), text(one.name), texts(one.leader)),
  );
  world.users = new Map(members.map((one) => [one.userid.toLowerCase(), one]));
  world.customers.clear();
  list(body.customers).forEach((one) => (world.customer(text(one.id)).name = text(one.name)));
  return { members: world.users.size, customers: world.customers.size };
}

function state({ world, bot }: Controlled): unknown {
  const maps = ['schedules', 'meetings', 'contactWays', 'users', 'customers'] as const;
  const open = Object.fromEntries(maps.map((name) => [name, Object.fromEntries(world[name])]));
  const { shown, calls, counts, dropped, callbacks, welcomes, robot, botCards, botFrames } = world;
  const { corpId, kfId, robotKey, bot: keys, app } = world;
  return {
    ...{ corpId, kfId, robotKey, bot: keys, app, connected: bot.connected, shown, calls, counts },
    ...{ dropped, callbacks, welcomes, robot, botCards, botFrames, ...open },
  };
}

async function kfSays(emulator: Controlled, body: Fields): Promise<unknown> {
  say(emulator.world, text(body.user), text(body.text), text(body.menuId));
  return body.quiet === true ? {} : kfNotice(emulator);
}

const orders: Record<string, Order> = {
  reset: (emulator) => {
    emulator.world = new World();
    return {};
  },
  setup,
  people,
  state,
  clock: ({ world }, body) => {
    world.clockOffset += Number(body.advanceMs ?? 0);
    return { now: world.now() };
  },
  'revoke-tokens': ({ world }) => {
    world.tokens.forEach((token) => (token.dead = true));
    return {};
  },
  fault: ({ world }, body) => {
    const none: Fault = { path: '', kind: 'busy', errcode: 0, ms: 0, times: 1 };
    world.faults.push({ ...none, ...body });
    return {};
  },
  press,
  callback: async ({ world }, body) =>
    deliver(world, text(body.xml), {
      tampering: tamperingOf(body),
      again: Number(body.again ?? 0),
    }),
  contact,
  external,
  approval,
  'kf-enter': async (emulator, body) => {
    enter(emulator.world, text(body.user), text(body.url));
    return body.quiet === true ? {} : kfNotice(emulator);
  },
  'kf-say': kfSays,
  'kf-fail': async (emulator, body) => {
    fail(emulator.world, text(body.msgid), Number(body.type ?? 4));
    return kfNotice(emulator);
  },
  // An employee who receives for the account goes on with the conversation in WeCom.
  'kf-take-over': ({ world }, body) => {
    world.customer(text(body.user)).state = 3;
    return {};
  },
  'oauth-code': ({ world }, body) => ({ code: newOauthCode(world, fields(body.answer)) }),
  'js-check': ({ world }, body) => ({ right: checkJsSignature(world, body) }),
  'bot-say': ({ bot }, body) => {
    bot.says(text(body.user), text(body.text));
    return {};
  },
  'bot-enter': ({ bot }, body) => {
    bot.enters(text(body.user));
    return {};
  },
  'bot-press': ({ bot }, body) => {
    const of = { key: text(body.key), selected: selectedOf(body) };
    bot.presses(text(body.user), text(body.taskId), of);
    return {};
  },
  'bot-kick': ({ bot }) => {
    bot.kick();
    return {};
  },
  'bot-cut': ({ bot }) => {
    bot.cut();
    return {};
  },
};

/** The test's and the page's side of the emulator: everything a person or a fault can do. */
export async function control(emulator: Controlled, url: URL, body: Fields): Promise<unknown> {
  const name = url.pathname.slice('/_control/'.length);
  const order = orders[name];
  if (!order) {
    return { error: `unknown order ${name}`, orders: Object.keys(orders) };
  }
  const result = await order(emulator, body);
  return isFields(result) ? result : (result ?? {});
}
