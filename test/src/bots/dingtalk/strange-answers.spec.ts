import { createCipheriv, createHash } from 'node:crypto';
import { DeliveryRefused, type HttpClient } from '@zhiyu/bots/channel';
import { DingTalkDirectory } from '@zhiyu/bots/dingtalk/dingtalk.directory';
import { cardApiSecret } from '@zhiyu/bots/dingtalk/dingtalk.callback';
import type { CardAnswer } from '@zhiyu/bots/dingtalk/dingtalk.press';
import { CallbackCrypto, cardSignature } from '@zhiyu/bots/dingtalk/dingtalk.verify';
import { expect } from 'chai';
import { messageTo, standAt, type Stand, toolsOnLoopback } from './stand.js';

type Answers = Record<string, () => [number, unknown]>;
type Call = Parameters<HttpClient['request']>[0];

const create = '/v1.0/card/instances/createAndDeliver';
const change = '/v1.0/card/instances';
const delivered = { spaceType: 'IM_ROBOT', success: true };

/** A DingTalk that says what the test wants, in shapes that no document promises. */
function standWith(answers: Answers, env: Record<string, string> = {}): Stand & { calls: Call[] } {
  const calls: Call[] = [];
  const all: Answers = {
    '/v1.0/oauth2/accessToken': () => [200, { accessToken: 't1', expireIn: '7200', more: [] }],
    [create]: () => [200, { success: true, result: { deliverResults: [delivered] } }],
    ...answers,
  };
  const http: HttpClient = {
    request: (call) => {
      calls.push(call);
      const { pathname } = new URL(call.url);
      const [status, body] = all[pathname]?.() ?? [404, ''];
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return Promise.resolve({ status, headers: {}, body: text });
    },
  };
  const tools = Object.assign(toolsOnLoopback(), { http });
  return { ...standAt('http://dingtalk.invalid', { DINGTALK_WAYS: 'card', ...env }, tools), calls };
}

const pathsOf = (calls: Call[]) => calls.map(({ url }) => new URL(url).pathname);
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as Error & { reason?: string },
  );

describe('an answer of DingTalk in a shape of its own', () => {
  it('may hold its numbers as texts, leave fields out and bring others along', async () => {
    for (const answer of [
      { result: { deliverResults: [{ ...delivered, success: 'true', x: 1 }] }, requestId: 'r' },
      { success: true, result: {} },
      { success: 'true' },
    ]) {
      const { channel, calls } = standWith({ [create]: () => [200, answer] });
      await channel.send(messageTo('mgr01'));
      await channel.send(messageTo('mgr01'));
      expect(pathsOf(calls).filter((path) => path.endsWith('accessToken'))).to.have.length(1);
    }
  });

  it('a token without its length of life is good for the two hours of the documents', async () => {
    const { channel, api, tools } = standWith({
      '/v1.0/oauth2/accessToken': () => [200, { accessToken: 't1' }],
    });
    await channel.send(messageTo('mgr01'));
    expect(api.token.until).to.be.within(tools.now() + 7_100_000, tools.now() + 7_200_000);
  });

  it('a 200 that says it was not done, or was done nowhere, is a failed delivery', async () => {
    for (const answer of [
      { success: false },
      { success: true, result: { deliverResults: [] } },
      { success: true, result: { deliverResults: [{ spaceId: 'mgr01', success: 'false' }] } },
    ]) {
      const { channel } = standWith({ [create]: () => [200, answer] });
      const error = await failure(channel.send(messageTo('mgr01')));
      expect(error, JSON.stringify(answer)).to.be.instanceOf(DeliveryRefused);
    }
  });

  it('a change is done by an empty 200, and not by one that says it was not', async () => {
    const message = messageTo('mgr01');
    const later = { ...message, card: { ...message.card, version: 9 } };
    const quiet = standWith({ [change]: () => [200, ''] });
    await quiet.channel.send(message);
    await quiet.channel.update(later);
    expect(quiet.channel.health().lastError).to.equal(null);
    const loud = standWith({ [change]: () => [200, { success: false, result: false }] });
    await loud.channel.send(message);
    expect(await failure(loud.channel.update(later))).to.be.instanceOf(DeliveryRefused);
  });

  it('“too often” of every name passes by itself, also where it begins with Forbidden', async () => {
    for (const [status, code] of [
      [403, 'Forbidden.AccessDenied.QpsLimitForApi'],
      [403, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi'],
      [400, '90018'],
      [429, 'whatever'],
      [503, 'ServiceUnavailable'],
    ] as const) {
      let tries = 0;
      const { channel } = standWith({
        [create]: () =>
          ++tries === 1 ? [status, { code, message: code }] : [200, { success: true }],
      });
      await channel.send(messageTo('mgr01'));
      expect(tries, code).to.equal(2);
    }
  });

  it('of the old family is a success with errcode 0, "0" or none, and renews the token on "40014"', async () => {
    const result = { list: [], has_more: 'false' };
    for (const said of [{ errcode: 0 }, { errcode: '0', errmsg: 'ok' }, {}]) {
      const { api, tools } = standWith({
        '/topapi/v2/department/listsub': () => [200, { ...said, result: [] }],
        '/topapi/v2/department/get': () => [200, { ...said, result: { name: '总部' } }],
        '/topapi/v2/user/list': () => [200, { ...said, result }],
      });
      const departments = await new DingTalkDirectory(api, tools.store).departments();
      expect(departments.map(({ name }) => name)).to.deep.equal(['总部']);
    }
    let refused = 0;
    const { api, tools, calls } = standWith({
      '/topapi/v2/department/listsub': () => {
        refused += 1;
        return refused === 1 ? [200, { errcode: '40014' }] : [200, { errcode: 0, result: [] }];
      },
      '/topapi/v2/department/get': () => [200, { errcode: 0, result: {} }],
    });
    await new DingTalkDirectory(api, tools.store).departments();
    expect(pathsOf(calls).filter((path) => path.endsWith('accessToken'))).to.have.length(2);
  });

  it('follows has_more to the end also where it is written as a text', async () => {
    let page = 0;
    const { api, tools } = standWith({
      '/topapi/v2/department/listsub': () => [200, { errcode: 0, result: [] }],
      '/topapi/v2/department/get': () => [200, { errcode: 0, result: {} }],
      '/topapi/v2/user/list': () => {
        page += 1;
        const list = [{ userid: `u${page}`, name: 'n', dept_id_list: ['1'] }];
        return [
          200,
          {
            errcode: 0,
            result: { list, has_more: page < 3 ? 'true' : 'false', next_cursor: `${page}` },
          },
        ];
      },
    });
    const members = await new DingTalkDirectory(api, tools.store).members();
    expect(members.map(({ address }) => address)).to.deep.equal(['u1', 'u2', 'u3']);
  });

  it('a page of a firewall closes the door for a while and is no success', async () => {
    const { channel, calls } = standWith({ [create]: () => [200, '<html>blocked</html>'] });
    expect(await failure(channel.send(messageTo('mgr01')))).to.have.property('reason', 'blocked');
    const before = calls.length;
    expect(await failure(channel.send(messageTo('mgr01')))).to.have.property('reason', 'blocked');
    expect(calls.length).to.equal(before);
  });
});

const keys = { token: 'pushtoken', aesKey: 'abcdefghijabcdefghijabcdefghijabcdefghij123' };

/** Sealed by hand, with whatever is wrong about it. */
function sealed(of: {
  owner: string;
  text?: string;
  length?: number;
  tail?: (bytes: Buffer) => Buffer;
}) {
  const { owner, text = '{"EventType":"check_url"}', tail } = of;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(of.length ?? Buffer.byteLength(text));
  const plain = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(text), Buffer.from(owner)]);
  const pad = 32 - (plain.length % 32);
  const padded = tail ? tail(plain) : Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  const key = Buffer.from(`${keys.aesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypt = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  const parts = [keys.token, '1', 'n', encrypt].sort().join('');
  return {
    encrypt,
    timestamp: '1',
    nonce: 'n',
    signature: createHash('sha1').update(parts).digest('hex'),
  };
}

/** To blocks of `size`, the last byte saying `count`. */
const padTo = (size: number, count?: number) => (plain: Buffer) => {
  const missing = size - (plain.length % size);
  return Buffer.concat([plain, Buffer.alloc(missing, count ?? missing)]);
};

describe('a push of DingTalk over HTTP that was signed and is wrong all the same', () => {
  const env = {
    ...{ DINGTALK_STREAM: 'off', DINGTALK_EVENT_TOKEN: keys.token },
    DINGTALK_EVENT_AES_KEY: keys.aesKey,
  };
  const post = async ({ encrypt, ...query }: ReturnType<typeof sealed>) => {
    const { channel } = standWith({}, env);
    const body = JSON.stringify({ encrypt });
    return channel.callback({ method: 'POST', query, headers: {}, body });
  };

  it('is refused for its padding, its length or its owner', async () => {
    const owner = 'dingemulated';
    expect((await post(sealed({ owner }))).status).to.equal(200);
    const wrong = {
      'blocks of 16': sealed({ owner, text: 'x'.repeat(10), tail: padTo(16) }),
      'a pad of 0': sealed({ owner, tail: padTo(32, 0) }),
      'a pad of 33': sealed({ owner, tail: padTo(64, 33) }),
      'no pad': sealed({ owner, tail: (plain) => plain.subarray(0, 32) }),
      'one byte of the pad': sealed({
        owner,
        tail: (plain) => {
          const padded = padTo(32)(plain);
          padded[padded.length - 2] = 99;
          return padded;
        },
      }),
      'a length beyond the end': sealed({ owner, length: 4_000 }),
      'a length of 4 GB': sealed({ owner, length: 0xff_ff_ff_ff }),
      'nobody’s': sealed({ owner: '' }),
      'another owner': sealed({ owner: 'dingsomebodyelse' }),
      'an owner that begins the same': sealed({ owner: `${owner}x` }),
    };
    for (const [name, push] of Object.entries(wrong)) {
      expect((await post(push)).status, name).to.equal(403);
    }
  });

  it('is answered in the name it was addressed to: the app’s, or the company’s of an older registration', async () => {
    for (const owner of ['dingemulated', 'dingcorp0001']) {
      const answer = JSON.parse((await post(sealed({ owner }))).body) as Record<string, string>;
      const {
        msg_signature: signature = '',
        timeStamp: timestamp = '',
        nonce = '',
        encrypt = '',
      } = answer;
      const opened = new CallbackCrypto(keys.token, keys.aesKey, [owner]);
      const of = { signature, timestamp, nonce, encrypt };
      expect(opened.open(of)).to.deep.equal({ message: 'success', owner });
    }
  });
});

describe('a press on a card of DingTalk in a shape of its own', () => {
  /** Pressed over HTTP, as the body says. */
  const pressed = async (body: object) => {
    const register = { '/v1.0/card/callbacks/register': () => [200, {}] as [number, unknown] };
    const stand = standWith(register, { DINGTALK_STREAM: 'off' });
    const { externalId: outTrackId } = await stand.channel.send(messageTo('mgr01'));
    await stand.channel.listen(stand.host);
    const timestamp = String(stand.tools.now());
    const secret = cardApiSecret(stand.api.settings.clientSecret);
    const { status, body: text } = await stand.channel.callback({
      ...{
        method: 'POST',
        query: {},
        body: JSON.stringify({ outTrackId, userId: 'mgr01', ...body }),
      },
      headers: {
        'X-Ddpaas-Signature': cardSignature(secret, timestamp),
        'X-Ddpaas-Signature-Timestamp': timestamp,
      },
    });
    return { status, answer: JSON.parse(text) as CardAnswer, presses: stand.host.presses };
  };

  it('is read with its content as a text or an object, and with what is missing left out', async () => {
    const data = { cardPrivateData: { params: { version: '3', action: 'pass', more: null } } };
    const nested = JSON.stringify({ actionIds: ['pass'], params: '{"version":3}' });
    for (const more of [
      { content: JSON.stringify(data) },
      { content: data, corpId: 'dingcorp0001', userIdType: '1', extra: {} },
      { content: { cardPrivateData: { actionIds: ['pass'] } } },
      { content: { cardPrivateData: { actionIds: 'pass', params: null } } },
      { content: { cardPrivateData: nested } },
    ]) {
      const { answer, presses } = await pressed(more);
      const press = { action: 'pass', address: 'mgr01', seenVersion: 3 };
      expect(presses[0], JSON.stringify(more)).to.include(press);
      expect(answer.cardData?.cardParamMap.state).to.equal('done');
    }
  });

  it('without a person, a card or any sense changes nothing and is answered', async () => {
    for (const more of [
      ...[{ userId: '' }, { outTrackId: 'x' }, { content: 'no json' }],
      ...[{ content: [] }, { content: null }],
    ]) {
      const { status, answer, presses } = await pressed(more);
      expect(status, JSON.stringify(more)).to.equal(200);
      expect(answer.cardData).to.equal(undefined);
      expect(presses).to.deep.equal([]);
    }
  });
});
