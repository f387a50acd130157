import { createHash } from 'node:crypto';
import { isPicture } from '../pictures.js';
import { checkTemplateCard, isCallable } from './card-check.js';
import type { Call, Route } from './route.js';
import { type Fields, fields, list, Refused, text, texts, unique } from './wire.js';
import type { Shown, World } from './world.js';

const msgTypes = [
  'text',
  'markdown',
  'textcard',
  'news',
  'template_card',
  'image',
  'file',
  'video',
  'voice',
  'miniprogram_notice',
];
const perMinute = 30;
const perHour = 1_000;

/** At most so many bytes, cut between characters. */
function cutBytes(words: string, most: number): string {
  let kept = '';
  for (const letter of words) {
    if (Buffer.byteLength(kept + letter) > most) {
      break;
    }
    kept += letter;
  }
  return kept;
}

function recipients(body: Fields): string[] {
  const users = text(body.touser).split('|').filter(Boolean);
  if (users.length === 0 && text(body.toparty) === '' && text(body.totag) === '') {
    throw new Refused(82_001, 'touser & toparty & totag all empty');
  }
  if (users.length > 1_000) {
    throw new Refused(40_032, 'invalid userlist size');
  }
  return users;
}

/** More than 30 a minute or 1,000 an hour to one member: taken with errcode 0, and not delivered. */
function tooMany(world: World, user: string): boolean {
  const now = world.now();
  const times = (world.perMember.get(user) ?? []).filter((at) => at > now - 3_600_000);
  const lastMinute = times.filter((at) => at > now - 60_000).length;
  const over = lastMinute >= perMinute || times.length >= perHour;
  world.perMember.set(user, over ? times : [...times, now]);
  return over;
}

function checkedCard(call: Call): Fields {
  const card = fields(call.body.template_card);
  checkTemplateCard(card, true);
  if (isCallable(card) && !call.app.verified) {
    throw new Refused(40_058, 'callback url of the app is not set');
  }
  const task = text(card.task_id);
  if (task !== '' && call.world.taskIds.has(task)) {
    throw new Refused(42_014, 'task_id already used');
  }
  return card;
}

function content(call: Call): Fields {
  const msgtype = text(call.body.msgtype);
  if (!msgTypes.includes(msgtype)) {
    throw new Refused(40_008, 'invalid message type');
  }
  if (msgtype === 'template_card') {
    return checkedCard(call);
  }
  const body = fields(call.body[msgtype]);
  if (msgtype === 'text' || msgtype === 'markdown') {
    if (text(body.content) === '') {
      throw new Refused(44_004, 'empty content');
    }
    return { ...body, content: cutBytes(text(body.content), 2048) };
  }
  if (msgtype === 'image' && (call.world.media.get(text(body.media_id)) ?? 0) <= call.world.now()) {
    throw new Refused(40_007, 'invalid media_id');
  }
  return body;
}

function checkAgent(call: Call): void {
  if (call.body.agentid === undefined) {
    throw new Refused(41_011, 'agentid missing');
  }
  if (Number(call.body.agentid) !== call.app.agentId) {
    throw new Refused(301_002, 'no privilege to access/modify contact/party/agent');
  }
}

/** Whom the message reaches, and who is named as invalid or without a licence. */
function sorted(world: World, users: string[]) {
  const known = users.map((id) => ({
    id: id.toLowerCase(),
    user: world.users.get(id.toLowerCase()),
  }));
  const good = known.filter(({ user }) => user?.visible === true && user.status === 1);
  if (good.length === 0) {
    throw new Refused(81_013, 'user & party & tag all invalid');
  }
  return {
    licensed: good.filter(({ user }) => user?.licensed).map(({ id }) => id),
    unlicensed: good.filter(({ user }) => !user?.licensed).map(({ id }) => id),
    invalid: known.filter((one) => !good.includes(one)).map(({ id }) => id),
  };
}

/** The same words within the interval: taken with errcode 0, and not delivered again. */
function repeated({ world, body, raw }: Call): Fields | null {
  const earlier = body.enable_duplicate_check === 1 ? world.requests.get(raw) : undefined;
  return earlier && earlier.until > world.now() ? { msgid: earlier.msgid } : null;
}

function deliverTo(
  world: World,
  users: string[],
  message: Omit<Shown, 'user' | 'recalled' | 'greyed'>,
): void {
  for (const user of users) {
    if (tooMany(world, user)) {
      world.dropped += 1;
    } else {
      world.shown.push({ ...message, user, recalled: false, greyed: '' });
    }
  }
}

const send: Route = (call) => {
  const { world, body } = call;
  checkAgent(call);
  const users = recipients(body);
  const before = repeated(call);
  if (before) {
    return before;
  }
  const shownBody = content(call);
  const { licensed, unlicensed, invalid } = sorted(world, users);
  const msgid = unique('msg');
  const taskId = text(shownBody.task_id);
  const msgtype = text(body.msgtype);
  const at = world.now();
  world.taskIds.add(taskId === '' ? msgid : taskId);
  const { agentId } = call.app;
  deliverTo(world, licensed, { msgid, at, agentId, msgtype, body: shownBody, taskId });
  const until = at + Number(body.duplicate_check_interval ?? 1800) * 1000;
  world.requests.set(call.raw, { until, msgid });
  const callable = msgtype === 'template_card' && isCallable(shownBody);
  return {
    ...(invalid.length > 0 ? { invaliduser: invalid.join('|') } : {}),
    ...(unlicensed.length > 0 ? { unlicenseduser: unlicensed.join('|') } : {}),
    msgid,
    ...(callable ? { response_code: world.newCode(taskId, msgid) } : {}),
  };
};

/** Puts a card, or a greyed button, in the place of what somebody has. */
export function change(shown: Shown, to: { card?: Fields; greyed?: string }): void {
  if (to.card) {
    shown.body = { ...to.card, task_id: shown.taskId };
    shown.greyed = text(to.card.replace_text);
  }
  if (to.greyed !== undefined) {
    shown.greyed = to.greyed;
  }
}

/** What an update puts in place: a card, or words on the greyed button. */
function replacement(body: Fields): { card: Fields } | { greyed: string } {
  if (body.template_card !== undefined) {
    const card = fields(body.template_card);
    checkTemplateCard(card, false);
    return { card };
  }
  const greyed = text(fields(body.button).replace_name);
  if (greyed === '') {
    throw new Refused(40_063, 'button or template_card missing');
  }
  return { greyed };
}

const update: Route = (call) => {
  const { world, body } = call;
  checkAgent(call);
  const code = world.codes.get(text(body.response_code));
  if (!code || code.used || code.until <= world.now()) {
    throw new Refused(40_058, 'invalid response_code');
  }
  const to = replacement(body);
  const all = world.shown.filter((one) => one.msgid === code.msgid);
  const named = body.atall === 1 ? all.map((one) => one.user) : texts(body.userids);
  const users = named.map((id) => id.toLowerCase());
  const invalid = users.filter((id) => !all.some((one) => one.user === id));
  if ('greyed' in to && all.some((one) => !isCallable(one.body))) {
    throw new Refused(42_031, 'this card has no button to change');
  }
  code.used = true;
  all.filter(({ user }) => users.includes(user)).forEach((one) => change(one, to));
  return invalid.length > 0 ? { invaliduser: invalid } : {};
};

const recall: Route = ({ world, body }) => {
  const found = world.shown.filter((one) => one.msgid === text(body.msgid));
  if (found.length === 0) {
    throw new Refused(40_058, 'invalid msgid');
  }
  if (found.some((one) => world.now() - one.at > 24 * 3_600_000)) {
    throw new Refused(40_058, 'message is older than 24 hours');
  }
  found.forEach((one) => (one.recalled = true));
  return {};
};

/** Base64 and the MD5 of what it stands for; at most 2 MB. */
function checkRobotPicture(image: Fields): void {
  const bytes = Buffer.from(text(image.base64), 'base64');
  if (!isPicture(bytes)) {
    throw new Refused(40_009, 'invalid image: JPG and PNG only');
  }
  if (bytes.length > 2 * 1024 * 1024) {
    throw new Refused(45_001, 'image size out of limit');
  }
  if (createHash('md5').update(bytes).digest('hex') !== text(image.md5)) {
    throw new Refused(301_019, 'image md5 mismatch');
  }
}

/** The group robot: its key is in the address, and it knows no token. */
export function robotSend(world: World, key: string, body: Fields): Fields {
  if (key !== world.robotKey) {
    throw new Refused(93_000, 'invalid webhook url');
  }
  const now = world.now();
  if (world.robot.filter(({ at }) => at > now - 60_000).length >= 20) {
    throw new Refused(45_009, 'api freq out of limit');
  }
  const type = text(body.msgtype);
  if (type === 'template_card') {
    const card = fields(body.template_card);
    checkTemplateCard(card, true);
    if (isCallable(card)) {
      throw new Refused(42_031, 'a robot sends notices only');
    }
  } else if (type === 'image') {
    checkRobotPicture(fields(body.image));
  } else if (!['text', 'markdown'].includes(type)) {
    throw new Refused(40_008, 'invalid message type');
  }
  world.robot.push({ at: now, body });
  return {};
}

/** The person's card as it stands. */
export function cardOf(world: World, user: string, taskId: string): Shown | undefined {
  return world.shown.findLast((one) => one.user === user.toLowerCase() && one.taskId === taskId);
}

/** Options a person can press, as the client would offer them. */
export function offeredKeys(shown: Shown): string[] {
  const submit = text(fields(shown.body.submit_button).key);
  const buttons = list(shown.body.button_list).filter((one) => one.type !== 1);
  return shown.greyed === ''
    ? [...buttons.map((one) => text(one.key)), submit].filter(Boolean)
    : [];
}

export const messageRoutes: Record<string, Route> = {
  'POST /cgi-bin/message/send': send,
  'POST /cgi-bin/message/update_template_card': update,
  'POST /cgi-bin/message/recall': recall,
};
