import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallbackRequest } from '@zhiyu/bots/channel';
import { CallbackCrypto } from '@zhiyu/bots/dingtalk/dingtalk.verify';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { messageTo, standAt, type Stand } from './stand.js';

// From DingTalk-Callback-Crypto, the official sample.
const official = {
  token: 'mryue',
  aesKey: 'Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7',
  owner: 'ding6ccabc44d2c8d38b',
  signature: '03044561471240d4a14bb09372dfcfd4fd0e40cb',
  timestamp: '1608001896814',
  nonce: 'WL4PK6yA',
  encrypt:
    '0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3',
};

const push = { token: 'pushtoken', aesKey: 'abcdefghijabcdefghijabcdefghijabcdefghij123' };
const withoutStream = {
  ...{ DINGTALK_STREAM: 'off', DINGTALK_EVENT_TOKEN: push.token },
  DINGTALK_EVENT_AES_KEY: push.aesKey,
};

/** The product's address, as far as DingTalk's servers see it. */
async function serve(stand: Stand): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const of = {
        method: request.method ?? '',
        query,
        headers,
        body: Buffer.concat(chunks).toString(),
      };
      void stand.channel.callback(of).then((answer) => {
        response.writeHead(answer.status, answer.headers);
        response.end(answer.body);
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/api/callbacks/dingtalk` };
}

describe('the encryption of DingTalk’s event push', () => {
  const { token, aesKey, owner, ...message } = official;

  it('opens the official sample', () => {
    const crypto = new CallbackCrypto(token, aesKey, [owner]);
    const opened = crypto.open(message);
    expect(JSON.parse(opened.message)).to.deep.equal({ EventType: 'check_url' });
    expect(opened.owner).to.equal(owner);
  });

  it('closes what it opens again, Chinese and of every length', () => {
    const crypto = new CallbackCrypto(token, aesKey, [owner]);
    for (const text of [
      'success',
      '',
      '张三终面通过',
      ...Array.from({ length: 40 }, (_, n) => '中'.repeat(n)),
    ]) {
      const {
        msg_signature: signature,
        timeStamp: timestamp,
        nonce,
        encrypt,
      } = crypto.seal({ message: text, owner }, 1);
      expect(crypto.open({ signature, timestamp, nonce, encrypt }).message).to.equal(text);
    }
  });

  it('refuses another signature, another owner and a broken text', () => {
    const crypto = new CallbackCrypto(token, aesKey, [owner]);
    const bad = [{ nonce: 'x' }, { signature: '' }, { timestamp: '1' }, { encrypt: 'AAAA' }];
    for (const change of bad) {
      expect(() => crypto.open({ ...message, ...change })).to.throw();
    }
    expect(() => new CallbackCrypto(token, aesKey, ['other']).open(message)).to.throw(
      'somebody else',
    );
    const encrypt = Buffer.alloc(32).toString('base64');
    const signature = crypto.signature('1', 'n', encrypt);
    expect(() => crypto.open({ signature, timestamp: '1', nonce: 'n', encrypt })).to.throw(
      'decrypted',
    );
  });
});

describe('a callback of DingTalk over HTTP', () => {
  const emulator = withEmulator();
  let server: Server | null = null;
  let stand: Stand;

  beforeEach(async () => {
    stand = standAt(emulator().base, withoutStream);
    const served = await serve(stand);
    server = served.server;
    Object.assign(stand.api.settings, { callbackUrl: served.url });
    await stand.channel.listen(stand.host);
    await emulator().post('settings', { push: { ...push, url: served.url } });
  });
  afterEach(async () => {
    await stand.channel.stop();
    server?.close();
  });

  const pushed = (message: string, forge = false) =>
    emulator().post<{ status: number; plain: string; ms: number }>('push', { message, forge });

  it('confirms check_url with an encrypted "success" in less than 1500 ms', async () => {
    const answer = await pushed(JSON.stringify({ EventType: 'check_url' }));
    expect(answer).to.include({ status: 200, plain: 'success' });
    expect(answer.ms).to.be.lessThan(1_500);
  });

  it('answers the official check_url in both spellings of its query', async () => {
    const env = {
      ...withoutStream,
      ...{ DINGTALK_CLIENT_ID: official.owner, DINGTALK_EVENT_TOKEN: official.token },
      DINGTALK_EVENT_AES_KEY: official.aesKey,
    };
    const own = standAt(emulator().base, env);
    await own.channel.listen(own.host).catch(() => undefined); // the emulator knows another app
    const { signature, timestamp, nonce, encrypt } = official;
    const queries: Record<string, string>[] = [
      { signature, timestamp, nonce },
      { msg_signature: signature, timeStamp: timestamp, nonce },
    ];
    for (const query of queries) {
      const request: CallbackRequest = {
        method: 'POST',
        query,
        headers: {},
        body: JSON.stringify({ encrypt }),
      };
      expect((await own.channel.callback(request)).status).to.equal(200);
    }
  });

  it('with a wrong signature is refused with 403 and does nothing', async () => {
    const event = { EventType: 'user_add_org', UserId: ['1'], CorpId: 'dingcorp0001' };
    expect(await pushed(JSON.stringify(event), true)).to.include({ status: 403 });
    expect(stand.host.events).to.deep.equal([]);
    const garbage = { method: 'POST', query: {}, headers: {}, body: 'not json' };
    expect((await stand.channel.callback(garbage)).status).to.equal(403);
  });

  it('brings the same events as Stream, with Chinese in them, once each', async () => {
    const event = {
      ...{
        EventType: 'bpms_instance_change',
        eventId: 'http-1',
        CorpId: 'dingcorp0001',
        title: '张三的录用',
      },
      ...{
        processInstanceId: 'p9',
        processCode: 'PROC-9',
        type: 'finish',
        result: 'agree',
        EventTime: 5,
      },
    };
    await pushed(JSON.stringify(event));
    expect(await pushed(JSON.stringify(event))).to.include({ plain: 'success' });
    expect(stand.host.events).to.deep.equal([
      {
        ...{ type: 'approvalChanged', eventId: 'http-1', at: 5, instanceId: 'p9' },
        ...{ processCode: 'PROC-9', state: 'agreed', address: null },
      },
    ]);
  });

  it('that the server cannot keep is not confirmed, so that it comes again', async () => {
    stand.host.failEvents = 1;
    const event = {
      EventType: 'user_add_org',
      UserId: ['2'],
      eventId: 'http-2',
      CorpId: 'dingcorp0001',
    };
    expect(await pushed(JSON.stringify(event))).to.include({ status: 500 });
    expect(await pushed(JSON.stringify(event))).to.include({ plain: 'success' });
    expect(stand.host.events.length).to.equal(1);
  });

  it('with a press is answered with the new card, once its signature is right', async () => {
    const { externalId: outTrackId } = await stand.channel.send(messageTo('mgr01'));
    const [pressed] = await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    expect(pressed).to.include({ acked: true, applied: true });
    expect((await emulator().card(outTrackId, 'mgr01')).texts).to.include('已记下您的决定');
    const body = JSON.stringify({ outTrackId, userId: 'mgr01', content: '{}' });
    const headers = {
      'x-ddpaas-signature': 'forged',
      'x-ddpaas-signature-timestamp': String(Date.now()),
    };
    const forged = await stand.channel.callback({ method: 'POST', query: {}, headers, body });
    expect(forged.status).to.equal(403);
    expect(stand.host.presses.length).to.equal(1);
  });
});
