import { DingTalkError } from '@zhiyu/bots/dingtalk/dingtalk.errors';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { messageTo, standAt, toolsOnLoopback } from './stand.js';

describe('the token of DingTalk', () => {
  const emulator = withEmulator();

  it('is fetched once for all callers, reused, kept over a restart, renewed before its end', async () => {
    const first = standAt(emulator().base);
    await Promise.all(['mgr01', 'hr01', 'boss'].map((to) => first.channel.send(messageTo(to))));
    expect((await emulator().state()).tokensIssued).to.equal(1);
    const again = standAt(emulator().base, {}, toolsOnLoopback(first.tools.kept));
    await again.channel.send(messageTo('mgr01'));
    expect((await emulator().state()).tokensIssued).to.equal(1);
    again.tools.later(6_800_000);
    await again.channel.send(messageTo('mgr01'));
    expect((await emulator().state()).tokensIssued).to.equal(1);
    again.tools.later(200_000); // 7000 s of 7200 are over
    await again.channel.send(messageTo('mgr01'));
    expect((await emulator().state()).tokensIssued).to.equal(2);
  });

  it('and the secret of the app stand in no address of a new call, and in no log', async () => {
    const { channel, tools, api } = standAt(emulator().base);
    await channel.send(messageTo('mgr01'));
    await channel.send(messageTo('nobody')).catch(() => undefined);
    const { journal, leaks } = await emulator().state();
    const secret = api.settings.clientSecret;
    const token = await api.token.get();
    expect(leaks).to.deep.equal([]);
    expect(journal.filter(({ query }) => JSON.stringify(query).includes(secret))).to.deep.equal([]);
    expect(
      journal.filter(({ path, query }) => path.startsWith('/v1.0') && 'access_token' in query),
    ).to.deep.equal([]);
    expect(tools.logged.length).to.be.greaterThan(0);
    expect(tools.logged.join()).to.not.include(secret).and.not.include(token);
  });

  it('killed on the server is replaced once, and all calls that met it succeed', async () => {
    const { channel } = standAt(emulator().base);
    await channel.send(messageTo('mgr01'));
    const before = (await emulator().state()).tokensIssued;
    await emulator().post('settings', { killToken: true });
    await Promise.all(['mgr01', 'hr01', 'boss'].map((to) => channel.send(messageTo(to))));
    const { tokensIssued, journal } = await emulator().state();
    expect(tokensIssued).to.equal(before + 1);
    expect(journal.filter(({ status }) => status === 401).length).to.be.within(1, 3);
  });

  it('killed on the server is replaced for the old interfaces as well, which say so in a 200', async () => {
    const { channel, api } = standAt(emulator().base, { DINGTALK_WAYS: 'notice' });
    await api.token.get();
    await emulator().post('settings', { killToken: true });
    const { externalId } = await channel.send(messageTo('hr02'));
    expect(externalId).to.match(/^notice:\d+$/);
  });

  it('refused again and again ends in an error and in no storm', async () => {
    const { api, channel } = standAt(emulator().base);
    await api.token.get();
    const body = { code: 'InvalidAuthentication', message: '不合法的access_token' };
    await emulator().post('fault', { path: '/v1.0/card', times: 9, status: 401, body });
    const before = (await emulator().calls('/v1.0/card/instances/createAndDeliver')).length;
    const failed = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(failed).to.be.an('error');
    const after = await emulator().calls('/v1.0/card/instances/createAndDeliver');
    expect(after.length - before).to.equal(2);
  });
});

describe('a permission that is missing in DingTalk', () => {
  const emulator = withEmulator();

  it('is shown to the administrator by the names of its points', async () => {
    const scopes = { '/v1.0/card/instances/createAndDeliver': ['Card.Instance.Write'] };
    await emulator().post('settings', { scopes });
    const { channel } = standAt(emulator().base, { DINGTALK_WAYS: 'card' });
    const failed = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(failed).to.be.an('error').with.property('reason', 'noPermission');
    expect((failed as Error).message).to.include('Card.Instance.Write');
    expect(channel.health().lastError?.text).to.include('Card.Instance.Write');
    expect(channel.health().state).to.equal('failing');
  });

  it('of the old interfaces is told by its sub code', async () => {
    const scopes = { '/topapi/message/corpconversation/asyncsend_v2': ['x'] };
    await emulator().post('settings', { scopes });
    const { channel } = standAt(emulator().base, { DINGTALK_WAYS: 'notice' });
    const failed = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(failed).to.have.property('reason', 'noPermission');
    expect((failed as DingTalkError).message).to.include('60011');
  });
});

describe('the quotas of DingTalk', () => {
  const emulator = withEmulator();

  it('count every call of the month, over a restart, beside what the plan includes', async () => {
    const first = standAt(emulator().base, { DINGTALK_MONTHLY_CALLS: '5000' });
    await first.channel.send(messageTo('mgr01'));
    expect(first.channel.health().quotas[0]).to.deep.equal({
      ...{ name: 'callsThisMonth', used: 2, limit: 5000 },
    });
    await first.channel.stop();
    const again = standAt(emulator().base, {}, toolsOnLoopback(first.tools.kept));
    await again.channel.send(messageTo('mgr01'));
    await again.api.meter.flush();
    expect(again.channel.health().quotas[0]?.used).to.equal(3);
  });

  it('that are used up stop the calls, fail the delivery with that reason and show it', async () => {
    const { channel } = standAt(emulator().base);
    await emulator().post('settings', { monthlyLimit: 1 });
    const failed = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(failed).to.have.property('reason', 'quotaUsed');
    const { length } = (await emulator().state()).journal;
    await channel.send(messageTo('hr01')).catch(() => undefined);
    expect((await emulator().state()).journal.length).to.equal(length);
    expect(channel.health().lastError?.text).to.include('调用量已用完');
    await emulator().post('settings', { monthlyLimit: 10_000 });
  });

  it('a block of the address is known by its strange shape and waited out', async () => {
    const { channel, tools } = standAt(emulator().base);
    await emulator().post('settings', { blockFor: 400 });
    const failed = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(DingTalkError).with.property('reason', 'blocked');
    await new Promise((done) => setTimeout(done, 450));
    const still = await channel.send(messageTo('mgr01')).catch((error: unknown) => error);
    expect(still).to.have.property('reason', 'blocked');
    tools.later(5 * 60_000);
    expect((await channel.send(messageTo('mgr01'))).externalId).to.be.a('string');
  });
});
