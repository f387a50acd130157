import { expect } from 'chai';
import { type CallbackRequest, DeliveryRefused, type HttpClient } from '@zhiyu/bots/channel';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { sealWords } from '@zhiyu/bots/wecom/wecom.verify';
import { WeComMessages } from '@zhiyu/bots/wecom/wecom.messages';
import { weComOf } from '@zhiyu/bots/wecom/wecom.parts';
import { errorOf, type StandTools, toolsInMemory } from '../channel-stand.js';
import { Host, messageTo, orders } from './stand.js';
import { keys } from './vectors.js';

type Answers = Record<string, () => [number, unknown]>;
type Call = Parameters<HttpClient['request']>[0];

const base = 'http://wecom.invalid';
const app = {
  ...{ apiBase: base, oauthBase: `${base}/oauth`, loginBase: base },
  ...{ corpId: keys.corpId, agentId: 1_000_002, secret: 's3cret' },
};
const token: Answers = {
  '/cgi-bin/gettoken': () => [200, { errcode: 0, access_token: 'T1', expires_in: 7200 }],
};
const send = '/cgi-bin/message/send';

interface Strange {
  tools: StandTools;
  calls: Call[];
  api: WeComApi;
  wecom: ReturnType<typeof weComOf>;
}

/** A WeCom that says what the test wants, in shapes that no document promises. */
function standWith(answers: Answers): Strange {
  const calls: Call[] = [];
  const all: Answers = { ...token, ...answers };
  const http: HttpClient = {
    request: (call) => {
      calls.push(call);
      const [status, body] = all[new URL(call.url).pathname]?.() ?? [404, '<html>not here</html>'];
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return Promise.resolve({ status, headers: {}, body: text });
    },
  };
  const tools = toolsInMemory(http);
  const nothing = { kfId: null, bot: null, robot: null, cardImage: null };
  const wecom = weComOf({ app, callback: keys, ...nothing }, tools, orders);
  const api = new WeComApi(app, tools, { pauseMs: 1, tooOftenMs: 1 });
  return { tools, calls, api, wecom };
}

const tokens = (calls: Call[]) => calls.filter(({ url }) => url.includes('/gettoken')).length;

describe('an answer of WeCom in a shape of its own', () => {
  it('may hold its numbers as texts, leave fields out and bring others along', async () => {
    for (const answer of [
      { errcode: '0', errmsg: 'ok', msgid: 77, response_code: 'RC', more: { a: [] } },
      { errmsg: 'ok', msgid: 'm' },
      { invaliduser: null, errcode: 0, msgid: 'm' },
    ]) {
      const { wecom, calls } = standWith({ [send]: () => [200, answer] });
      const { externalId } = await wecom.app!.send(messageTo('u1'));
      expect(externalId).to.equal(String(answer.msgid));
      await wecom.app!.send(messageTo('u1', { deliveryId: '01HZZZZZZZZZZZZZZZZZZZZZZE' }));
      expect(tokens(calls)).to.equal(1);
    }
  });

  it('a token with its life as a text, or without it, is asked for once; one without a value is none', async () => {
    for (const expires_in of ['7200', undefined]) {
      const { api, calls, tools } = standWith({
        '/cgi-bin/gettoken': () => [200, { errcode: 0, access_token: 'T', expires_in }],
        '/cgi-bin/x': () => [200, { errcode: 0 }],
      });
      await api.get('/cgi-bin/x');
      await api.get('/cgi-bin/x');
      expect(tokens(calls)).to.equal(1);
      expect(api.tokenUntil).to.equal(tools.clock.now + 7_200_000);
    }
    const { api } = standWith({ '/cgi-bin/gettoken': () => [200, { errcode: 0 }] });
    expect((await errorOf(api.get('/cgi-bin/x'))).message).to.contain('没有应答');
  });

  it('a token that cannot be renewed yet serves to its end', async () => {
    let away = false;
    const { api, tools } = standWith({
      '/cgi-bin/gettoken': () =>
        away ? [502, ''] : [200, { errcode: 0, access_token: 'T', expires_in: 7200 }],
      '/cgi-bin/x': () => [200, { errcode: 0 }],
    });
    await api.get('/cgi-bin/x');
    away = true;
    tools.clock.now += 7_000_000;
    await api.get('/cgi-bin/x');
    tools.clock.now += 300_000;
    expect((await errorOf(api.get('/cgi-bin/x'))).message).to.contain('没有应答');
  });

  it('what a proxy refuses is no success, and is tried again later', async () => {
    for (const [status, body] of [
      [404, { message: 'Not Found' }],
      [407, ''],
      [200, '<html>sign in to the network</html>'],
      [200, '[]'],
      [200, { errcode: 'x' }],
    ] as const) {
      const { api, tools } = standWith({
        [send]: () => [status, body],
        '/x': () => [status, body],
      });
      const error = await errorOf(api.get('/x'));
      expect(error.message, JSON.stringify(body)).to.contain('没有应答');
      expect(api.failing).to.equal(true);
      const said = new WeComMessages(api, tools).text('u1', '在吗');
      expect(await errorOf(said)).not.to.be.instanceOf(DeliveryRefused);
    }
  });

  it('leads to the login pages by addresses in the order of the documents', () => {
    const { wecom } = standWith({});
    const of = { redirect: 'https://hr.example.com/api/sign-in/wecom', state: 'abc' };
    const redirect = 'redirect_uri=https%3A%2F%2Fhr.example.com%2Fapi%2Fsign-in%2Fwecom';
    expect(wecom.signIn!.authorizeUrl({ ...of, inside: true })).to.equal(
      `${base}/oauth/connect/oauth2/authorize?appid=${keys.corpId}&${redirect}` +
        '&response_type=code&scope=snsapi_base&state=abc&agentid=1000002#wechat_redirect',
    );
    expect(wecom.signIn!.authorizeUrl({ ...of, inside: false })).to.equal(
      `${base}/wwopen/sso/qrConnect?appid=${keys.corpId}&agentid=1000002&${redirect}&state=abc`,
    );
  });
});

const event = (inner: string) =>
  `<xml><ToUserName>c</ToUserName>${inner}<AgentID>1000002</AgentID></xml>`;
const pressedBy = (more: string) =>
  `<MsgType>event</MsgType><TaskId>zy@01HZZZZZZZZZZZZZZZZZZZZZZD</TaskId><Event>template_card_event</Event>${more}`;
const key = '<EventKey>zy.3.01HZZZZZZZZZZZZZZZZZZZZZZC.pass</EventKey>';

describe('a callback of WeCom in a shape of its own', () => {
  let stand: Strange;
  let host: Host;

  beforeEach(async () => {
    stand = standWith({ [send]: () => [200, { errcode: 0, msgid: 'm' }] });
    host = new Host();
    await stand.wecom.app!.listen(host);
  });
  afterEach(() => stand.wecom.app!.stop());

  const post = (
    body: string,
    query: Record<string, string>,
  ): Promise<{ status: number; body: string }> => {
    const request: CallbackRequest = { method: 'POST', query, headers: {}, body };
    return stand.wecom.app!.callback(request);
  };
  const sealed = (
    words: string,
    envelope = (encrypt: string) => `<xml><Encrypt>${encrypt}</Encrypt></xml>`,
  ) => {
    const stamp = { timestamp: '1700000000', nonce: 'n' };
    const { encrypted, signature } = sealWords(keys, words, stamp);
    return post(envelope(encrypted), { ...stamp, msg_signature: signature });
  };

  it('may stand in another order, on lines of its own, without CDATA and with more elements', async () => {
    const who = '<FromUserName>hejing</FromUserName><CreateTime>1700000000</CreateTime>';
    const answers = [
      await sealed(event(pressedBy(`${key}<New><Deep>1</Deep></New>${who}<ResponseCode/>`))),
      await sealed(
        `<?xml version="1.0" encoding="UTF-8"?>\n${event(`\n ${pressedBy(`\n${key.replace('pass', 'hold')}\n`)} ${who}\n`)}\n`,
        (encrypt) =>
          `\uFEFF<?xml version="1.0"?>\n<xml>\n <Unknown/>\n <Encrypt>\n<![CDATA[${encrypt}]]>\n</Encrypt>\n</xml>\n`,
      ),
      await sealed(
        event(pressedBy(key.replace('pass', 'askMore') + who + '<SelectedItems></SelectedItems>')),
      ),
    ];
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    expect(answers.every(({ body }) => body.includes('<Encrypt>'))).to.equal(true);
    expect(host.presses.map(({ action, address }) => [action, address])).to.deep.equal([
      ['pass', 'hejing'],
      ['hold', 'hejing'],
      ['askMore', 'hejing'],
    ]);
  });

  it('is refused with 403 when it is no XML, holds more than XML of WeCom, or lacks its seal', async () => {
    const bodies = [
      ...['', '{}', 'null', '<xml>', '<xml></xml>', '<xml><Encrypt></Encrypt></xml>'],
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><xml><Encrypt>&b;</Encrypt></xml>',
      '<xml xmlns:x="y"><Encrypt>a</Encrypt></xml>',
      '<xml><!-- a --><Encrypt>a</Encrypt></xml>',
      '<xml><Encrypt>a</Encrypt></xml><xml/>',
      '<a>'.repeat(5_000),
    ];
    const query = { msg_signature: 'a', timestamp: '1', nonce: '2' };
    for (const body of bodies) {
      expect((await post(body, query)).status, body.slice(0, 40)).to.equal(403);
      expect((await post(body, {})).status, body.slice(0, 40)).to.equal(403);
    }
    const empty = { method: 'GET', query: {}, headers: {}, body: '' };
    expect((await stand.wecom.app!.callback(empty)).status).to.equal(403);
    expect(host.presses.length + host.events.length).to.equal(0);
  });

  it('of a person, a card or a time that is missing breaks nothing', async () => {
    const who = '<FromUserName>hejing</FromUserName>';
    for (const words of [
      event(pressedBy(key)),
      event(pressedBy(who)),
      event(pressedBy(`${who}<EventKey>zy.x.c.pass</EventKey>`)),
      event(`<Event>change_contact</Event><ChangeType>delete_user</ChangeType>`),
      event(`<Event>change_contact</Event>`),
      event(`<Event>sys_approval_change</Event><ApprovalInfo></ApprovalInfo>`),
      event(`<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>`),
      event(`<Event>kf_msg_or_event</Event>`),
      event(''),
      '<xml/>',
    ]) {
      const { status, body } = await sealed(words);
      expect([status, body], words.slice(0, 120)).to.deep.equal([200, '']);
    }
    expect(host.presses).to.deep.equal([]);
  });

  it('that comes a second time with another seal, hours later, has no second effect', async () => {
    const who = '<FromUserName>hejing</FromUserName><CreateTime>1700000000</CreateTime>';
    const words = event(pressedBy(key + who));
    await sealed(words);
    stand.tools.clock.now += 86_400_000;
    await sealed(words);
    expect(host.effects).to.equal(1);
  });
});
