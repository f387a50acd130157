import { streamTimes } from '@zhiyu/bots/dingtalk/stream/stream.link';
import { DWClient, TOPIC_CARD } from 'dingtalk-stream';
import { expect } from 'chai';
import { startEmulator, withEmulator } from './emulator-process.js';
import { connectedAt, sentCard, standAt, stopAll } from './stand.js';
import { until } from '../../harness/until.js';

describe('the Stream connection to DingTalk', () => {
  const emulator = withEmulator();
  afterEach(stopAll);

  const stream = async () => (await emulator().state()).stream;
  const sockets = (body: object) => emulator().post('sockets', body);

  it('asks for exactly the wanted subscriptions, also when two channels live in one process', async () => {
    await connectedAt(emulator().base);
    await connectedAt(emulator().base);
    const { subscriptions, badTickets, serving } = await stream();
    expect(subscriptions).to.deep.equal([
      { type: 'EVENT', topic: '*' },
      { type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' },
      { type: 'CALLBACK', topic: '/v1.0/card/instances/callback' },
    ]);
    expect({ badTickets, serving }).to.deep.equal({ badTickets: 0, serving: 2 });
  });

  it('takes a new ticket for each connection', async () => {
    await connectedAt(emulator().base);
    const { opens } = await stream();
    await sockets({ do: 'kill' });
    await until(async () => (await stream()).opens.length === opens.length + 1);
    await until(async () => (await stream()).serving === 1);
    expect((await stream()).badTickets).to.equal(0);
  });

  it('answers a ping with what it brought', async () => {
    await connectedAt(emulator().base);
    await sockets({ do: 'ping', opaque: '123-dsfs' });
    await until(async () => (await stream()).lastPong !== null);
    expect((await stream()).lastPong).to.deep.equal({ opaque: '123-dsfs' });
  });

  it('opens the next socket before the old one dies on a disconnect notice, and no press is lost', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.delay = 300;
    const pressed = emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    await until(() => stand.host.presses.length === 1);
    await sockets({ do: 'disconnect' });
    await until(async () => (await stream()).serving === 1);
    expect((await stream()).sockets).to.equal(2);
    expect((await pressed)[0]).to.include({ acked: true, applied: true });
    const [next] = await emulator().press({ user: 'hr01', outTrackId, params: { action: 'pass' } });
    expect(next).to.include({ acked: true, applied: true });
    await until(async () => (await stream()).sockets === 1);
  });

  it('comes back by itself after a refusal, with growing gaps and no storm, and shows that it is down', async () => {
    const stand = await connectedAt(emulator().base);
    await sockets({ do: 'refuse', on: true });
    await sockets({ do: 'kill' });
    const before = (await stream()).opens.length;
    await until(() => stand.channel.health().state === 'failing');
    expect(stand.channel.health().lastError?.text).to.be.a('string');
    await new Promise((done) => setTimeout(done, 1_000));
    const gaps = (await stream()).opens.slice(before).map((at, i, all) => at - (all[i - 1] ?? at));
    // 40, 80, 160, 320, 400 ms: a tenth of what the product waits.
    expect(gaps.length).to.be.within(3, 8);
    expect(gaps[3]! > gaps[2]! && gaps[2]! > gaps[1]!).to.equal(true);
    await sockets({ do: 'refuse', on: false });
    await until(() => stand.channel.health().state === 'connected');
  });

  it('asks less than ten times in a minute in which it is refused', () => {
    let opens = 1;
    for (let at = 0, wait = streamTimes.firstWait; at + wait < 60_000; wait *= 2) {
      at += wait;
      opens += 1;
    }
    expect(opens).to.be.lessThan(10);
    expect(streamTimes.longestWait).to.be.at.most(60_000);
    // An old socket is closed by DingTalk 10 s after its notice.
    expect(streamTimes.leave).to.be.lessThan(10_000);
  });

  it('notices a socket that is open and dead, and replaces it', async () => {
    const stand = await connectedAt(emulator().base);
    await sockets({ do: 'mute' });
    await until(async () => (await stream()).serving === 1);
    await until(() => stand.channel.health().state === 'connected');
  });

  it('goes on after every kind of bad frame and after a handler that throws', async () => {
    const stand = await connectedAt(emulator().base);
    const bad = [
      'not json',
      'null',
      '[]',
      '1',
      '{}',
      '{"type":"CALLBACK"}',
      '"x"',
      '{"headers":null}',
    ];
    bad.push('{"type":"SYSTEM"}', '{"type":"EVENT","headers":{}}');
    bad.push('{"type":"CALLBACK","headers":{"topic":7,"messageId":"m"},"data":7}');
    for (const text of bad) {
      await sockets({ do: 'frame', text });
    }
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.fault = new Error('数据库不在');
    const [failed] = await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    expect(failed).to.include({ acked: true });
    stand.host.fault = null;
    const [pressed] = await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    expect(pressed).to.include({ acked: true, applied: true });
    expect((await stream()).serving).to.equal(1);
  });

  it('stops for good, also while it waits to reconnect', async () => {
    const stand = await connectedAt(emulator().base);
    await sockets({ do: 'refuse', on: true });
    await sockets({ do: 'kill' });
    await until(() => stand.channel.health().state === 'failing');
    await stopAll();
    const { length } = (await stream()).opens;
    await sockets({ do: 'refuse', on: false });
    await new Promise((done) => setTimeout(done, 500));
    expect((await stream()).opens.length).to.equal(length);
    expect((await stream()).sockets).to.equal(0);
  });

  it('catches up in order when DingTalk was gone for a while', async () => {
    const other = await startEmulator();
    const { channel, host } = standAt(other.base);
    await channel.listen(host);
    await until(() => channel.health().state === 'connected');
    const port = Number(new URL(other.base).port);
    await other.stop();
    await until(() => channel.health().state === 'failing');
    const back = await startEmulator(port);
    await until(() => channel.health().state === 'connected');
    await channel.stop();
    await back.stop();
  });
});

describe('the emulator of DingTalk', () => {
  const emulator = withEmulator();

  it('is taken by the unchanged client of dingtalk-stream', async () => {
    const { base } = emulator();
    // Only the host differs, by the one hook that the package leaves open.
    class Client extends DWClient {
      override async getEndpoint(): Promise<this> {
        const { clientId, clientSecret, subscriptions } = this.config;
        const response = await fetch(`${base}/v1.0/gateway/connections/open`, {
          method: 'POST',
          headers: { accept: 'application/json' },
          body: JSON.stringify({ clientId, clientSecret, subscriptions }),
        });
        const { endpoint, ticket } = (await response.json()) as {
          endpoint: string;
          ticket: string;
        };
        Object.assign(this, { dw_url: `${endpoint}?ticket=${encodeURIComponent(ticket)}` });
        return this;
      }
    }
    const options = {
      autoReconnect: false,
      clientId: 'dingemulated',
      clientSecret: 'emulated-secret-0001',
    };
    const client = new Client(options);
    client.registerCallbackListener(TOPIC_CARD, ({ headers }) => {
      client.socketCallBackResponse(headers.messageId, { cardData: { cardParamMap: { a: '1' } } });
    });
    await client.connect();
    const [pressed] = await emulator().press({
      user: 'mgr01',
      outTrackId: 'x',
      params: { action: 'a' },
    });
    expect(pressed?.answer).to.deep.equal({ cardData: { cardParamMap: { a: '1' } } });
    client.disconnect();
  });
});
