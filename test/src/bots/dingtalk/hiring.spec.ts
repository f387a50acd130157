import { DingTalkApprovals } from '@zhiyu/bots/dingtalk/dingtalk.approvals';
import type { DingTalkError } from '@zhiyu/bots/dingtalk/dingtalk.errors';
import { DingTalkHiring } from '@zhiyu/bots/dingtalk/dingtalk.hiring';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { connectedAt, standAt, stopAll } from './stand.js';
import { until } from '../../harness/until.js';

describe('an approval form of DingTalk', () => {
  const emulator = withEmulator();
  afterEach(stopAll);

  const form = {
    ...{ processCode: 'PROC-hire', originatorAddress: 'hr01', departmentId: 3 },
    fields: [
      { name: '候选人', value: '陈雨桐' },
      { name: '岗位', value: '门店店长' },
    ],
    approverAddresses: ['mgr01'],
  };
  const act = (id: string, what: string, silent = false) =>
    emulator().post('form', { id, act: what, silent });

  for (const [what, state] of [
    ['agree', 'agreed'],
    ['refuse', 'refused'],
    ['terminate', 'terminated'],
  ] as const) {
    it(`is begun with its fields, and its events tell that it was ${state}`, async () => {
      const { api, host } = await connectedAt(emulator().base);
      const approvals = new DingTalkApprovals(api);
      const instanceId = await approvals.start(form);
      const { forms } = (await emulator().state()) as unknown as {
        forms: { id: string; fields: unknown }[];
      };
      expect(forms.find(({ id }) => id === instanceId)?.fields).to.deep.equal(form.fields);
      await until(() => host.events.length === 2);
      expect(await approvals.state(instanceId)).to.equal('started');
      await act(instanceId, what);
      const last = host.events.at(-1);
      expect(last).to.include({
        type: 'approvalChanged',
        instanceId,
        state,
        processCode: 'PROC-hire',
      });
      expect(await approvals.state(instanceId)).to.equal(state);
    });
  }

  it('whose event was missed is found by asking, and one that was not missed is not told twice', async () => {
    const { api, channel, host } = await connectedAt(emulator().base);
    const approvals = new DingTalkApprovals(api);
    const from = Date.now() - 1_000;
    const own = { ...form, processCode: 'PROC-repair' };
    const [missed, told] = [await approvals.start(own), await approvals.start(own)];
    await act(missed, 'agree', true);
    await act(told, 'refuse');
    const repair = async () =>
      channel.repair(await approvals.ended('PROC-repair', from, Date.now()));
    await repair();
    await repair();
    const ends = host.events.flatMap((one) =>
      one.type === 'approvalChanged' && one.state !== 'started'
        ? [[one.instanceId, one.state]]
        : [],
    );
    expect(ends).to.have.deep.members([
      [told, 'refused'],
      [missed, 'agreed'],
    ]);
  });
});

describe('a pre-entry in DingTalk', () => {
  const emulator = withEmulator();
  const entry = {
    ...{ key: 'hire-1', name: '陈雨桐', mobile: '13900000001', entryAt: 1_800_000_000_000 },
    tellThePerson: false,
  };

  it('is made once however often it is asked, and DingTalk messages nobody unless told to', async () => {
    const { api, tools } = standAt(emulator().base);
    const hiring = new DingTalkHiring(api, tools.store);
    const first = await hiring.addPreEntry(entry);
    expect(await hiring.addPreEntry(entry)).to.equal(first);
    const { preEntries } = await emulator().state();
    expect(preEntries).to.deep.equal([
      {
        ...{ name: '陈雨桐', mobile: '13900000001', preEntryTime: 1_800_000_000_000 },
        ...{ needSendPreEntryMsg: false, agentId: 300_200_100 },
      },
    ]);
  });

  it('that DingTalk refused can be made again, one whose outcome is unknown cannot', async () => {
    const { api, tools } = standAt(emulator().base);
    const hiring = new DingTalkHiring(api, tools.store);
    const again = { ...entry, key: 'hire-2' };
    const reason = (promise: Promise<unknown>) =>
      promise.then(
        () => '',
        (error: unknown) => (error as DingTalkError).reason,
      );
    expect(await reason(hiring.addPreEntry({ ...again, mobile: 'x' }))).to.equal('refused');
    expect(await hiring.addPreEntry(again)).to.match(/^tmp-/);
    await emulator().post('fault', { path: '/v1.0/hrm', times: 1, loseAnswer: true });
    const lost = { ...entry, key: 'hire-3' };
    expect(await reason(hiring.addPreEntry(lost))).to.equal('unreachable');
    expect(await reason(hiring.addPreEntry(lost))).to.equal('alreadyThere');
  });
});
