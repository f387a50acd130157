import { fileIn, isPicture } from '../pictures.js';
import { createHash } from 'node:crypto';
import type { Route } from './route.js';
import { bytes, type Fields, fields, list, Refused, text, texts, unique } from './wire.js';
import type { User, World } from './world.js';

const lifeSeconds = 7_200;

/** The same token until it ends; another for wrong keys is never given. */
export function getToken(world: World, query: URLSearchParams): Fields {
  const corpId = text(query.get('corpid'));
  const secret = text(query.get('corpsecret'));
  if (corpId === '' || secret === '') {
    throw new Refused(corpId === '' ? 41_002 : 41_004, 'corpid or corpsecret missing');
  }
  if (corpId !== world.corpId) {
    throw new Refused(40_013, 'invalid corpid');
  }
  if (secret !== world.app.secret) {
    throw new Refused(40_001, 'invalid credential');
  }
  world.count('gettoken');
  const held = [...world.tokens.values()].find((one) => !one.dead && one.until > world.now());
  const token = held ?? {
    value: unique('TOKEN'),
    until: world.now() + lifeSeconds * 1000,
    dead: false,
  };
  world.tokens.set(token.value, token);
  return { access_token: token.value, expires_in: Math.floor((token.until - world.now()) / 1000) };
}

function ticket(name: string): Route {
  return ({ world }) => {
    if (world.count(`ticket ${name}`) > 100) {
      throw new Refused(45_009, 'api freq out of limit');
    }
    const held = world.tickets.get(name);
    const one =
      held && held.until > world.now()
        ? held
        : { value: unique(`TICKET-${name}-`), until: world.now() + lifeSeconds * 1000 };
    world.tickets.set(name, one);
    return { ticket: one.value, expires_in: Math.floor((one.until - world.now()) / 1000) };
  };
}

/** Whether a page's signature is right, as the chat's client finds out. */
export function checkJsSignature(world: World, body: Fields): boolean {
  const held = world.tickets.get(text(body.kind) === 'agent' ? 'app' : 'corp');
  const url = text(body.url).split('#')[0] ?? '';
  const words = `jsapi_ticket=${held?.value ?? ''}&noncestr=${text(body.nonceStr)}&timestamp=${text(body.timestamp)}&url=${url}`;
  return createHash('sha1').update(words).digest('hex') === text(body.signature);
}

/** A code of the sign-in page: one use, five minutes. */
export function newOauthCode(world: World, answer: Fields): string {
  const code = unique('CODE');
  world.oauth.set(code, { answer, until: world.now() + 300_000, used: false });
  return code;
}

const userInfo: Route = ({ world, query }) => {
  const code = world.oauth.get(text(query.get('code')));
  if (!code || code.used || code.until <= world.now()) {
    throw new Refused(40_029, 'invalid code');
  }
  code.used = true;
  return code.answer;
};

function visibleUser(world: World, id: string): User {
  const user = world.users.get(id.toLowerCase());
  if (!user) {
    throw new Refused(60_111, 'userid not found');
  }
  if (!user.visible) {
    throw new Refused(60_011, 'no privilege to access/modify contact/party/agent');
  }
  return user;
}

/** An app made after June 2022 gets none of the fields that tell who a person is outside the company. */
const getUser: Route = ({ world, app, query }) => {
  const user = visibleUser(world, text(query.get('userid')));
  const { userid, name, department, direct_leader, status, mobile } = user;
  const open = { userid, name, department, order: [0], position: '', direct_leader, status };
  const more = { main_department: department[0] ?? 1, is_leader_in_dept: [0], alias: '' };
  return { ...open, ...more, ...(app.isNew ? {} : { mobile, avatar: '', email: '' }) };
};

const simpleList: Route = ({ world, query }) => {
  const id = Number(query.get('department_id'));
  if (!world.departments.some((one) => one.id === id)) {
    throw new Refused(60_003, 'department not found');
  }
  const direct = [...world.users.values()].filter(
    (one) => one.visible && one.department.includes(id),
  );
  return {
    userlist: direct.map(({ userid, name, department }) => ({ userid, name, department })),
  };
};

const addSchedule: Route = ({ world, app, body }) => {
  const schedule = fields(body.schedule);
  const { start_time: start, end_time: end } = schedule;
  if (Number(end) < Number(start)) {
    throw new Refused(40_058, 'end_time before start_time');
  }
  if (Number(body.agentid) !== app.agentId) {
    throw new Refused(301_002, 'no privilege for this agent');
  }
  if (text(schedule.summary).length > 128 || texts(schedule.admins).length > 3) {
    throw new Refused(40_058, 'invalid schedule');
  }
  const id = unique('sch');
  world.schedules.set(id, { ...schedule, cancelled: false });
  return { schedule_id: id };
};

const updateSchedule: Route = ({ world, body }) => {
  const schedule = fields(body.schedule);
  const id = text(schedule.schedule_id);
  if (!world.schedules.has(id)) {
    throw new Refused(40_058, 'invalid schedule_id');
  }
  world.schedules.set(id, { ...schedule, cancelled: false });
  return { schedule_id: id };
};

function cancelled(found: Map<string, Fields>, id: string): Fields {
  const one = found.get(id);
  if (!one || one.cancelled === true) {
    throw new Refused(40_058, 'invalid id');
  }
  one.cancelled = true;
  return {};
}

function checkMeeting(world: World, body: Fields): void {
  const users = texts(fields(body.attendees).userid);
  if (users.some((id) => !world.users.has(id.toLowerCase()))) {
    throw new Refused(40_031, 'invalid userid in attendees');
  }
  if (bytes(body.title) > 40 || Number(body.meeting_duration) < 300) {
    throw new Refused(40_058, 'invalid meeting');
  }
}

const createMeeting: Route = ({ world, body }) => {
  checkMeeting(world, body);
  visibleUser(world, text(body.admin_userid));
  const id = unique('meet');
  world.meetings.set(id, { ...body, cancelled: false });
  return {
    meetingid: id,
    meeting_code: '123456789',
    meeting_link: `https://meeting.example/${id}`,
  };
};

const updateMeeting: Route = ({ world, body }) => {
  checkMeeting(world, body);
  const id = text(body.meetingid);
  if (!world.meetings.has(id)) {
    throw new Refused(40_058, 'invalid meetingid');
  }
  world.meetings.set(id, { ...body, cancelled: false });
  return {};
};

const contactWay: Route = ({ world, body }) => {
  if ([...text(body.state)].length > 30 || texts(body.user).length === 0) {
    throw new Refused(41_037, 'invalid contact way');
  }
  const id = unique('cw');
  world.contactWays.set(id, body);
  return {
    config_id: id,
    qr_code: `https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=${id}`,
  };
};

const welcome: Route = ({ world, body }) => {
  const code = world.welcomeCodes.get(text(body.welcome_code));
  if (!code || code.until <= world.now()) {
    throw new Refused(41_050, 'welcome_code invalid or expired');
  }
  if (code.used) {
    throw new Refused(41_051, 'the customer has started to chat');
  }
  if (bytes(fields(body.text).content) > 4_000 || list(body.attachments).length > 9) {
    throw new Refused(40_058, 'invalid welcome');
  }
  code.used = true;
  world.welcomes.push(body);
  return {};
};

const largestPicture = 10 * 1024 * 1024;

const upload: Route = ({ world, query, raw }) => {
  const file = fileIn(raw, 'media');
  if (!file || file.length <= 5) {
    throw new Refused(41_005, 'media data missing');
  }
  const media_id = unique('MEDIA');
  if (query.get('type') === 'image') {
    if (!isPicture(file)) {
      throw new Refused(40_009, 'invalid image: JPG and PNG only');
    }
    if (file.length > largestPicture) {
      throw new Refused(45_001, 'media size out of limit');
    }
    world.pictures.set(media_id, file);
  }
  world.media.set(media_id, world.now() + 3 * 86_400_000);
  return { type: query.get('type'), media_id, created_at: String(Math.floor(world.now() / 1000)) };
};

export const companyRoutes: Record<string, Route> = {
  'GET /cgi-bin/get_jsapi_ticket': ticket('corp'),
  'GET /cgi-bin/ticket/get': ticket('app'),
  'GET /cgi-bin/auth/getuserinfo': userInfo,
  'GET /cgi-bin/department/list': ({ world }) => ({ department: world.departments }),
  'GET /cgi-bin/user/simplelist': simpleList,
  'GET /cgi-bin/user/get': getUser,
  'GET /cgi-bin/getcallbackip': () => ({ ip_list: ['127.0.0.1'] }),
  'POST /cgi-bin/oa/schedule/add': addSchedule,
  'POST /cgi-bin/oa/schedule/update': updateSchedule,
  'POST /cgi-bin/oa/schedule/del': ({ world, body }) =>
    cancelled(world.schedules, text(body.schedule_id)),
  'POST /cgi-bin/meeting/create': createMeeting,
  'POST /cgi-bin/meeting/update': updateMeeting,
  'POST /cgi-bin/meeting/cancel': ({ world, body }) =>
    cancelled(world.meetings, text(body.meetingid)),
  'POST /cgi-bin/externalcontact/add_contact_way': contactWay,
  'POST /cgi-bin/externalcontact/send_welcome_msg': welcome,
  'POST /cgi-bin/media/upload': upload,
};
