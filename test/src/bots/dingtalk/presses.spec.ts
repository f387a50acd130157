import { AppError } from '@zhiyu/contracts/errors';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { connectedAt, messageTo, sentCard, standAt, stopAll, toolsOnLoopback } from './stand.js';
import { until } from '../../harness/until.js';

describe('a press on a card in DingTalk', () => {
  const emulator = withEmulator();
  afterEach(stopAll);

  const cardOf = async (outTrackId: string) =>
    (await emulator().state()).cards.find((one) => one.outTrackId === outTrackId);

  it('is answered within 2 s with the new card, and no update is made inside the callback', async () => {
    const stand = await connectedAt(emulator().base);
    const message = messageTo('mgr01');
    const { externalId: outTrackId } = await stand.channel.send(message);
    stand.host.delay = 200;
    const pressing = emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    await until(() => stand.host.presses.length === 1);
    // The server orders the new drawing while the press is being answered.
    const card = { ...message.card, version: 4, state: 'done' as const, buttons: [] };
    const updating = stand.channel.update({ ...message, card });
    const [pressed] = await pressing;
    expect(pressed).to.include({ acked: true, applied: true });
    expect(pressed?.ms).to.be.lessThan(2_000);
    expect((await cardOf(outTrackId))?.params).to.include({ state: 'done', version: '4' });
    await updating;
    const { putsInsideCallback } = await emulator().state();
    expect(putsInsideCallback).to.equal(0);
    expect((await cardOf(outTrackId))?.updated).to.equal(1);
    const shown = await emulator().card(outTrackId, 'mgr01');
    expect(shown.buttons).to.deep.equal([]);
    expect(shown.texts).to.include('已记下您的决定');
  });

  it('is not disturbed by an update that another process of the installation makes', async () => {
    const stand = await connectedAt(emulator().base);
    const worker = standAt(emulator().base, {}, toolsOnLoopback(stand.tools.kept));
    const message = messageTo('hr01');
    const { externalId: outTrackId } = await stand.channel.send(message);
    stand.host.delay = 300;
    const pressing = emulator().press({ user: 'hr01', outTrackId, button: '通过' });
    await until(() => stand.host.presses.length === 1);
    const old = { ...message.card, version: 3, title: '旧' };
    await worker.channel.update({ ...message, card: old });
    expect((await pressing)[0]).to.include({ applied: true });
    expect((await emulator().state()).putsInsideCallback).to.equal(0);
    expect((await cardOf(outTrackId))?.params).to.include({ state: 'done', version: '4' });
  });

  it('names the card, its version and the person', async () => {
    const stand = await connectedAt(emulator().base);
    const message = messageTo('mgr01');
    const { externalId: outTrackId } = await stand.channel.send(message);
    await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    const [press] = stand.host.presses;
    expect(press).to.include({
      ...{ cardId: message.card.id, deliveryId: message.deliveryId, action: 'pass' },
      ...{ value: null, text: null, address: 'mgr01', seenVersion: 3 },
    });
    expect(press?.eventId.length).to.be.within(10, 128);
  });

  it('that takes longer is confirmed in time and shown by an update afterwards', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.delay = 1_900;
    const [pressed] = await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    expect(pressed).to.include({ acked: true, applied: true });
    expect((await emulator().card(outTrackId, 'mgr01')).texts.join()).to.include('正在处理');
    await until(async () => (await cardOf(outTrackId))?.params.state === 'done');
    expect((await emulator().card(outTrackId, 'mgr01')).texts).to.include('已记下您的决定');
    expect((await emulator().state()).putsInsideCallback).to.equal(0);
  });

  it('whose answer is lost with its socket is shown by an update', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.delay = 300;
    const pressing = emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    await until(() => stand.host.presses.length === 1);
    await emulator().post('sockets', { do: 'kill' });
    await until(async () => (await cardOf(outTrackId))?.params.state === 'done');
    expect(stand.host.decisions).to.equal(1);
    expect((await emulator().state()).putsInsideCallback).to.equal(0);
    expect((await pressing)[0]).to.include({ acked: false });
  });

  it('that comes twice, and two people who press at once, make one decision, and the second sees it', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'cidGroup1');
    stand.host.delay = 50;
    const press = (user: string) =>
      emulator().press({ user, outTrackId, button: '通过', times: 2 });
    const [first, second] = await Promise.all([press('mgr01'), press('hr01')]);
    expect([...first, ...second].every(({ acked }) => acked)).to.equal(true);
    expect(stand.host.decisions).to.equal(1);
    expect(new Set(stand.host.presses.map(({ eventId }) => eventId)).size).to.equal(2);
    const texts = await Promise.all(
      ['mgr01', 'hr01'].map(async (user) => (await emulator().card(outTrackId, user)).texts.join()),
    );
    expect(texts.filter((text) => text.includes('已记下您的决定')).length).to.equal(1);
    expect(texts.filter((text) => text.includes('已由 ')).length).to.equal(1);
  });

  it('of somebody without the right is refused to him alone and logged without his name', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.fault = new AppError('notAllowed');
    const before = (await cardOf(outTrackId))?.params;
    const [pressed] = await emulator().press({
      user: 'emp01',
      outTrackId,
      params: { action: 'pass' },
    });
    expect(pressed?.answer).to.not.have.property('cardData');
    expect((await cardOf(outTrackId))?.params).to.deep.equal(before);
    expect((await emulator().card(outTrackId, 'emp01')).texts.join()).to.include('没有生效');
    expect((await emulator().card(outTrackId, 'mgr01')).texts.join()).to.not.include('没有生效');
    expect(stand.tools.logged.filter((line) => line.includes('press refused')).join())
      .to.include('notAllowed')
      .and.not.include('emp01');
  });

  it('tells the person the sentence that the server gave', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    stand.host.fault = new Error('请先看完报告');
    await emulator().press({ user: 'mgr01', outTrackId, button: '通过' });
    expect((await emulator().card(outTrackId, 'mgr01')).texts).to.include('请先看完报告');
  });

  it('from another company never reaches the server', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    const order = { user: 'mgr01', outTrackId, corpId: 'dingother', params: { action: 'pass' } };
    const [pressed] = await emulator().press(order);
    expect(pressed).to.include({ acked: true });
    expect(stand.host.presses).to.deep.equal([]);
  });

  it('that needs a reason opens a form for the one who pressed, and the form is the press', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    await emulator().press({ user: 'mgr01', outTrackId, button: '不通过' });
    expect(stand.host.presses).to.deep.equal([]);
    const shown = await emulator().card(outTrackId, 'mgr01');
    expect(shown.form?.fields).to.be.an('array').with.length(2);
    expect((await emulator().card(outTrackId, 'hr01')).form).to.equal(null);
    const form = { value: 'teamNeed', text: '先补人' };
    const [pressed] = await emulator().press({ user: 'mgr01', outTrackId, form });
    expect(pressed).to.include({ applied: true });
    expect(stand.host.presses[0]).to.include({
      action: 'reject',
      value: 'teamNeed',
      text: '先补人',
    });
    expect((await emulator().card(outTrackId, 'mgr01')).form).to.equal(null);
  });

  it('with its reason in the parameters of another template needs no form', async () => {
    const stand = await connectedAt(emulator().base);
    const outTrackId = await sentCard(stand, 'mgr01');
    const params = { reason: { index: 0, value: 'strongEvidence' }, note: '好' };
    await emulator().press({ user: 'mgr01', outTrackId, actionIds: ['reject'], params });
    expect(stand.host.presses[0]).to.include({
      action: 'reject',
      value: 'strongEvidence',
      text: '好',
    });
  });

  it('on a card that nobody knows any more says so and ends there', async () => {
    const stand = await connectedAt(emulator().base);
    const params = { action: 'pass' };
    const [pressed] = await emulator().press({ user: 'mgr01', outTrackId: 'unknown', params });
    expect(pressed).to.include({ acked: true });
    expect(JSON.stringify(pressed?.answer)).to.include('已经失效');
    expect(stand.host.presses).to.deep.equal([]);
  });
});
