import { expect } from 'chai';
import type { CallbackRequest } from '@zhiyu/bots/channel';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { WeComChannel } from '@zhiyu/bots/wecom/wecom.channel';
import { sealWords } from '@zhiyu/bots/wecom/wecom.verify';
import { aCard } from '../channel-stand.js';
import {
  CallbackServer,
  decided,
  EmulatedWeCom,
  type Json,
  messageTo,
  type Stand,
  standOf,
} from './stand.js';
import { until } from '../../harness/until.js';
import { keys, vectors } from './vectors.js';

interface Pressed {
  attempts: { status: number; ms: number }[];
  reply: string;
  shown: { greyed: string; body: Json };
}

const emulated = new EmulatedWeCom();
const door = new CallbackServer();
let stand: Stand;
let address: string;

const taskOf = (delivery: string) => `zy@${delivery}`;
const keyOf = (action: string, version = 3) => `zy.${version}.01HZZZZZZZZZZZZZZZZZZZZZZC.${action}`;
const first = '01HZZZZZZZZZZZZZZZZZZZZZZD';
const second = '01HZZZZZZZZZZZZZZZZZZZZZZE';

async function sendBoth(): Promise<void> {
  await stand.wecom.app!.send(messageTo('hejing'));
  await stand.wecom.app!.send(messageTo('u1', { deliveryId: second }));
}

const press = (of: Json) =>
  emulated.order<Pressed>('press', {
    ...{ user: 'hejing', taskId: taskOf(first), key: keyOf('pass'), selected: { why: ['strong'] } },
    ...of,
  });

const got = (query: Record<string, string>, body = ''): CallbackRequest => ({
  ...{ method: body === '' ? 'GET' : 'POST', query, headers: {}, body },
});

function vectorRequest(
  name: 'press' | 'fullPad',
  encrypt = vectors[name].encrypt,
): CallbackRequest {
  const { timestamp, nonce, signature } = vectors[name];
  const body = `<xml><ToUserName><![CDATA[${keys.corpId}]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
  return got({ msg_signature: signature, timestamp, nonce }, body);
}

describe('WeCom’s callback', () => {
  before(async () => {
    await emulated.start();
    address = await door.start();
  });
  after(() => {
    door.stop();
    emulated.stop();
  });
  beforeEach(async () => {
    await emulated.order('reset');
    stand = standOf(emulated.settings());
    door.channel = stand.wecom.app;
    await stand.wecom.app!.listen(stand.host);
    await emulated.order('setup', { app: { callbackUrl: address, verified: true }, retryMs: 20 });
  });
  afterEach(() => stand.wecom.app!.stop());

  it('1: answers the verification with the decrypted words, exactly and within a second', async () => {
    const { timestamp, nonce, signature, encrypt, plaintext } = vectors.echostr;
    const query = { msg_signature: signature, timestamp, nonce, echostr: encrypt };
    const answer = await stand.wecom.app!.callback(got(query));
    expect([answer.status, answer.body]).to.deep.equal([200, plaintext]);
    const saved = await emulated.order<{ verified: boolean; ms: number }>('setup', {
      verify: true,
    });
    expect(saved.verified).to.equal(true);
    expect(saved.ms).to.be.below(1_000);
  });

  it('2: refuses a wrong signature, receiver and padding with 4xx and does nothing', async () => {
    await sendBoth();
    for (const tampering of ['signature', 'receiver', 'padding', 'xml']) {
      const { attempts } = await press({ tampering });
      expect(
        attempts.map(({ status }) => status),
        tampering,
      ).to.deep.equal([403, 403, 403, 403]);
    }
    const flipped = vectors.press.encrypt.replace('Q3st', 'R3st');
    expect((await stand.wecom.app!.callback(vectorRequest('press', flipped))).status).to.equal(403);
    expect(stand.host.presses).to.deep.equal([]);
    expect(stand.tools.logged.some((line) => line.includes('hrtoken2026'))).to.equal(false);
  });

  it('3: takes Chinese words and a pad of a whole block', async () => {
    const xml = `<xml><ToUserName>c</ToUserName><FromUserName><![CDATA[hejing]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content><![CDATA[我想改期，谢谢😀]]></Content><MsgId>1</MsgId></xml>`;
    await emulated.order('callback', { xml });
    expect(stand.host.events).to.have.length(1);
    expect(stand.host.events[0]).to.include({ type: 'said', text: '我想改期，谢谢😀' });
    // 26 letters and a whole block of padding: it opens, and is then no XML.
    expect((await stand.wecom.app!.callback(vectorRequest('fullPad'))).status).to.equal(403);
    expect((await stand.wecom.app!.callback(vectorRequest('press'))).status).to.equal(200);
  });

  it('4: answers within five seconds while the decision takes longer, and has one effect for four deliveries', async () => {
    await sendBoth();
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    stand.host.answer = async () => {
      await slow;
      return decided();
    };
    const pressing = press({ again: 1 });
    setTimeout(release, 4_300);
    const { attempts } = await pressing;
    expect(attempts.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(Math.max(...attempts.map(({ ms }) => ms))).to.be.below(5_000);
    await stand.wecom.app!.stop();
    expect(stand.host.effects).to.equal(1);
    const { shown } = await emulated.state();
    expect(shown.find(({ user }) => user === 'hejing')?.greyed).to.equal('何敬选了待定');
  });

  it('4b: has one effect and the same answer for three redeliveries with new signatures', async () => {
    await sendBoth();
    const { attempts, shown } = await press({ again: 3 });
    expect(attempts.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
    expect(stand.host.effects).to.equal(1);
    expect(new Set(stand.host.presses.map(({ eventId }) => eventId)).size).to.equal(1);
    expect(stand.host.presses[0]!.eventId.length).to.be.at.most(128);
    expect(shown.greyed).to.equal('何敬选了待定');
  });

  it('4c: asks for a redelivery when the server could not keep the press, and finishes one that a crash cut off', async () => {
    await sendBoth();
    let tries = 0;
    stand.host.answer = () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new TypeError('the database is away'))
        : Promise.resolve(decided());
    };
    const { attempts } = await press({});
    expect(attempts.map(({ status }) => status)).to.deep.equal([503, 200]);

    const { tools } = stand;
    const api = new WeComApi(emulated.settings().app!, tools);
    const none = { image: null, kf: null, external: null };
    const impatient = new WeComChannel({ tools, api, keys, ...none, waitMs: 100 });
    door.channel = impatient;
    await impatient.listen(stand.host);
    const never = new Promise<never>(() => undefined);
    stand.host.answer = () => never;
    const late = await press({ user: 'u1', taskId: taskOf(second) });
    expect(late.attempts.map(({ status }) => status)).to.deep.equal([200]);
    const next = standOf(emulated.settings(), stand.tools);
    await next.wecom.app!.listen(next.host);
    await next.wecom.app!.stop();
    expect(next.host.effects).to.equal(1);
    const { shown } = await emulated.state();
    expect(shown.find(({ user }) => user === 'u1')?.greyed).to.equal('何敬选了待定');
  });

  it('5: greys the presser’s card by the answer and the others’ by their response codes', async () => {
    await sendBoth();
    const { shown, reply } = await press({});
    expect(reply).to.contain('<MsgType><![CDATA[update_template_card]]></MsgType>');
    expect(shown.greyed).to.equal('何敬选了待定');
    expect(stand.host.presses[0]).to.include({
      ...{ action: 'pass', value: 'strong', address: 'hejing', deliveryId: first, seenVersion: 3 },
    });
    await stand.wecom.app!.stop();
    const changed = decided().card;
    await stand.wecom.app!.update(messageTo('u1', { deliveryId: second, card: changed }));
    await stand.wecom.app!.update(messageTo('hejing', { card: changed }));
    const state = await emulated.state();
    expect(state.shown.map(({ user, greyed }) => [user, greyed])).to.deep.equal([
      ['hejing', '何敬选了待定'],
      ['u1', '何敬选了待定'],
    ]);
    const updates = state.calls.filter(({ path }) => path.endsWith('update_template_card'));
    expect(updates.map(({ body }) => body.userids)).to.deep.equal([['u1']]);
  });

  it('6: a second press, a second approver and a used code change nothing and break nothing', async () => {
    await sendBoth();
    await press({});
    stand.host.answer = () => Promise.resolve(decided(false));
    const other = await press({ user: 'u1', taskId: taskOf(second), key: keyOf('hold') });
    expect(JSON.stringify(other.shown.body)).to.contain('没有生效');
    const again = await press({ force: true });
    expect([...other.attempts, ...again.attempts].map(({ status }) => status)).to.deep.equal([
      200, 200,
    ]);
    expect(stand.host.effects).to.equal(1);
    await stand.wecom.app!.stop();
    const newer = (version: number) => aCard({ version, state: 'done', buttons: [] });
    for (const version of [5, 6, 7]) {
      await stand.wecom.app!.update(messageTo('u1', { deliveryId: second, card: newer(version) }));
    }
    const { calls } = await emulated.state();
    expect(calls.filter(({ path }) => path.endsWith('update_template_card'))).to.have.length(1);
    // WeCom knows the code no more: no error, and no second try.
    await emulated.order('reset');
    await stand.wecom.app!.update(messageTo('u1', { deliveryId: second, card: newer(8) }));
  });

  it('6b: presses of one person in one second are events of their own, also on the same button', async () => {
    await sendBoth();
    const at = Math.floor(Date.now() / 1000);
    await press({ at, key: keyOf('pass') });
    await press({ at, key: keyOf('hold'), force: true });
    await press({ at, key: keyOf('pass'), force: true });
    expect(new Set(stand.host.presses.map(({ eventId }) => eventId)).size).to.equal(3);
  });

  it('6c: a press that is refused is told to the person in a message of its own, once', async () => {
    await sendBoth();
    stand.host.answer = () => Promise.reject(new Error('请先选一个原因'));
    const { attempts, reply } = await press({ again: 2, selected: { why: ['-'] } });
    expect(attempts.every(({ status }) => status === 200) && reply === '').to.equal(true);
    expect(stand.host.presses[0]!.value).to.equal(null);
    await stand.wecom.app!.stop();
    const { shown } = await emulated.state();
    const told = shown.filter(({ msgtype }) => msgtype === 'text');
    expect(told.map(({ user, body }) => [user, body.content])).to.deep.equal([
      ['hejing', '请先选一个原因'],
    ]);
  });

  it('7: reads the choices of vote and multiple cards, one and several', async () => {
    const options = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ value: `r${n}`, label: `原因${n}` }));
    const ask = (count: number) => ({ label: '为什么', options: options(count), freeText: false });
    const bare = { blocks: [], footnote: '', figure: null };
    const plain = { style: 'plain' as const };
    const vote = aCard({
      ...bare,
      buttons: [{ action: 'pick', label: '提交', ...plain, ask: ask(12) }],
    });
    const buttons = ['pass', 'reject'].map((action) => ({
      action,
      label: action,
      ...plain,
      ask: ask(15),
    }));
    const lists = aCard({ ...bare, buttons });
    await stand.wecom.app!.send(messageTo('hejing', { card: vote }));
    await stand.wecom.app!.send(messageTo('u1', { deliveryId: second, card: lists }));
    const { shown } = await emulated.state();
    expect(shown.map(({ body }) => body.card_type)).to.deep.equal([
      'vote_interaction',
      'multiple_interaction',
    ]);
    await press({ key: keyOf('pick'), selected: { why: ['r11'] } });
    const selected = { act: ['reject'], why1: ['-'], why2: ['r12'] };
    await press({ user: 'u1', taskId: taskOf(second), key: keyOf('*'), selected });
    expect(stand.host.presses.map(({ action, value }) => [action, value])).to.deep.equal([
      ['pick', 'r11'],
      ['reject', 'r12'],
    ]);
    stand.host.spoken = 'en';
    await press({
      user: 'u1',
      taskId: taskOf(second),
      key: keyOf('*'),
      force: true,
      selected: { act: ['-'], why1: ['r1', 'r2'], why2: ['-'] },
    });
    expect(stand.host.presses).to.have.length(2);
    await stand.wecom.app!.stop();
    const told = (await emulated.state()).shown.at(-1);
    expect(told?.body.content, 'in the card’s language').to.match(/^Choose on the card first/);
  });

  it('is not confused by an event it does not know, or a card that is not its own', async () => {
    const words =
      '<xml><FromUserName>a</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>enter_agent</Event></xml>';
    const stamp = { timestamp: '1', nonce: '2' };
    const { encrypted, signature } = sealWords(keys, words, stamp);
    const query = { ...stamp, msg_signature: signature };
    const answer = await stand.wecom.app!.callback(
      got(query, `<xml><Encrypt>${encrypted}</Encrypt></xml>`),
    );
    expect([answer.status, answer.body]).to.deep.equal([200, '']);
    expect((await stand.wecom.app!.callback({ ...got({}), method: 'PUT' })).status).to.equal(405);
    await until(() => stand.host.events.length === 0);
  });
});
