import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageTo, standAt, type Stand } from './stand.js';
import { until } from '../../harness/until.js';

interface Ack {
  code: number;
  headers: Record<string, string>;
  message: string;
  data: string;
}

interface Opened {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** A gateway and socket of the protocol's text alone, without the emulator: every frame is written here. */
class Gateway {
  readonly opened: Opened[] = [];
  readonly acks: Ack[] = [];
  socket: WebSocket | null = null;
  private readonly server: Server;
  private readonly sockets: WebSocketServer;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const isOpen = request.url === '/v1.0/gateway/connections/open';
        const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Opened['body'];
        if (isOpen) {
          this.opened.push({ headers: request.headers, body });
        }
        const endpoint = `${this.base.replace('http', 'ws')}/connect?zone=1`;
        const said = isOpen
          ? { endpoint, ticket: 'a+b/c=', requestId: 'x' }
          : { accessToken: 't', expireIn: 7200, success: true };
        response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
      });
    });
    this.sockets = new WebSocketServer({
      server: this.server,
      verifyClient: () => {
        const isOver = this.expired > 0;
        this.expired -= isOver ? 1 : 0;
        return !isOver;
      },
    });
    this.sockets.on('connection', (socket, { url }) => {
      this.tickets.push(new URL(url ?? '', 'ws://x').searchParams.get('ticket'));
      this.socket = socket;
      socket.on('message', (data: Buffer) => this.acks.push(JSON.parse(data.toString()) as Ack));
    });
  }

  readonly tickets: (string | null)[] = [];
  /** How many of the next tickets are over when they are brought. */
  expired = 0;

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  push(frame: object, binary = false): void {
    this.socket?.send(Buffer.from(JSON.stringify(frame)), { binary });
  }

  /** What the frame of this number was answered with. */
  async ackOf(messageId: string): Promise<Ack> {
    const find = () => this.acks.find(({ headers }) => headers.messageId === messageId);
    await until(() => find() !== undefined);
    return find()!;
  }

  stop(): void {
    this.sockets.clients.forEach((client) => client.terminate());
    this.sockets.close();
    this.server.closeAllConnections();
    this.server.close();
  }
}

const dataOf = (ack: Ack) => JSON.parse(ack.data) as Record<string, unknown>;

describe('the frames of DingTalk’s Stream, one by one', () => {
  let gateway: Gateway;
  let stand: Stand;

  beforeEach(async () => {
    gateway = new Gateway();
    await gateway.start();
    stand = standAt(gateway.base);
    await stand.channel.listen(stand.host);
    await until(() => stand.channel.health().state === 'connected');
  });
  afterEach(async () => {
    await stand.channel.stop();
    gateway.stop();
  });

  const event = (messageId: string, more: object = {}) => ({
    ...{ specVersion: '1.0', type: 'EVENT', data: '{"userId":["015"]}' },
    headers: {
      ...{ topic: '*', messageId, contentType: 'application/json', time: '1700000000000' },
      ...{ eventType: 'user_add_org', eventId: `e-${messageId}`, eventCorpId: 'dingcorp0001' },
      ...{ eventBornTime: '1700000000000', eventUnifiedAppId: 'u', appId: 'a', connectionId: 'c' },
      ...more,
    },
  });

  it('begin with one call that asks for JSON, and with the ticket, encoded, beside what the address has', () => {
    const [{ headers, body }] = gateway.opened as [Opened];
    expect(headers.accept).to.equal('application/json');
    expect(headers['content-type']).to.match(/^application\/json/);
    expect(body).to.include({ clientId: 'dingemulated', clientSecret: 'emulated-secret-0001' });
    expect(Object.keys(body).sort()).to.deep.equal(
      ['clientId', 'clientSecret', 'localIp', 'subscriptions', 'ua'].sort(),
    );
    expect(gateway.tickets).to.deep.equal(['a+b/c=']);
  });

  it('go on after tickets that were over, with a call for a new one each', async () => {
    const { length } = gateway.opened;
    gateway.expired = 2;
    gateway.socket?.terminate();
    await until(() => gateway.tickets.length === 2);
    expect(gateway.opened.length - length).to.equal(3);
    gateway.push(event('after'));
    await gateway.ackOf('after');
  });

  it('a ping is answered with its own data, as a text or an object, with a number or without', async () => {
    const headers = { topic: 'ping', messageId: 'p1', contentType: 'application/json', time: '1' };
    gateway.push({ specVersion: '1.0', type: 'SYSTEM', headers, data: '{"opaque":"123-dsfs"}' });
    const pong = await gateway.ackOf('p1');
    expect(pong).to.deep.include({ code: 200, message: 'OK', data: '{"opaque":"123-dsfs"}' });
    gateway.push({
      type: 'SYSTEM',
      headers: { topic: 'ping', messageId: 'p2' },
      data: { opaque: 7 },
    });
    expect(dataOf(await gateway.ackOf('p2'))).to.deep.equal({ opaque: 7 });
    gateway.push({ type: 'SYSTEM', headers: { topic: 'ping' }, data: '{"opaque":"none"}' });
    await until(() => gateway.acks.some(({ data }) => data === '{"opaque":"none"}'));
  });

  it('CONNECTED, REGISTERED, KEEPALIVE and what nobody has heard of are not answered and harm nothing', async () => {
    for (const topic of ['CONNECTED', 'REGISTERED', 'KEEPALIVE', 'somethingNew']) {
      gateway.push({ type: 'SYSTEM', headers: { topic, messageId: topic }, data: '{}' });
    }
    gateway.push({ type: 'NEWS', headers: { topic: 'x', messageId: 'news' }, data: '{}' });
    gateway.push(event('after'));
    await gateway.ackOf('after');
    expect(gateway.acks).to.have.length(1);
    expect(stand.channel.health().state).to.equal('connected');
  });

  it('an event is acknowledged by SUCCESS once it is kept, and by LATER when it was not', async () => {
    stand.host.failEvents = 1;
    gateway.push(event('m1', { eventId: 'e' }));
    const later = await gateway.ackOf('m1');
    expect([later.code, dataOf(later).status]).to.deep.equal([200, 'LATER']);
    gateway.push(event('m2', { eventId: 'e', topic: 'dingTalk' }));
    const kept = await gateway.ackOf('m2');
    expect(kept.headers).to.deep.equal({ contentType: 'application/json', messageId: 'm2' });
    expect([kept.code, dataOf(kept).status]).to.deep.equal([200, 'SUCCESS']);
    expect(stand.host.events.map(({ eventId }) => eventId)).to.deep.equal(['e']);
  });

  it('an event is read as binary, with its time as a number, its data as an object, its fields in any order', async () => {
    const { headers } = event('m1', { time: 1_700_000_000_000, eventBornTime: 1_700_000_000_000 });
    gateway.push({ data: { userId: '016', more: 1 }, headers, type: 'EVENT', more: null }, true);
    await gateway.ackOf('m1');
    expect(stand.host.events).to.deep.equal([
      { type: 'memberJoined', address: '016', eventId: 'e-m1', at: 1_700_000_000_000 },
    ]);
    const { eventCorpId: _corp, eventBornTime: _born, eventId: _id, ...few } = event('m2').headers;
    gateway.push({ type: 'EVENT', headers: few, data: '{"userId":["017"]}' });
    expect(dataOf(await gateway.ackOf('m2')).status).to.equal('SUCCESS');
    expect(stand.host.events[1]).to.include({ address: '017', eventId: 'm2' });
  });

  it('a topic that nobody listens to is answered with 404, a robot’s message with nothing', async () => {
    const callback = (topic: string, messageId: string, data: unknown) =>
      gateway.push({ type: 'CALLBACK', headers: { topic, messageId }, data: JSON.stringify(data) });
    callback('/v1.0/graph/api/invoke', 'g', {});
    expect((await gateway.ackOf('g')).code).to.equal(404);
    const said = { msgId: 'b1', senderStaffId: 'hr01', conversationType: '1', msgtype: 'text' };
    callback('/v1.0/im/bot/messages/get', 'b', { ...said, text: { content: ' 进度 ' } });
    const ack = await gateway.ackOf('b');
    expect([ack.code, dataOf(ack)]).to.deep.equal([200, { response: null }]);
    callback('/v1.0/im/bot/messages/get', 'b2', { msgId: 'b2', msgtype: 'picture', content: {} });
    expect((await gateway.ackOf('b2')).code).to.equal(200);
    expect(stand.host.events).to.have.length(1);
  });

  it('a press is acknowledged with the new card, for everybody and for the one who pressed', async () => {
    const { externalId: outTrackId } = await stand.channel.send(messageTo('mgr01'));
    const params = { action: 'pass', version: 3 };
    const content = JSON.stringify({ cardPrivateData: { actionIds: ['pass'], params } });
    const body = { type: 'actionCallback', outTrackId, userId: 'mgr01', userIdType: 1, content };
    const headers = { topic: '/v1.0/card/instances/callback', messageId: 'c1', time: '1' };
    gateway.push({ specVersion: '1.0', type: 'CALLBACK', headers, data: JSON.stringify(body) });
    const ack = await gateway.ackOf('c1');
    expect(ack.code).to.equal(200);
    const { response, ...rest } = dataOf(ack) as { response: Record<string, unknown> };
    expect(rest).to.deep.equal({});
    expect(Object.keys(response).sort()).to.deep.equal(
      ['cardData', 'cardUpdateOptions', 'userPrivateData'].sort(),
    );
    const maps = [response.cardData, response.userPrivateData] as {
      cardParamMap: Record<string, unknown>;
    }[];
    for (const { cardParamMap } of maps) {
      expect(Object.values(cardParamMap).every((value) => typeof value === 'string')).to.equal(
        true,
      );
    }
    gateway.push({ type: 'CALLBACK', headers: { ...headers, messageId: 'c2' }, data: 'no json' });
    expect((await gateway.ackOf('c2')).code).to.equal(200);
  });

  it('one that is far too large ends that connection and not the next', async () => {
    const { length } = gateway.opened;
    gateway.socket?.send('x'.repeat(5 * 1024 * 1024));
    await until(() => gateway.opened.length > length);
    await until(() => stand.channel.health().state === 'connected');
    gateway.push(event('after'));
    await gateway.ackOf('after');
  });
});
