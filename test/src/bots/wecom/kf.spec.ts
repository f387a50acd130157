import { expect } from 'chai';
import { DeliveryRefused } from '@zhiyu/bots/channel';
import { KfScene } from '@zhiyu/bots/wecom/kf.scene';
import { aCard, errorOf } from '../channel-stand.js';
import {
  CallbackServer,
  decided,
  EmulatedWeCom,
  type Json,
  messageTo,
  orders,
  type Stand,
  standOf,
} from './stand.js';
import { until } from '../../harness/until.js';

const emulated = new EmulatedWeCom();
const door = new CallbackServer();
let stand: Stand;
let address: string;

const subject = '01HZZZZZZZZZZZZZZZZZZZZZZA';
const who = 'wmCandidate01';
const candidate = (kind: 'invitation' | 'notice' | 'result' | 'thanks', deliveryId: string) =>
  messageTo(who, {
    deliveryId,
    recipient: { kind: 'candidate', id: subject, address: who },
    card: aCard({ kind }),
  });
const kf = () => stand.wecom.kf!;
const chat = async () => (await emulated.state()).customers[who]!.chat;
const says = (text: string, more: Json = {}) =>
  emulated.order('kf-say', { user: who, text, ...more });
const heard = (count: number) => until(() => stand.host.events.length >= count);
const later = async (ms: number) => {
  stand.tools.clock.now += ms;
  await emulated.order('clock', { advanceMs: ms });
};

describe('candidates by 微信客服', () => {
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
    await emulated.order('setup', { app: { callbackUrl: address, verified: true }, retryMs: 20 });
    stand = standOf(emulated.settings());
    door.channel = stand.wecom.app;
    await stand.wecom.app!.listen(stand.host);
    await kf().listen(stand.host);
  });
  afterEach(async () => {
    await kf().stop();
    await stand.wecom.app!.stop();
  });

  it('15: binds the person by the signed link and welcomes him within 20 seconds, once', async () => {
    const url = await kf().linkFor(subject);
    expect(Buffer.byteLength(new URL(url).searchParams.get('scene_param')!)).to.be.at.most(128);
    await emulated.order('kf-enter', { user: who, url });
    await heard(1);
    expect(stand.host.events[0]).to.include({
      type: 'outsiderEntered',
      address: who,
      scene: subject,
    });
    const [menu] = await chat();
    const list = (menu!.body.msgmenu as { list: Json[] }).list;
    expect(list.map(({ type }) => type)).to.deep.equal(['click', 'view']);
    await emulated.order('kf-enter', { user: who, url });
    await heard(2);
    expect(await chat()).to.have.length(1);
  });

  it('15b: a forged link, or one handed on, binds nobody', async () => {
    const url = await kf().linkFor(subject);
    const other = new KfScene('a key of another installation').sign(subject);
    const forged = url.replace(/scene_param=.*/, `scene_param=${encodeURIComponent(other)}`);
    await emulated.order('kf-enter', { user: 'wmCandidate02', url: forged });
    await emulated.order('kf-enter', { user: who, url });
    await emulated.order('kf-enter', { user: 'wmCandidate02', url });
    await heard(3);
    const scenes = stand.host.events.map((event) =>
      event.type === 'outsiderEntered' ? event.scene : '',
    );
    expect(scenes).to.deep.equal([null, subject, null]);
    expect(new KfScene(orders.sceneKey).read('')).to.equal(null);
  });

  it('15c: says nothing before the candidate wrote, then at most five messages, the last ones kept for result and feedback', async () => {
    expect(await errorOf(kf().send(candidate('invitation', 'd0')))).to.be.instanceOf(
      DeliveryRefused,
    );
    await says('接受面试邀请', { menuId: 'accept' });
    await heard(1);
    expect(stand.host.events[0]).to.include({ type: 'said', text: '接受面试邀请', address: who });
    for (const [kind, id] of [
      ['invitation', 'd1'],
      ['notice', 'd2'],
      ['notice', 'd3'],
    ] as const) {
      await kf().send(candidate(kind, id));
    }
    const fourth = await errorOf(kf().send(candidate('notice', 'd4')));
    expect(fourth).to.be.instanceOf(DeliveryRefused);
    expect(fourth.message).to.contain('留给结果');
    await kf().send(candidate('result', 'd5'));
    await kf().send(candidate('thanks', 'd6'));
    await kf().send(candidate('thanks', 'd6'));
    expect(await kf().window.left(who)).to.equal(0);
    expect((await errorOf(kf().send(candidate('thanks', 'd7')))).message).to.contain('5 条');
    expect((await emulated.state()).customers[who]!.sentSince).to.equal(5);
  });

  it('15d: a message of his opens five more, and 48 hours close them', async () => {
    await says('在');
    await heard(1);
    await kf().send(candidate('invitation', 'd1'));
    await later(60_000);
    await says('还在');
    await heard(2);
    expect(await kf().window.left(who)).to.equal(5);
    await later(48 * 3_600_000);
    const error = await errorOf(kf().send(candidate('thanks', 'd2')));
    expect(error).to.be.instanceOf(DeliveryRefused);
    const { calls } = await emulated.state();
    expect(calls.filter(({ path }) => path.endsWith('kf/send_msg'))).to.have.length(1);
  });

  it('15i: two messages of his in one second open five each', async () => {
    const { window } = kf();
    const at = stand.tools.now();
    await window.open(who, at, 'm1');
    await window.take(who, 'd1', 'thanks');
    await window.open(who, at, 'm1');
    expect(await window.left(who)).to.equal(4);
    await window.open(who, at, 'm2');
    expect(await window.left(who)).to.equal(5);
    await window.open(who, at - 1_000, 'm0');
    await window.take(who, 'd2', 'thanks');
    expect(await window.left(who)).to.equal(4);
  });

  it('15e: takes the next way on 95001 and 95018, and remembers them until he writes again', async () => {
    await says('在');
    await heard(1);
    for (const errcode of [95_001, 95_018]) {
      await emulated.order('fault', { path: '/cgi-bin/kf/send_msg', kind: 'errcode', errcode });
      const error = await errorOf(kf().send(candidate('thanks', `d${errcode}`)));
      expect(error).to.be.instanceOf(DeliveryRefused);
      expect(await kf().window.left(who)).to.equal(0);
      await later(60_000);
      await says('还在');
      await until(async () => (await kf().window.left(who)) === 5);
    }
  });

  it('15f: a tap on a card is a press, answered in the conversation, once for each message', async () => {
    stand.host.answer = () => Promise.resolve({ ...decided(), message: '已接受，明天见' });
    await says('通过：证据充分', { menuId: `zy.3.${subject}.pass.strong` });
    await until(() => stand.host.presses.length > 0);
    await until(async () => (await chat()).length === 2);
    expect(stand.host.presses[0]).to.include({ action: 'pass', value: 'strong', address: who });
    expect(JSON.stringify((await chat())[1])).to.contain('已接受，明天见');
  });

  it('15g: what did not arrive after all comes back by its message id', async () => {
    await says('在');
    await heard(1);
    const { externalId } = await kf().send(candidate('result', 'd1'));
    await emulated.order('kf-fail', { msgid: externalId, type: 4 });
    await heard(2);
    expect(stand.host.events[1]).to.include({ type: 'notDelivered', externalId });
  });

  it('15h: is silent once an employee took the conversation over, also when the candidate writes again', async () => {
    await says('我想和真人说');
    await heard(1);
    await emulated.order('kf-take-over', { user: who });
    await says('在吗');
    await heard(2);
    const error = await errorOf(kf().send(candidate('result', 'd1')));
    expect(error).to.be.instanceOf(DeliveryRefused);
    const { customers } = await emulated.state();
    expect([customers[who]!.state, customers[who]!.sentSince]).to.deep.equal([3, 0]);
  });

  it('16: reads page by page to the end, goes on after a restart where it stopped, and takes nothing twice', async () => {
    await emulated.order('setup', { kfPage: 2 });
    for (let n = 0; n < 5; n++) {
      await says(`第${n}句`, { quiet: true });
    }
    await says('第5句');
    await heard(6);
    await kf().stop();
    const before = (await emulated.state()).calls.filter(({ path }) =>
      path.endsWith('sync_msg'),
    ).length;
    await says('第6句', { quiet: true });
    const next = standOf(emulated.settings(), stand.tools);
    await next.wecom.kf!.listen(next.host);
    await until(() => next.host.events.length === 1);
    await next.wecom.kf!.stop();
    expect(next.host.events[0]).to.include({ text: '第6句' });
    const calls = (await emulated.state()).calls.filter(({ path }) => path.endsWith('sync_msg'));
    expect(calls[before]!.body.cursor).to.equal('c6');
    // The cursor is lost: everything is read again, and nothing is taken twice.
    await stand.tools.store.delete(`wecomkf:cursor:${emulated.at.kfId}`);
    const third = standOf(emulated.settings(), stand.tools);
    await third.wecom.kf!.listen(third.host);
    await third.wecom.kf!.stop();
    expect(third.host.events).to.deep.equal([]);
  });

  it('16b: a notice that comes three times is one reading of what is new, and an old token is left out', async () => {
    await says('一', { quiet: true });
    const { kfId } = emulated.at;
    kf().notice(kfId, 'a token nobody knows');
    kf().notice(kfId, 'a token nobody knows');
    kf().notice('wkAnotherAccount', '');
    await heard(1);
    await kf().stop();
    expect(stand.host.events).to.have.length(1);
  });

  it('16c: an event the server could not keep is read again', async () => {
    let tries = 0;
    const kept = stand.host.event.bind(stand.host);
    stand.host.event = (event) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('full')) : kept(event);
    };
    await says('一');
    await until(() => tries === 1);
    kf().notice(emulated.at.kfId, '');
    await heard(1);
    expect(tries).to.equal(2);
  });
});
