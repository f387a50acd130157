import type { ChannelEvent } from '@zhiyu/bots/channel';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { connectedAt, type Stand, stopAll, toolsOnLoopback } from './stand.js';
import { until } from '../../harness/until.js';

const short = ({ type, ...rest }: ChannelEvent) => [type, 'address' in rest ? rest.address : null];

describe('an event of DingTalk', () => {
  const emulator = withEmulator();
  afterEach(stopAll);
  before(() => emulator().post('settings', { redeliverAfter: 150 }));

  const send = (body: object) => emulator().post<{ eventId: string }>('event', body);
  const confirmed = async (eventId: string) =>
    (await emulator().state()).events[eventId]?.confirmed === true;

  it('about people says who joined, left or changed, one by one, and whose record changed', async () => {
    const { host } = await connectedAt(emulator().base);
    const timeStamp = '1685501863357';
    const userId = ['015', '016'];
    await send({
      eventType: 'user_add_org',
      data: { timeStamp, userId },
      bornTime: 1_700_000_000_000,
    });
    await send({ eventType: 'user_leave_org', data: { timeStamp, userId: ['017'] } });
    await send({ eventType: 'user_modify_org', data: { timeStamp, UserId: ['018'] } });
    const data = { actionType: 'userInfoChange', staffId: '1599' };
    await send({ eventType: 'hrm_user_record_change', data });
    expect(host.events.map(short)).to.deep.equal([
      ...[
        ['memberJoined', '015'],
        ['memberJoined', '016'],
        ['memberLeft', '017'],
      ],
      ...[
        ['memberChanged', '018'],
        ['employmentChanged', '1599'],
      ],
    ]);
    expect(host.events[0]?.at).to.equal(1_700_000_000_000);
    expect(new Set(host.events.map(({ eventId }) => eventId)).size).to.equal(5);
  });

  it('about approvals says where the form or one task of it stands', async () => {
    const { host } = await connectedAt(emulator().base);
    const of = { processInstanceId: 'p1', processCode: 'PROC-1', staffId: 'mgr01' };
    const tell = (eventType: string, more: object) => send({ eventType, data: { ...of, ...more } });
    await tell('bpms_instance_change', { type: 'start' });
    await tell('bpms_task_change', { type: 'start' });
    await tell('bpms_task_change', { type: 'finish', result: 'redirect' });
    await tell('bpms_task_change', { type: 'comment', remark: '好' });
    await tell('bpms_task_change', { type: 'cancel' });
    await tell('bpms_instance_change', { type: 'finish', result: 'refuse' });
    const told = host.events.map((one) =>
      'state' in one ? [one.type, one.state, one.address] : [],
    );
    expect(told).to.deep.equal([
      ['approvalChanged', 'started', null],
      ['approvalTaskChanged', 'started', 'mgr01'],
      ['approvalTaskChanged', 'redirected', 'mgr01'],
      ['approvalTaskChanged', 'terminated', 'mgr01'],
      ['approvalChanged', 'refused', null],
    ]);
  });

  it('that is delivered again, at once or later, is kept once', async () => {
    const { host } = await connectedAt(emulator().base);
    const data = { userId: ['021'] };
    const { eventId } = await send({
      eventType: 'user_add_org',
      data,
      eventId: 'same-1',
      times: 3,
    });
    await until(() => confirmed(eventId));
    await send({ eventType: 'user_add_org', data, eventId });
    expect(host.events.length).to.equal(1);
  });

  it('that reaches two processes of one installation is kept once', async () => {
    const kept = new Map<string, string>();
    const both = await Promise.all([
      connectedAt(emulator().base, {}, toolsOnLoopback(kept)),
      connectedAt(emulator().base, {}, toolsOnLoopback(kept)),
    ]);
    const order = { eventType: 'user_add_org', data: { userId: ['023'] }, times: 6 };
    const { eventId } = await send(order);
    await until(() => confirmed(eventId));
    expect(both.flatMap(({ host }) => host.events).length).to.equal(1);
  });

  it('that the server could not keep is asked for again until it is kept', async () => {
    const { host } = await connectedAt(emulator().base);
    host.failEvents = 2;
    const { eventId } = await send({ eventType: 'user_add_org', data: { userId: ['022'] } });
    expect(await confirmed(eventId)).to.equal(false);
    await until(() => confirmed(eventId));
    expect(host.events.map(short)).to.deep.equal([['memberJoined', '022']]);
    expect((await emulator().state()).events[eventId]?.deliveries).to.equal(3);
  });

  it('of an approval that comes after its end does not begin it again', async () => {
    const { host } = await connectedAt(emulator().base);
    const eventType = 'bpms_instance_change';
    const of = { processInstanceId: 'p2', processCode: 'PROC-1' };
    await send({ eventType, data: { ...of, type: 'finish', result: 'agree' }, bornTime: 2_000 });
    const { eventId } = await send({ eventType, data: { ...of, type: 'start' }, bornTime: 1_000 });
    expect(await confirmed(eventId)).to.equal(true);
    expect(host.events.map((one) => 'state' in one && one.state)).to.deep.equal(['agreed']);
  });

  it('of another company, or of a kind that means nothing here, is confirmed and goes no further', async () => {
    const { host } = await connectedAt(emulator().base);
    const other = await send({
      eventType: 'user_add_org',
      data: { userId: ['9'] },
      corpId: 'other',
    });
    const chat = await send({ eventType: 'chat_update_title', data: { title: 'x' } });
    expect(await confirmed(other.eventId)).to.equal(true);
    expect(await confirmed(chat.eventId)).to.equal(true);
    expect(host.events).to.deep.equal([]);
  });

  it('of somebody who talks to the robot says what he said, alone or in a group', async () => {
    const { host } = await connectedAt(emulator().base);
    await emulator().post('say', { user: 'mgr01', text: '进度' });
    await emulator().post('say', { user: 'hr01', text: '在吗', group: 'cid1' });
    expect(
      host.events.map((one) => ('text' in one ? [one.address, one.text, one.audience] : [])),
    ).to.deep.equal([
      ['mgr01', '进度', 'person'],
      ['hr01', '在吗', 'group'],
    ]);
  });

  it('and each push counts to the month', async () => {
    const stand: Stand = await connectedAt(emulator().base);
    const used = () => stand.channel.health().quotas[0]?.used ?? 0;
    const before = used();
    await send({ eventType: 'user_add_org', data: { userId: ['031'] } });
    expect(used()).to.equal(before + 1);
  });
});
