import type { Channel, ChannelTools } from '@zhiyu/bots/channel';
import { channelContract } from '@zhiyu/bots/channel.contract';
import { WeComKfChannel } from '@zhiyu/bots/wecom/kf.channel';
import { KfScene } from '@zhiyu/bots/wecom/kf.scene';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { weComOf } from '@zhiyu/bots/wecom/wecom.parts';
import { EmulatedWeCom, orders, realHttp } from './stand.js';

const emulated = new EmulatedWeCom();

/** The contract's tools with a network, and with a clock that runs: the chat's limits are by the minute. */
function running(tools: ChannelTools): ChannelTools {
  let now = tools.now();
  return { ...tools, http: realHttp, now: () => (now += 1_000) };
}

describe('WeCom channels against the emulator', () => {
  before(() => emulated.start());
  after(() => emulated.stop());
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { verified: true } });
  });

  describe('the self-built app', () => {
    const make = (tools: ChannelTools) => weComOf(emulated.settings(), running(tools), orders).app!;
    for (const { name, run } of channelContract(make)) {
      it(name, run);
    }
  });

  describe('微信客服, to a candidate who writes before each message', () => {
    const make = (given: ChannelTools): Channel => {
      const tools = running(given);
      const { app, kfId } = emulated.settings();
      const scene = new KfScene(orders.sceneKey);
      const parts = { tools, api: new WeComApi(app!, tools), kfId: kfId!, scene };
      const openDialogue = () => Promise.reject(new Error('nobody listens'));
      const kf = new WeComKfChannel({ ...parts, welcome: orders.kfWelcome, openDialogue });
      const { name, capabilities } = kf;
      return {
        ...{ name, capabilities, update: (message) => kf.update(message) },
        send: async (message) => {
          const user = message.recipient.address;
          await emulated.order('kf-say', { user, text: '好', quiet: true });
          await kf.window.open(user, tools.now());
          return kf.send(message);
        },
      };
    };
    const toCandidate = channelContract(make);
    for (const { name, run } of toCandidate) {
      it(name, run);
    }
  });
});
