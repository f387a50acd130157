import { channelContract } from '@zhiyu/bots/channel.contract';
import { DeliveryRefused } from '@zhiyu/bots/channel';
import { DingTalkApi } from '@zhiyu/bots/dingtalk/dingtalk.api';
import { DingTalkChannel } from '@zhiyu/bots/dingtalk/dingtalk.channel';
import { RobotSender } from '@zhiyu/bots/dingtalk/dingtalk.senders';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import {
  approvalCard,
  http,
  messageTo,
  pageLink,
  settingsFor,
  standAt,
  toolsOnLoopback,
} from './stand.js';

describe('the DingTalk channel', () => {
  const emulator = withEmulator();
  const address = 'mgr01';

  // The contract's person is `u1`: here one whom the emulator knows.
  const known = {
    request: (call: Parameters<typeof http.request>[0]) => {
      const { body } = call;
      const known = (text: string) => text.replaceAll('IM_ROBOT.u1"', `IM_ROBOT.${address}"`);
      return http.request({ ...call, body: typeof body === 'string' ? known(body) : body });
    },
  };
  const cases = channelContract((tools) => {
    const api = new DingTalkApi(settingsFor(emulator().base), { ...tools, http: known });
    return new DingTalkChannel(api, { ...tools, http: known });
  });
  for (const { name, run } of cases) {
    it(name, run);
  }
});

describe('a card in DingTalk', () => {
  const emulator = withEmulator();

  const cardOf = async (outTrackId: string) =>
    (await emulator().state()).cards.find((one) => one.outTrackId === outTrackId);

  it('reaches a person as the template of its kind, with texts only and the push by Stream', async () => {
    const { channel } = standAt(emulator().base);
    const { externalId } = await channel.send(messageTo('mgr01'));
    const card = await cardOf(externalId);
    expect(card).to.include({ templateId: 'approval.schema', callbackType: 'STREAM' });
    expect(card?.spaces).to.deep.equal([{ type: 'IM_ROBOT', id: 'mgr01' }]);
    const shown = await emulator().card(externalId, 'mgr01');
    expect(shown.texts).to.include.members(['线上面试完成', '陈雨桐，门店店长', '8.5 ±0.3']);
    expect(shown.buttons.map(({ label }) => label)).to.deep.equal(['通过', '不通过', '报告']);
    expect(shown.buttons[2]?.url).to.match(
      /^dingtalk:\/\/dingtalkclient\/page\/link\?url=https%3A/,
    );
    expect(shown.form).to.equal(null);
  });

  it('reaches a group once, where everybody sees the same', async () => {
    const { channel } = standAt(emulator().base);
    const { externalId } = await channel.send(messageTo('cidGroup1'));
    expect((await cardOf(externalId))?.spaces).to.deep.equal([
      { type: 'IM_GROUP', id: 'cidGroup1' },
    ]);
    expect((await cardOf(externalId))?.own).to.deep.equal({});
  });

  it('has only texts of at most 1 KB, cut between letters, and words of people make no markdown', async () => {
    const { channel } = standAt(emulator().base);
    const words = '[点我](https://evil.example) **老板** # `x` <b>';
    const long = '很长的一段话，'.repeat(300);
    const card = approvalCard({
      title: `**${'长'.repeat(500)}`,
      blocks: [
        { type: 'text', text: words },
        ...Array.from({ length: 6 }, () => ({ type: 'text' as const, text: long })),
      ],
    });
    const { externalId } = await channel.send(messageTo('mgr01', { card }));
    const params = (await cardOf(externalId))?.params ?? {};
    for (const [key, value] of Object.entries(params)) {
      expect(value, key).to.be.a('string');
      expect(Buffer.byteLength(value), key).to.be.at.most(1024);
      expect(value, key).to.not.include('\uFFFD');
    }
    expect(params.body1).to.include(
      '\\[点我\\](https://evil.example) \\*\\*老板\\*\\* \\# \\`x\\` &lt;b&gt;',
    );
    expect(params.title).to.match(/^\*\*长+…$/);
  });

  it('changes by key only, keeps what one person alone sees, and never goes back to an older version', async () => {
    const { channel } = standAt(emulator().base);
    const message = messageTo('mgr01');
    const { externalId } = await channel.send(message);
    await channel.update({
      ...message,
      card: approvalCard({ version: 5, state: 'done', title: '已通过' }),
    });
    await channel.update({ ...message, card: approvalCard({ version: 4, title: '旧' }) });
    const [put, ...more] = await emulator().calls('/v1.0/card/instances');
    expect(more).to.deep.equal([]);
    expect(put?.body)
      .to.have.property('cardUpdateOptions')
      .that.deep.equals({
        ...{ updateCardDataByKey: true, updatePrivateDataByKey: true },
      });
    const card = await cardOf(externalId);
    expect(card?.params).to.include({ title: '已通过', state: 'done', b1_show: 'false' });
    expect(card?.own.mgr01).to.include({ form_show: 'false' });
  });

  it('that changes several times at once ends as its newest version', async () => {
    const { channel } = standAt(emulator().base);
    const message = messageTo('mgr01');
    const { externalId } = await channel.send(message);
    await emulator().post('fault', { path: '/v1.0/card/instances', times: 1, delay: 150 });
    const versions = [4, 6, 5].map((version) => ({ version, title: `第 ${version} 版` }));
    await Promise.all(
      versions.map((change) => channel.update({ ...message, card: approvalCard(change) })),
    );
    expect((await cardOf(externalId))?.params).to.include({ title: '第 6 版', version: '6' });
  });

  it('is one card however often it is sent, also when the first answer was lost', async () => {
    const { channel } = standAt(emulator().base);
    const message = messageTo('hr01');
    const path = '/v1.0/card/instances/createAndDeliver';
    await emulator().post('fault', { path, times: 1, loseAnswer: true });
    const [first, same] = await Promise.all([channel.send(message), channel.send(message)]);
    const again = await channel.send(message);
    const cards = (await emulator().state()).cards.filter(({ spaces }) => spaces[0]?.id === 'hr01');
    expect([first, same, again].map(({ externalId }) => externalId)).to.deep.equal(
      Array.from({ length: 3 }, () => cards[0]?.outTrackId),
    );
    expect(cards.length).to.equal(1);
  });

  it('waits out a busy DingTalk and a gateway that times out', async () => {
    const { channel } = standAt(emulator().base);
    const path = '/v1.0/card/instances/createAndDeliver';
    await emulator().post('fault', { path, times: 1, status: 504, body: {} });
    await emulator().post('fault', { path, times: 1, status: 500, body: { code: 'system.busy' } });
    expect((await channel.send(messageTo('hr02'))).externalId).to.match(/^zy-/);
  });
});

describe('a card that does not arrive in DingTalk', () => {
  const emulator = withEmulator();

  const refusal = async (env: Record<string, string>, to: string, card = approvalCard()) => {
    const { channel, tools } = standAt(emulator().base, env);
    const error = await channel.send(messageTo(to, { card })).catch((one: unknown) => one);
    return { error: error as Error & { reason?: string }, tools };
  };

  it('is a failed delivery when a space says so in a 200, with a reason and without a name', async () => {
    const { error } = await refusal({ DINGTALK_WAYS: 'card' }, 'gone01');
    expect(error).to.be.instanceOf(DeliveryRefused).with.property('reason', 'unknownPerson');
    expect(error.message).to.include('钉钉里没有这位成员').and.not.include('gone01');
  });

  it('is a failed delivery when the robot lists the person as unknown', async () => {
    const { error } = await refusal({ DINGTALK_WAYS: 'robot' }, 'gone01');
    expect(error).to.be.instanceOf(DeliveryRefused).with.property('reason', 'unknownPerson');
  });

  it('is a failed delivery that may be tried later when the robot lists the person as limited', async () => {
    await emulator().post('settings', { limit: 'emp01' });
    const { error } = await refusal({ DINGTALK_WAYS: 'robot' }, 'emp01');
    expect(error).to.have.property('reason', 'flowControlled');
    expect(error).to.not.be.instanceOf(DeliveryRefused);
  });

  it('goes the next way of the order that was set, and each failure is logged without a name', async () => {
    await emulator().post('settings', { limit: 'emp01' });
    const env = { DINGTALK_CARD_TEMPLATES: 'default=draft.schema' };
    const { channel, tools } = standAt(emulator().base, env);
    const { externalId } = await channel.send(messageTo('emp01'));
    expect(externalId).to.match(/^notice:/);
    expect(tools.logged.filter((line) => line.includes('way failed')).length).to.equal(2);
    expect(tools.logged.join()).to.include('templateMissing').and.not.include('emp01');
    const other = standAt(emulator().base, { DINGTALK_WAYS: 'notice,robot,card' });
    expect((await other.channel.send(messageTo('mgr01'))).externalId).to.match(/^notice:/);
  });

  it('is not sent another way when nobody knows whether it arrived', async () => {
    const path = '/v1.0/card/instances/createAndDeliver';
    await emulator().post('fault', { path, times: 4, loseAnswer: true });
    const before = (await emulator().calls('/v1.0/robot/oToMessages/batchSend')).length;
    const { channel } = standAt(emulator().base);
    const message = messageTo('boss');
    const error = await channel.send(message).catch((one: unknown) => one);
    expect(error).to.have.property('reason', 'unreachable');
    expect(error).to.not.be.instanceOf(DeliveryRefused);
    // The next try meets the card of the first.
    expect((await channel.send(message)).externalId).to.equal(`zy-${message.deliveryId}`);
    expect((await emulator().calls('/v1.0/robot/oToMessages/batchSend')).length).to.equal(before);
  });

  it('is sent under a new key after a failure, because DingTalk takes no key twice', async () => {
    const { channel } = standAt(emulator().base, { DINGTALK_WAYS: 'card' });
    const message = messageTo('gone02');
    await channel.send(message).catch(() => undefined);
    const found = { ...message, recipient: { ...message.recipient, address: 'hr01' } };
    expect((await channel.send(found)).externalId).to.equal(`zy-${message.deliveryId}-2`);
  });
});

describe('a card without a template in DingTalk', () => {
  const emulator = withEmulator();
  const none = { DINGTALK_CARD_TEMPLATES: '' };

  it('is the robot’s action card whose buttons open the page of the card at that act', async () => {
    const { channel } = standAt(emulator().base, none);
    const { externalId } = await channel.send(messageTo('mgr01'));
    expect(externalId).to.match(/^robot:/);
    const item = (await emulator().state()).chats.mgr01?.at(-1);
    const content = item?.content as { msgKey: string; msgParam: string };
    const param = JSON.parse(content.msgParam) as Record<string, string>;
    expect(content.msgKey).to.equal('sampleActionCard3');
    expect([param.actionTitle1, param.actionTitle2, param.actionTitle3]).to.deep.equal([
      ...['通过', '不通过', '报告'],
    ]);
    expect(decodeURIComponent(param.actionURL1 ?? '')).to.include(`${pageLink}&action=pass`);
    await channel.update(messageTo('mgr01')); // nothing to change, and no error
  });

  it('reaches a group as well', async () => {
    const { channel } = standAt(emulator().base, none);
    expect((await channel.send(messageTo('cidGroup2'))).externalId).to.match(/^robot:/);
  });

  it('as a work notice stays under 2048 bytes, and the same one is not sent twice a day', async () => {
    const env = { ...none, DINGTALK_WAYS: 'notice' };
    const { channel, tools } = standAt(emulator().base, env);
    const card = approvalCard({ blocks: [{ type: 'text', text: '长文'.repeat(900) }] });
    await channel.send(messageTo('hr01', { card }));
    const [call] = await emulator().calls('/topapi/message/corpconversation/asyncsend_v2');
    const { msg } = call?.body as { msg: object };
    expect(Buffer.byteLength(JSON.stringify(msg))).to.be.at.most(2048);
    const error = await channel.send(messageTo('hr01', { card })).catch((one: unknown) => one);
    expect(error).to.be.instanceOf(DeliveryRefused).with.property('reason', 'repeatedToday');
    expect(
      (await emulator().calls('/topapi/message/corpconversation/asyncsend_v2')).length,
    ).to.equal(1);
    expect(channel.health().quotas[1]).to.include({ name: 'workNoticesToday', used: 1 });
    tools.later(86_400_000);
    for (const key of [...tools.kept.keys()].filter((one) => one.startsWith('dingtalk:notice:'))) {
      expect(key).to.match(/^dingtalk:notice:\d{4}-\d\d-\d\d:/); // a key of its own each day
    }
  });

  it('to many people is sent to twenty with one call, and names whom it did not reach', async () => {
    const tools = toolsOnLoopback();
    const robot = new RobotSender(new DingTalkApi(settingsFor(emulator().base), tools));
    const before = (await emulator().calls('/v1.0/robot/oToMessages/batchSend')).length;
    const people = Array.from({ length: 45 }, (_, at) => (at === 44 ? 'mgr01' : `x${at}`));
    const message = { msgKey: 'sampleText', msgParam: JSON.stringify({ content: '测试' }) };
    const results = await robot.toPeople(people, message);
    const failed = results.flatMap(({ failures }) => [...failures.keys()]);
    expect(failed.length).to.equal(44);
    expect((await emulator().calls('/v1.0/robot/oToMessages/batchSend')).length - before).to.equal(
      3,
    );
  });
});
