import { randomUUID } from 'node:crypto';
import {
  apiError,
  type Body,
  bodyIn,
  type Call,
  oapiError,
  oapiOk,
  ok,
  type Reply,
  type Route,
  textIn,
} from './wire.js';
import { fileIn, isPicture } from '../pictures.js';
import type { EmulatedCard, World } from './world.js';

type Params = Record<string, string>;

/** The values of a card: texts of at most 1 KB under keys of at most 100 B. Null: refused. */
function paramsIn(value: unknown): Params | null {
  const map = bodyIn(bodyIn(value).cardParamMap);
  const good = Object.entries(map).every(
    ([key, one]) =>
      typeof one === 'string' && Buffer.byteLength(one) <= 1024 && Buffer.byteLength(key) <= 100,
  );
  return good ? (map as Params) : null;
}

function ownIn(value: unknown): Record<string, Params> | null {
  const entries = Object.entries(bodyIn(value)).map(([id, one]) => [id, paramsIn(one)] as const);
  return entries.some(([, params]) => params === null)
    ? null
    : (Object.fromEntries(entries) as Record<string, Params>);
}

function spacesIn(text: string): EmulatedCard['spaces'] {
  return text
    .split(';')
    .map((one) => /^dtv1\.card\/\/(IM_GROUP|IM_ROBOT|IM_SINGLE|ONE_BOX)\.(.+)$/.exec(one))
    .flatMap((match) => (match ? [{ type: match[1] ?? '', id: match[2] ?? '' }] : []));
}

function deliverTo(world: World, card: EmulatedCard, space: EmulatedCard['spaces'][number]) {
  const known = space.type === 'IM_GROUP' ? space.id.startsWith('cid') : world.users.has(space.id);
  if (known) {
    world.chat(space.id).push({ at: world.now(), kind: 'card', outTrackId: card.outTrackId });
  }
  const carrierId = known ? randomUUID() : '';
  const errorMsg = known ? '' : 'userId not exist';
  return { spaceType: space.type, spaceId: space.id, success: known, carrierId, errorMsg };
}

function faultOf(world: World, body: Body): string | null {
  const template = world.templates.get(textIn(body, 'cardTemplateId'));
  const outTrackId = textIn(body, 'outTrackId');
  const faults: [boolean, string][] = [
    [textIn(body, 'cardTemplateId') === '', 'param.cardTemplateIdEmpty'],
    [outTrackId === '', 'param.outTrackIdEmpty'],
    [textIn(body, 'openSpaceId') === '', 'param.openSpaceIdEmpty'],
    [spacesIn(textIn(body, 'openSpaceId')).length === 0, 'param.openSpaceIdInvalid'],
    [template === undefined, 'param.templateNotExist'],
    [template?.published === false, 'param.templateUnpublished'],
    [world.cards.has(outTrackId), 'param.cardAlreadyExist'],
    [body.cardData === undefined, 'param.cardPublicDataEmpty'],
    [paramsIn(body.cardData) === null || ownIn(body.privateData) === null, 'param.invalid'],
  ];
  return faults.find(([wrong]) => wrong)?.[1] ?? modelFault(world, body);
}

function modelFault(world: World, body: Body): string | null {
  for (const { type } of spacesIn(textIn(body, 'openSpaceId'))) {
    const name = type === 'IM_GROUP' ? 'imGroupOpenDeliverModel' : 'imRobotOpenDeliverModel';
    const model = bodyIn(body[name]);
    if (body[name] === undefined) {
      return 'param.openDeliverModelEmpty';
    }
    const wrong = textIn(model, 'robotCode') !== world.app.clientId;
    if (wrong || (type === 'IM_ROBOT' && textIn(model, 'spaceType') !== 'IM_ROBOT')) {
      return wrong ? 'chatbotNotFound' : 'param.openDeliverModelError';
    }
  }
  return null;
}

function createAndDeliver({ world, body }: Call): Reply {
  const fault = faultOf(world, body);
  if (fault !== null) {
    return apiError(400, fault);
  }
  const card: EmulatedCard = {
    outTrackId: textIn(body, 'outTrackId'),
    templateId: textIn(body, 'cardTemplateId'),
    spaces: spacesIn(textIn(body, 'openSpaceId')),
    callbackType: textIn(body, 'callbackType'),
    routeKey: textIn(body, 'callbackRouteKey'),
    params: paramsIn(body.cardData) ?? {},
    own: ownIn(body.privateData) ?? {},
    ...{ answered: 0, updated: 0 },
  };
  world.cards.set(card.outTrackId, card);
  const deliverResults = card.spaces.map((space) => deliverTo(world, card, space));
  return ok({ success: true, result: { outTrackId: card.outTrackId, deliverResults } });
}

/** By key only where it is asked for: otherwise everything is overwritten. False: nothing was changed. */
function change(
  card: EmulatedCard,
  body: Body,
  own: Record<string, Params | null> | null,
): boolean {
  const options = bodyIn(body.cardUpdateOptions);
  const data = body.cardData === undefined ? null : paramsIn(body.cardData);
  const bad = body.cardData !== undefined && data === null;
  if (bad || own === null || Object.values(own).includes(null)) {
    return false;
  }
  if (data !== null) {
    card.params = options.updateCardDataByKey === true ? { ...card.params, ...data } : data;
  }
  for (const [id, params] of Object.entries(own)) {
    const before = options.updatePrivateDataByKey === true ? card.own[id] : {};
    card.own[id] = { ...before, ...params };
  }
  return true;
}

/** What a callback was answered with; the private part is the presser's. */
export function answerCard(card: EmulatedCard, body: Body, user: string): boolean {
  const own = body.userPrivateData === undefined ? {} : { [user]: paramsIn(body.userPrivateData) };
  const changed = change(card, body, own);
  card.answered += changed ? 1 : 0;
  return changed;
}

function update({ world, body }: Call): Reply {
  const outTrackId = textIn(body, 'outTrackId');
  const card = world.cards.get(outTrackId);
  if (world.open.has(outTrackId)) {
    world.putsInsideCallback += 1;
    return apiError(400, 'param.invalid');
  }
  if (!card) {
    return apiError(400, 'param.cardNotExist');
  }
  card.updated += 1;
  return change(card, body, ownIn(body.privateData))
    ? ok({ success: true, result: true })
    : apiError(400, 'param.invalid');
}

function register({ world, body }: Call): Reply {
  const [url, secret] = [textIn(body, 'callbackUrl'), textIn(body, 'apiSecret')];
  world.routes.set(textIn(body, 'callbackRouteKey'), { url, secret });
  return ok({ success: true, result: { callbackUrl: url, apiSecret: secret } });
}

const largestPicture = 20 * 1024 * 1024;

/** A picture for later messages. */
function upload({ world, query, body }: Call): Reply {
  const file = fileIn(textIn(body, 'form'), 'media');
  if (query.type !== 'image' || !file) {
    return oapiError(40035, '不合法的参数');
  }
  if (!isPicture(file) || file.length > largestPicture) {
    return oapiError(40009, '不合法的图片文件');
  }
  const mediaId = `@lAL${randomUUID()}`;
  world.pictures.set(mediaId, file);
  return oapiOk({ type: 'image', media_id: mediaId, created_at: world.now() });
}

const robotKeys = /^sample(Text|Markdown|ImageMsg|Link|ActionCard[2-6]?|Audio|File|Video)$/;

/** An uploaded picture by its id, or an address anybody can open. */
function isKnownPicture(world: World, param: string): boolean {
  const photo = textIn(bodyIn(JSON.parse(param)), 'photoURL');
  return world.pictures.has(photo) || photo.startsWith('https://');
}

function messageFault({ world, body }: Call): Reply | null {
  if (textIn(body, 'robotCode') !== world.app.clientId) {
    return apiError(400, 'chatbotNotFound');
  }
  const param = textIn(body, 'msgParam');
  const key = textIn(body, 'msgKey');
  const unknownPicture = key === 'sampleImageMsg' && !isKnownPicture(world, param);
  const bad = !robotKeys.test(key) || unknownPicture || Buffer.byteLength(param) > 15_000;
  return bad ? apiError(400, 'invalidParameter.msgParam.invalid') : null;
}

function batchSend(call: Call): Reply {
  const { world, body } = call;
  const ids = Array.isArray(body.userIds) ? body.userIds.map(String) : [];
  const fault = messageFault(call);
  if (fault || ids.length > 20) {
    return fault ?? apiError(400, 'batch.toolarge');
  }
  const invalid = ids.filter((id) => !world.users.has(id));
  const limited = ids.filter((id) => world.users.get(id)?.limited === true);
  const key = randomUUID();
  for (const id of ids.filter((one) => !invalid.includes(one) && !limited.includes(one))) {
    const content = { msgKey: body.msgKey, msgParam: body.msgParam };
    world.chat(id).push({ at: world.now(), kind: 'robot', key, content });
  }
  return ok({
    processQueryKey: key,
    invalidStaffIdList: invalid,
    flowControlledStaffIdList: limited,
  });
}

function groupSend(call: Call): Reply {
  const { world, body } = call;
  const fault = messageFault(call);
  const group = textIn(body, 'openConversationId');
  if (fault || !group.startsWith('cid')) {
    return fault ?? apiError(400, 'invalidParameter.openConversationId');
  }
  const key = randomUUID();
  const content = { msgKey: body.msgKey, msgParam: body.msgParam };
  world.chat(group).push({ at: world.now(), kind: 'robot', key, content });
  return ok({ processQueryKey: key });
}

/** Cards and the robot's messages. */
export const cardRoutes: Readonly<Record<string, Route>> = {
  'POST /v1.0/card/instances/createAndDeliver': createAndDeliver,
  'PUT /v1.0/card/instances': update,
  'POST /v1.0/card/callbacks/register': register,
  'POST /media/upload': upload,
  'POST /v1.0/robot/oToMessages/batchSend': batchSend,
  'POST /v1.0/robot/groupMessages/send': groupSend,
};
