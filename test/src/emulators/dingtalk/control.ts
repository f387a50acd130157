import { randomUUID } from 'node:crypto';
import type { Gateway } from './gateway.js';
import type { EventOrder, PressOrder, Pushes } from './pushes.js';
import type { Forms } from './routes.oa.js';
import { bodyIn, type Call, ok, type Reply, type Route, textIn } from './wire.js';
import type { World } from './world.js';

interface Parts {
  world: World;
  gateway: Gateway;
  pushes: Pushes;
  forms: Forms;
}

function drawn(world: World, outTrackId: string, user: string) {
  const card = world.cards.get(outTrackId);
  const template = card && world.templates.get(card.templateId);
  return card && template ? template.draw({ ...card.params, ...card.own[user] }) : null;
}

/** Everything a test may ask about. */
function state({ world, gateway, pushes }: Parts) {
  return {
    app: world.app,
    users: [...world.users.values()],
    cards: [...world.cards.values()],
    chats: Object.fromEntries(world.chats),
    journal: world.journal,
    leaks: world.leaks,
    ...{ tokensIssued: world.tokensIssued, ticketsIssued: world.ticketsIssued },
    ...{ putsInsideCallback: world.putsInsideCallback, monthly: world.monthly },
    jsapiTicket: world.jsapiTicket?.value ?? null,
    preEntries: world.preEntries,
    calendar: [...world.calendar.values()],
    forms: [...world.oa.values()],
    events: Object.fromEntries(pushes.events),
    stream: {
      ...{ sockets: gateway.lines.size, serving: gateway.serving, opens: gateway.opens },
      ...{ subscriptions: gateway.subscriptions, badTickets: gateway.badTickets },
      lastPong: gateway.lastPong,
    },
  };
}

/** A person presses the button that reads so, as the card's template shows it to him, or hands in its form. */
function pressByLabel({ world }: Parts, body: Call['body']): PressOrder {
  const user = textIn(body, 'user');
  const outTrackId = textIn(body, 'outTrackId');
  const card = drawn(world, outTrackId, user);
  const times = Number(textIn(body, 'times') || '1');
  const delay = Number(textIn(body, 'delay') || '0');
  if (body.form !== undefined) {
    if (!card?.form) {
      throw new Error('the card shows no form');
    }
    const params = { ...card.form.params, form: body.form };
    return { user, outTrackId, actionIds: ['submit'], params, times, delay };
  }
  const button = card?.buttons.find((one) => one.label === body.button && one.url === '');
  if (!button) {
    throw new Error(`the card shows no button ${textIn(body, 'button')}`);
  }
  const { actionId, params } = button;
  return { user, outTrackId, actionIds: [actionId], params, times, delay };
}

function socketsRoute({ gateway }: Parts, body: Call['body']): Reply {
  switch (textIn(body, 'do')) {
    case 'kill':
      gateway.kill();
      break;
    case 'mute':
      gateway.mute();
      break;
    case 'disconnect':
      gateway.system('disconnect', { reason: 'connection is expired' });
      break;
    case 'ping':
      gateway.system('ping', { opaque: textIn(body, 'opaque') });
      break;
    case 'frame':
      gateway.raw(textIn(body, 'text'));
      break;
    case 'refuse':
      gateway.refusing = body.on === true;
      break;
    default:
      throw new Error('do what with the sockets?');
  }
  return ok({});
}

function settings({ world, pushes }: Parts, body: Call['body']): Reply {
  const numbers: [string, (value: number) => void][] = [
    ['advance', (value) => world.advance(value)],
    ['tokenSeconds', (value) => (world.tokenSeconds = value)],
    ['pageSize', (value) => (world.pageSize = value)],
    ['monthlyLimit', (value) => (world.monthly.limit = value)],
    ['redeliverAfter', (value) => (pushes.redeliverAfter = value)],
    ['blockFor', (value) => (world.blockedUntil = world.now() + value)],
  ];
  for (const [name, set] of numbers) {
    if (typeof body[name] === 'number') {
      set(body[name]);
    }
  }
  if (body.killToken === true) {
    world.token = null;
  }
  if (body.push !== undefined) {
    world.push = body.push as World['push'];
  }
  Object.entries(bodyIn(body.scopes)).forEach(([path, scopes]) => {
    world.missingScopes.set(path, scopes as string[]);
  });
  Object.entries(bodyIn(body.busy)).forEach(([unionId, times]) => {
    world.busy.set(unionId, times as { start: unknown; end: unknown }[]);
  });
  const user = world.users.get(textIn(body, 'limit'));
  if (user) {
    user.limited = true;
  }
  return ok({});
}

/** Other people than those of the tests. */
function people({ world }: Parts, body: Call['body']): Reply {
  const wanted = Array.isArray(body.members) ? body.members.map(bodyIn) : [];
  world.users.clear();
  wanted.forEach((one, at) => {
    const userid = textIn(one, 'userid');
    const departments = [Number(textIn(one, 'department') || '1')];
    world.users.set(userid, {
      ...{ userid, unionid: `union-${userid}`, name: textIn(one, 'name'), departments },
      ...{ mobile: `1380000000${at}`, heads: one.heads === true ? departments : [] },
      ...{ active: true, limited: false },
    });
  });
  return ok({ members: world.users.size });
}

function code({ world }: Parts, body: Call['body']): Reply {
  const value = randomUUID();
  const kind = textIn(body, 'kind') === 'inside' ? 'inside' : 'outside';
  world.codes.set(value, { user: textIn(body, 'user'), kind, until: world.now() + 300_000 });
  return ok({ code: value });
}

/** The emulator's own interface; DingTalk has nothing like it. */
export function controlRoutes(parts: Parts): Readonly<Record<string, Route>> {
  const { world, pushes, forms } = parts;
  return {
    'GET /_control/state': () => ok(state(parts)),
    'GET /_control/picture': ({ query }) => {
      const bytes = world.pictures.get(query.id ?? '');
      const body = bytes ? `data:image/png;base64,${bytes.toString('base64')}` : '';
      return { status: bytes ? 200 : 404, body, type: 'text/plain' };
    },
    'GET /_control/card': ({ query }) =>
      ok(drawn(world, query.outTrackId ?? '', query.user ?? '') ?? {}),
    'POST /_control/press': async ({ body }) =>
      ok(
        await pushes.press(
          body.params === undefined ? pressByLabel(parts, body) : (body as unknown as PressOrder),
        ),
      ),
    'POST /_control/event': async ({ body }) =>
      ok({ eventId: await pushes.event(body as unknown as EventOrder) }),
    'POST /_control/push': async ({ body }) =>
      ok(await pushes.pushed(textIn(body, 'message'), body.forge === true)),
    'POST /_control/say': async ({ body }) =>
      ok({
        taken: await pushes.say(
          textIn(body, 'user'),
          textIn(body, 'text'),
          textIn(body, 'group') || null,
        ),
      }),
    'POST /_control/sockets': ({ body }) => socketsRoute(parts, body),
    'POST /_control/settings': ({ body }) => settings(parts, body),
    'POST /_control/fault': ({ body }) => {
      world.faults.push(body as unknown as World['faults'][number]);
      return ok({});
    },
    'POST /_control/people': ({ body }) => people(parts, body),
    'POST /_control/code': ({ body }) => code(parts, body),
    'POST /_control/form': async ({ body }) => {
      const act = textIn(body, 'act') as 'agree' | 'refuse' | 'terminate';
      await forms.act(textIn(body, 'id'), act, body.silent === true);
      return ok({});
    },
  };
}
