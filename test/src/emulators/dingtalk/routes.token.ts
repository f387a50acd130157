import { randomUUID } from 'node:crypto';
import {
  apiError,
  bodyIn,
  type Call,
  oapiError,
  oapiOk,
  ok,
  type Reply,
  type Route,
  textIn,
} from './wire.js';

const twoHours = 7200;

function accessToken({ world, body }: Call): Reply {
  const { clientId, clientSecret } = world.app;
  if (textIn(body, 'appKey') !== clientId || textIn(body, 'appSecret') !== clientSecret) {
    return apiError(400, 'invalidClientIdOrSecret');
  }
  return ok({ accessToken: world.issueToken(), expireIn: world.tokenSeconds });
}

function oldToken({ world, query }: Call): Reply {
  const { clientId, clientSecret } = world.app;
  if (query.appkey !== clientId || query.appsecret !== clientSecret) {
    return oapiError(40089, '不合法的corpid或corpsecret');
  }
  return oapiOk({ access_token: world.issueToken(), expires_in: world.tokenSeconds });
}

/** Valid two hours, renewed by asking again. */
function jsapiTicket({ world }: Call): Reply {
  const until = world.now() + twoHours * 1000;
  const kept =
    world.jsapiTicket && world.jsapiTicket.until > world.now() ? world.jsapiTicket : null;
  world.jsapiTicket = { value: kept?.value ?? randomUUID(), until };
  world.ticketsIssued += 1;
  return ok({ jsapiTicket: world.jsapiTicket.value, expireIn: twoHours });
}

function userToken({ world, body }: Call): Reply {
  const { clientId, clientSecret, corpId } = world.app;
  if (textIn(body, 'clientId') !== clientId || textIn(body, 'clientSecret') !== clientSecret) {
    return apiError(400, 'invalidClientIdOrSecret');
  }
  const user = world.takeCode(textIn(body, 'code'), 'outside');
  if (user === null) {
    return apiError(400, 'invalidParameter.authCode.notFound');
  }
  const accessToken = randomUUID();
  world.userTokens.set(accessToken, user === 'outsider' ? '' : user.userid);
  const company = user === 'outsider' ? {} : { corpId };
  return ok({ accessToken, refreshToken: randomUUID(), expireIn: twoHours, ...company });
}

function me({ world, token }: Call): Reply {
  const userid = world.userTokens.get(token);
  if (userid === undefined) {
    return apiError(401, 'InvalidAuthentication');
  }
  const user = world.users.get(userid);
  const { name, unionid } = user ?? { name: '外面的人', unionid: 'union-outsider' };
  return ok({ nick: name, unionId: unionid, openId: `open-${unionid}`, avatarUrl: '' });
}

/** Code of the password-less sign-in: once, five minutes. */
function userInfo({ world, body }: Call): Reply {
  const user = world.takeCode(textIn(body, 'code'), 'inside');
  if (user === null || user === 'outsider') {
    return oapiError(40078, '不存在的临时授权码');
  }
  const { userid, unionid, name } = user;
  return oapiOk({
    result: { userid, unionid, name, device_id: 'emulated', sys: false, sys_level: 0 },
  });
}

function byUnionId({ world, body }: Call): Reply {
  const unionid = textIn(body, 'unionid');
  const user = [...world.users.values()].find((one) => one.unionid === unionid);
  return user
    ? oapiOk({ result: { contact_type: 0, userid: user.userid } })
    : oapiError(60121, '找不到该用户');
}

function userGet({ world, body }: Call): Reply {
  const user = world.users.get(textIn(body, 'userid'));
  return user
    ? oapiOk({ result: { userid: user.userid, unionid: user.unionid, name: user.name } })
    : oapiError(60121, '找不到该用户');
}

function department({ world, body }: Call): Reply {
  const found = world.departments.get(Number(textIn(body, 'dept_id')));
  if (!found) {
    return oapiError(60003, '部门不存在');
  }
  const { id, parent, name } = found;
  const heads = [...world.users.values()].filter((user) => user.heads.includes(id));
  const dept_manager_userid_list = heads.map(({ userid }) => userid);
  return oapiOk({ result: { dept_id: id, parent_id: parent, name, dept_manager_userid_list } });
}

function departmentsBelow({ world, body }: Call): Reply {
  const parent = Number(textIn(body, 'dept_id') || '1');
  const below = [...world.departments.values()].filter((one) => one.parent === parent);
  return oapiOk({
    result: below.map(({ id, name }) => ({ dept_id: id, name, parent_id: parent })),
  });
}

function usersOf({ world, body }: Call): Reply {
  const id = Number(textIn(body, 'dept_id'));
  const cursor = Number(textIn(body, 'cursor') || '0');
  const size = Math.min(Number(textIn(body, 'size') || '10'), world.pageSize);
  if (Number(textIn(body, 'size')) > 100) {
    return oapiError(400002, '参数错误');
  }
  const all = [...world.users.values()].filter((user) => user.departments.includes(id));
  const list = all.slice(cursor, cursor + size).map((user) => ({
    ...{ userid: user.userid, unionid: user.unionid, name: user.name, active: user.active },
    ...{ dept_id_list: user.departments, leader: user.heads.includes(id) },
  }));
  const next = cursor + size;
  const more = next < all.length;
  return oapiOk({ result: { has_more: more, ...(more ? { next_cursor: next } : {}), list } });
}

function asyncSend({ world, body }: Call): Reply {
  if (textIn(body, 'agent_id') !== world.app.agentId) {
    return oapiError(41, 'agentId非法');
  }
  const ids = textIn(body, 'userid_list').split(',');
  const msg = JSON.stringify(body.msg ?? {});
  if (ids.length > 100 || Buffer.byteLength(msg) > 2048) {
    return oapiError(400002, '参数错误');
  }
  for (const id of ids.filter((one) => world.users.has(one))) {
    const once = `${new Date(world.now()).toISOString().slice(0, 10)} ${id} ${msg}`;
    if (!world.noticesSeen.has(once)) {
      world.noticesSeen.add(once);
      world.chat(id).push({ at: world.now(), kind: 'notice', content: bodyIn(body.msg) });
    }
  }
  return oapiOk({ task_id: 256_271_000 + world.noticesSeen.size }); // also where it was dropped
}

/** Tokens, sign-in, people and work notices. */
export const tokenRoutes: Readonly<Record<string, Route>> = {
  'POST /v1.0/oauth2/accessToken': accessToken,
  'GET /gettoken': oldToken,
  'POST /v1.0/oauth2/jsapiTickets': jsapiTicket,
  'POST /v1.0/oauth2/userAccessToken': userToken,
  'GET /v1.0/contact/users/me': me,
  'POST /topapi/v2/user/getuserinfo': userInfo,
  'POST /topapi/user/getbyunionid': byUnionId,
  'POST /topapi/v2/department/get': department,
  'POST /topapi/v2/department/listsub': departmentsBelow,
  'POST /topapi/v2/user/get': userGet,
  'POST /topapi/v2/user/list': usersOf,
  'POST /topapi/message/corpconversation/asyncsend_v2': asyncSend,
};
