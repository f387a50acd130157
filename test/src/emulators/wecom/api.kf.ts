import type { Route } from './route.js';
import { bytes, type Fields, fields, list, Refused, text, unique } from './wire.js';
import type { Customer, World } from './world.js';

const windowMs = 48 * 3_600_000;
const most = 5;
const keptMs = 3 * 86_400_000;
const welcomeMs = 20_000;

/** Something new in the conversation; the app is told by its callback, and reads it by sync_msg. */
function addEntry(world: World, item: Fields): Fields {
  const msgid = text(item.msgid) || unique('kfm');
  const whole = {
    ...item,
    msgid,
    open_kfid: world.kfId,
    send_time: Math.floor(world.now() / 1000),
  };
  world.kf.push({ msgid, at: world.now(), item: whole });
  return whole;
}

/** The token of a notice: ten minutes. */
export function newKfToken(world: World): string {
  const token = unique('ENC');
  world.kfTokens.set(token, world.now() + 600_000);
  return token;
}

/** Somebody opens the conversation by a link. */
export function enter(world: World, user: string, url: string): void {
  const customer = world.customer(user);
  const params = new URL(url, 'https://work.weixin.qq.com').searchParams;
  const now = world.now();
  const greeted = now - customer.welcomedAt < windowMs || now - customer.lastSaidAt < windowMs;
  const code = greeted ? '' : unique('wc');
  if (code !== '') {
    world.welcomeCodes.set(code, { until: now + welcomeMs, used: false, to: user });
  }
  const known = text(params.get('enc_scene'));
  const event = {
    ...{ event_type: 'enter_session', open_kfid: world.kfId, external_userid: user },
    ...{ scene: known === '' ? '' : 'zhiyu', scene_param: text(params.get('scene_param')) },
    ...(code === '' ? {} : { welcome_code: code }),
  };
  addEntry(world, { origin: 4, msgtype: 'event', event });
}

/** A message of the customer: five of ours are allowed from now on. */
export function say(world: World, user: string, content: string, menuId: string): void {
  const customer = world.customer(user);
  Object.assign(customer, { lastSaidAt: world.now(), sentSince: 0 });
  customer.state = customer.state === 4 ? 0 : customer.state;
  const words = { content, ...(menuId === '' ? {} : { menu_id: menuId }) };
  customer.chat.push({ from: 'user', at: world.now(), body: { msgtype: 'text', text: words } });
  addEntry(world, { origin: 3, external_userid: user, msgtype: 'text', text: words });
}

/** A message that was taken did not arrive after all. */
export function fail(world: World, msgid: string, type: number): void {
  const external_userid = world.kfSent.get(msgid) ?? '';
  const event = { event_type: 'msg_send_fail', open_kfid: world.kfId, external_userid };
  const failed = { ...event, fail_msgid: msgid, fail_type: type };
  addEntry(world, { origin: 4, msgtype: 'event', event: failed });
}

function account(world: World, body: Fields): void {
  if (text(body.open_kfid) === '') {
    throw new Refused(95_004, 'open_kfid missing');
  }
  if (text(body.open_kfid) !== world.kfId) {
    throw new Refused(95_000, 'invalid open_kfid');
  }
}

const sync: Route = ({ world, body }) => {
  account(world, body);
  const token = text(body.token);
  const now = world.now();
  if (token !== '' && (world.kfTokens.get(token) ?? 0) <= now) {
    throw new Refused(95_007, 'invalid msg token');
  }
  const cursor = text(body.cursor);
  if (cursor !== '' && !/^c\d+$/.test(cursor)) {
    throw new Refused(40_058, 'invalid cursor');
  }
  const from = cursor === '' ? 0 : Number(cursor.slice(1));
  const size = Math.min(Number(body.limit ?? 1_000), 1_000, world.kfPage);
  const page = world.kf.slice(from, from + size).filter((one) => one.at > now - keptMs);
  const next = Math.min(from + size, world.kf.length);
  return {
    next_cursor: `c${next}`,
    has_more: next < world.kf.length ? 1 : 0,
    msg_list: page.map(({ item }) => item),
  };
};

const sized = (value: unknown, most: number) => text(value) !== '' && bytes(value) <= most;

function isClick(item: Fields): boolean {
  const { id, content } = fields(item.click);
  return sized(id, 128) && sized(content, 128);
}

function isView(item: Fields): boolean {
  const { url, content } = fields(item.view);
  return item.type === 'view' && sized(url, 2048) && sized(content, 1024);
}

function checkMenu(body: Fields): void {
  const menu = fields(body.msgmenu);
  const items = list(menu.list);
  const long = [menu.head_content, menu.tail_content].some((part) => bytes(part) > 1024);
  if (items.length === 0 || items.length > 10 || long) {
    throw new Refused(40_058, 'invalid msgmenu');
  }
  const bad = items.find((item) => !(item.type === 'click' ? isClick(item) : isView(item)));
  if (bad) {
    throw new Refused(40_058, `invalid menu item ${text(bad.type)}`);
  }
}

function checkContent(body: Fields): void {
  const type = text(body.msgtype);
  if (type === 'msgmenu') {
    checkMenu(body);
  } else if (type === 'text') {
    const { content } = fields(body.text);
    if (text(content) === '' || bytes(content) > 2048) {
      throw new Refused(text(content) === '' ? 44_004 : 45_002, 'invalid text');
    }
  } else if (type === 'link' || type === 'miniprogram') {
    if (text(fields(body[type]).thumb_media_id) === '') {
      throw new Refused(40_007, 'invalid media_id');
    }
  } else {
    throw new Refused(40_008, 'invalid message type');
  }
}

/** Five messages in 48 hours after each of his, and only while the conversation is nobody's or the assistant's. */
function checkWindow(world: World, customer: Customer): void {
  if (customer.state > 1 || world.now() - customer.lastSaidAt >= windowMs) {
    throw new Refused(95_018, 'send msg session status invalid');
  }
  if (customer.sentSince >= most) {
    throw new Refused(95_001, 'send msg count limit');
  }
}

const send: Route = ({ world, body }) => {
  account(world, body);
  const customer = world.customers.get(text(body.touser));
  if (!customer) {
    throw new Refused(40_096, 'invalid external userid');
  }
  checkContent(body);
  const msgid = text(body.msgid) || unique('kfs');
  if (!/^[\w-]{1,32}$/.test(msgid)) {
    throw new Refused(40_058, 'invalid msgid');
  }
  if (world.kfSent.has(msgid)) {
    return { msgid };
  }
  checkWindow(world, customer);
  customer.sentSince += 1;
  customer.chat.push({ from: 'service', at: world.now(), body });
  world.kfSent.set(msgid, customer.id);
  return { msgid };
};

/** The welcome: text or menu, within 20 seconds, once. */
const sendOnEvent: Route = ({ world, body }) => {
  const code = world.welcomeCodes.get(text(body.code));
  if (!code || code.used || code.until <= world.now()) {
    throw new Refused(40_058, 'invalid code');
  }
  if (!['text', 'msgmenu'].includes(text(body.msgtype))) {
    throw new Refused(40_008, 'invalid message type');
  }
  checkContent(body);
  code.used = true;
  const customer = world.customer(code.to);
  customer.welcomedAt = world.now();
  customer.chat.push({ from: 'service', at: world.now(), body });
  return { msgid: text(body.msgid) || unique('kfs') };
};

const contactWay: Route = ({ world, body }) => {
  account(world, body);
  const scene = text(body.scene);
  if (!/^[\w-]{0,32}$/.test(scene)) {
    throw new Refused(40_058, 'invalid scene');
  }
  return { url: `${world.kfBase}/kfid/kfc4b0000000000000?enc_scene=ENC${scene}` };
};

const stateOf: Route = ({ world, body }) => ({
  service_state: world.customer(text(body.external_userid)).state,
});

/** Forward only: 0 new, 1 assistant, 2 waiting, 3 a person, 4 ended. */
const trans: Route = ({ world, body }) => {
  const customer = world.customer(text(body.external_userid));
  const next = Number(body.service_state);
  if (next <= customer.state) {
    throw new Refused(95_016, 'invalid state transition');
  }
  customer.state = next;
  return {};
};

export const kfRoutes: Record<string, Route> = {
  'POST /cgi-bin/kf/sync_msg': sync,
  'POST /cgi-bin/kf/send_msg': send,
  'POST /cgi-bin/kf/send_msg_on_event': sendOnEvent,
  'POST /cgi-bin/kf/add_contact_way': contactWay,
  'POST /cgi-bin/kf/service_state/get': stateOf,
  'POST /cgi-bin/kf/service_state/trans': trans,
};
