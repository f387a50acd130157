import { expect } from 'chai';
import { DeliveryRefused } from '@zhiyu/bots/channel';
import { WeComBotChannel } from '@zhiyu/bots/wecom/bot.channel';
import { errorOf, type StandTools, toolsInMemory } from '../channel-stand.js';
import { EmulatedWeCom, Host, messageTo, realHttp } from './stand.js';
import { until } from '../../harness/until.js';

const emulated = new EmulatedWeCom();
let tools: StandTools;
let host: Host;
let bot: WeComBotChannel;

const delivery = '01HZZZZZZZZZZZZZZZZZZZZZZD';
const make = (with_: StandTools) => new WeComBotChannel(emulated.settings().bot!, with_);
const connected = () => until(() => bot.health().state === 'connected');

describe('the smart bot by its long connection, with WeCom’s own SDK', () => {
  before(() => emulated.start());
  after(() => emulated.stop());
  beforeEach(async () => {
    await emulated.order('reset');
    tools = toolsInMemory(realHttp);
    host = new Host();
    bot = make(tools);
    await bot.listen(host);
    await connected();
  });
  afterEach(() => bot.stop());

  it('sends a card to who has written to it, once, and refuses the others in words', async () => {
    const stranger = await errorOf(bot.send(messageTo('u1')));
    expect(stranger).to.be.instanceOf(DeliveryRefused);
    expect(stranger.message).to.contain('先在企业微信里给机器人发过一句话');
    await emulated.order('bot-say', { user: 'u1', text: '在' });
    await until(() => host.events.length === 1);
    expect(host.events[0]).to.include({
      type: 'said',
      address: 'u1',
      text: '在',
      audience: 'person',
    });
    await bot.send(messageTo('u1'));
    await bot.send(messageTo('u1'));
    const { botCards } = await emulated.state();
    expect(botCards.map(({ user, taskId }) => [user, taskId])).to.deep.equal([
      ['u1', `zy@${delivery}`],
    ]);
    const list = botCards[0]!.body.button_list as { url?: string }[];
    expect(list.every(({ url }) => url === undefined)).to.equal(true);
  });

  it('turns a press, nested as WeCom sends it, into one effect and the card into its record', async () => {
    await emulated.order('bot-say', { user: 'u1', text: '在' });
    await bot.send(messageTo('u1'));
    const key = 'zy.3.01HZZZZZZZZZZZZZZZZZZZZZZC.pass';
    const of = { user: 'u1', taskId: `zy@${delivery}`, key, selected: { why: ['strong'] } };
    await emulated.order('bot-press', of);
    await until(async () => (await emulated.state()).botCards[0]!.updates.length === 1);
    expect(host.presses[0]).to.include({
      action: 'pass',
      value: 'strong',
      address: 'u1',
      deliveryId: delivery,
    });
    const { botCards, botFrames } = await emulated.state();
    expect(JSON.stringify(botCards[0]!.updates[0])).to.contain('何敬选了待定');
    expect(botFrames).to.include.members([
      'aibot_subscribe',
      'aibot_send_msg',
      'aibot_respond_update_msg',
    ]);
  });

  it('tells the person when the server could not keep a press, because WeCom sends it only once', async () => {
    await emulated.order('bot-say', { user: 'u1', text: '在' });
    await bot.send(messageTo('u1'));
    host.answer = () => Promise.reject(new TypeError('the database is away'));
    await emulated.order('bot-press', { user: 'u1', taskId: `zy@${delivery}`, key: 'zy.3.c.pass' });
    await until(async () => (await emulated.state()).botCards.length === 2);
    expect(JSON.stringify((await emulated.state()).botCards[1])).to.contain('请再按一次');
    host.spoken = 'en';
    await emulated.order('bot-press', { user: 'u1', taskId: `zy@${delivery}`, key: 'zy.3.c.hold' });
    await until(async () => (await emulated.state()).botCards.length === 3);
    expect(JSON.stringify((await emulated.state()).botCards[2])).to.contain('Please press again');
  });

  it('welcomes who opens the chat, so that he knows what to do to get cards', async () => {
    await emulated.order('bot-enter', { user: 'u1' });
    await until(async () =>
      (await emulated.state()).botFrames.includes('aibot_respond_welcome_msg'),
    );
  });

  it('comes back after a cut, and waits when another connection took the bot', async () => {
    await emulated.order('bot-cut');
    await until(() => bot.health().state === 'connecting');
    await connected();
    await emulated.order('bot-kick');
    await until(() => bot.health().state === 'failing');
    expect(bot.health().lastError!.text).to.contain('另一处');
    expect((await errorOf(bot.send(messageTo('u1')))).message).to.contain('没有连接');
  });

  it('is connected from one process of an installation only, and the others show how it is there', async () => {
    const second = make(tools);
    await second.listen(new Host());
    expect(second.health().state).to.equal('connected');
    await second.stop();
    expect(bot.health().state).to.equal('connected');
    const { botFrames } = await emulated.state();
    expect(botFrames.filter((cmd) => cmd === 'aibot_subscribe')).to.have.length(1);
  });

  it('says what another process hands over, each once, and gives WeCom’s refusal back', async () => {
    await emulated.order('bot-say', { user: 'u1', text: '在' });
    const second = make(tools);
    await second.listen(new Host());
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...messageTo('u1'),
      deliveryId: `${delivery.slice(0, -2)}${String(at).padStart(2, '0')}`,
    }));
    await Promise.all(many.map((message) => second.send(message)));
    const stranger = await errorOf(second.send(messageTo('u2')));
    expect(stranger).to.be.instanceOf(DeliveryRefused);
    expect(stranger.message).to.contain('先在企业微信里给机器人发过一句话');
    await second.stop();
    const { botCards, botFrames } = await emulated.state();
    const sent = botCards.map(({ taskId }) => taskId).sort();
    expect(sent).to.deep.equal(many.map(({ deliveryId }) => `zy@${deliveryId}`).sort());
    expect(botFrames.filter((cmd) => cmd === 'aibot_subscribe')).to.have.length(1);
  });

  it('is taken over when its process ends, and nobody waits for a process that is gone', async () => {
    await emulated.order('bot-say', { user: 'u1', text: '在' });
    const second = make(tools);
    await bot.stop();
    expect((await errorOf(second.send(messageTo('u1')))).message).to.contain('没有连接');
    await second.listen(host);
    await until(() => second.health().state === 'connected');
    await second.send(messageTo('u1'));
    expect((await emulated.state()).botCards).to.have.length(1);
    await second.stop();
  });

  it('says that its keys are wrong', async () => {
    await bot.stop();
    bot = new WeComBotChannel({ ...emulated.settings().bot!, secret: 'wrong' }, tools);
    await bot.listen(host);
    await until(() => bot.health().lastError !== null);
    expect(bot.health().lastError!.text).to.contain('853000');
    expect(bot.health().state).not.to.equal('connected');
  });
});
