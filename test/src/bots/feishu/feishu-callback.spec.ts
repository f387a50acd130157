import { decrypted } from '@zhiyu/bots/feishu/feishu.verify';
import { degrade } from '@zhiyu/bots/degrade';
import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackFault } from '../../emulators/feishu/callbacks.js';
import { wordsOf } from '../../emulators/feishu/card-rules.js';
import { aCard, aMessage, cardId } from '../channel-stand.js';
import { decided, type FeishuStand, startStand } from './feishu-stand.js';

describe('callbacks of Feishu', () => {
  let stand: FeishuStand;
  let messageId: string;

  beforeEach(async () => {
    stand = await startStand();
    const card = degrade(aCard(), stand.channel.capabilities, aMessage('').link);
    messageId = (await stand.channel.send(aMessage('ou_shenlan', { card }))).externalId;
  });
  afterEach(() => stand.stop());

  const press = (
    label: string,
    more: { choose?: string; fault?: CallbackFault; eventId?: string } = {},
  ) => stand.emulator.callbacks.press({ messageId, as: 'ou_shenlan', label, ...more });

  it('are decrypted as the platform’s own example says', () => {
    expect(decrypted('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).to.equal(
      'hello world',
    );
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['no base64', '***'],
    ['half a block', Buffer.alloc(24).toString('base64')],
    ['a vector alone', Buffer.alloc(16).toString('base64')],
    ['another key', 'AAAA'.repeat(8) + 'AAAAAAAAAAA='],
  ] as const) {
    it(`are refused when encrypted with ${name}`, () => {
      expect(() => decrypted('test key', text)).to.throw();
    });
  }

  it('answer the console’s challenge, and only with its token', async () => {
    const right = await stand.emulator.callbacks.verify();
    expect([right.status, right.body]).to.deep.equal([200, { challenge: 'a-challenge' }]);
    expect((await stand.emulator.callbacks.verify({ token: 'wrong' })).status).to.equal(401);
    expect((await stand.emulator.callbacks.verify({ key: 'other' })).status).to.equal(400);
  });

  it('hand over a press with its choice, its person and the version he saw', async () => {
    await press('通过', { choose: 'strong', eventId: 'event-1' });
    expect(stand.presses).to.deep.equal([
      {
        ...{ eventId: 'event-1', cardId, deliveryId: '01HZZZZZZZZZZZZZZZZZZZZZZD' },
        ...{ action: 'pass', value: 'strong', text: null, address: 'ou_shenlan', seenVersion: 3 },
      },
    ]);
  });

  it('answer a press with a toast and the card as it stands now', async () => {
    const { toast, ms } = await press('待定');
    expect(toast).to.include({ type: 'success', content: '已通过' });
    expect(ms).to.be.below(1_000);
    const shown = wordsOf(stand.emulator.platform.messages[0]?.card).join('\n');
    expect(shown).to.include('● 沈岚选了通过');
    expect(stand.emulator.platform.messages[0]?.updates, 'never by the API meanwhile').to.equal(0);
  });

  it('say to one who was late that his press had no effect', async () => {
    stand.host.press = () =>
      Promise.resolve({ ...decided(), effective: false, message: '何敬早了 4 秒' });
    expect((await press('待定')).toast).to.include({ type: 'warning', content: '何敬早了 4 秒' });
  });

  it('say what the server says when a press is not allowed', async () => {
    stand.host.press = () => Promise.reject(new Error('您不能决定这张卡片'));
    expect((await press('待定')).toast).to.include({
      type: 'error',
      content: '您不能决定这张卡片',
    });
  });

  it('answer within 3 s when the server is slow, and bring the card afterwards', async () => {
    stand.host.press = () => sleep(2_700).then(decided);
    const { toast, ms, status } = await press('待定');
    expect([status, toast?.type]).to.deep.equal([200, 'info']);
    expect(ms).to.be.within(2_000, 2_900);
    await stand.channel.stop();
    expect(stand.emulator.platform.messages[0]?.updates).to.equal(1);
    expect(wordsOf(stand.emulator.platform.messages[0]?.card).join()).to.include('沈岚选了通过');
  });

  for (const [name, fault, status] of [
    ['a wrong signature', { signature: 'wrong' }, 401],
    ['no signature', { signature: 'missing' }, 401],
    ['another key', { key: 'other' }, 400],
    ['no encryption', { plain: true }, 400],
    ['a wrong token', { token: 'wrong' }, 401],
    ['another app', { appId: 'cli_other' }, 401],
  ] as const) {
    it(`with ${name} have no effect`, async () => {
      expect((await press('待定', { fault })).status).to.equal(status);
      expect(stand.presses).to.have.length(0);
    });
  }

  it('of foreign buttons, kinds and methods are answered and do nothing', async () => {
    const { callbacks } = stand.emulator;
    const button = {
      action: { value: { other: 1 }, tag: 'button' },
      operator: { open_id: 'ou_x' },
    };
    expect(await callbacks.event('card.action.trigger', button)).to.deep.equal([200]);
    expect(await callbacks.event('im.chat.disbanded_v1', {})).to.deep.equal([200]);
    const get = { method: 'GET', query: {}, headers: {}, body: '' };
    expect((await stand.channel.callback(get)).status).to.equal(405);
    expect([stand.presses.length, stand.events.length]).to.deep.equal([0, 0]);
  });

  for (const [type, event, expected] of [
    [
      'contact.user.created_v3',
      { object: { open_id: 'ou_new' } },
      { type: 'memberJoined', address: 'ou_new' },
    ],
    [
      'contact.user.deleted_v3',
      { object: { open_id: 'ou_old' } },
      { type: 'memberLeft', address: 'ou_old' },
    ],
    [
      'contact.user.updated_v3',
      { object: { open_id: 'ou_x' } },
      { type: 'memberChanged', address: 'ou_x' },
    ],
    [
      'im.message.receive_v1',
      {
        sender: { sender_id: { open_id: 'ou_x' } },
        message: { chat_type: 'group', message_type: 'text', content: '{"text":"@_user_1 状态"}' },
      },
      { type: 'said', address: 'ou_x', text: '状态', audience: 'group' },
    ],
    [
      'approval_instance',
      { instance_code: 'i1', approval_code: 'a1', status: 'APPROVED' },
      { ...{ type: 'approvalChanged', instanceId: 'i1', processCode: 'a1' }, state: 'agreed' },
    ],
    [
      'approval_task',
      { instance_code: 'i1', approval_code: 'a1', status: 'TRANSFERRED', open_id: 'ou_x' },
      { type: 'approvalTaskChanged', state: 'redirected', address: 'ou_x' },
    ],
  ] as const) {
    it(`tell ${type} in the form of every chat`, async () => {
      await stand.emulator.callbacks.event(type, event);
      expect(stand.events).to.have.length(1);
      expect(stand.events[0]).to.include(expected);
      expect(Math.abs((stand.events[0]?.at ?? 0) - Date.now())).to.be.below(60_000);
    });
  }

  it('confirm an event only once it is kept: the platform tells it again, with the same identity', async () => {
    const seen: string[] = [];
    stand.host.event = (event) => {
      seen.push(event.eventId);
      return seen.length < 3 ? Promise.reject(new Error('no disk')) : Promise.resolve();
    };
    const event = { object: { open_id: 'ou_new' } };
    const statuses = await stand.emulator.callbacks.event('contact.user.created_v3', event);
    expect(statuses).to.deep.equal([500, 500, 200]);
    expect(new Set(seen).size).to.equal(1);
  });
});
