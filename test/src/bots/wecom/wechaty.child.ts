import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { type WeComSettings } from '@zhiyu/bots/wecom/wecom.settings';
import { weComOf } from '@zhiyu/bots/wecom/wecom.parts';
import { toolsInMemory } from '../channel-stand.js';
import { Host, orders } from './stand.js';

// Prints whether wechaty is loaded before and after 微信客服 listens, and how many connections that opened.
const { cache } = createRequire(import.meta.url);
// A package that only wechaty brings and that is no ES module: of those Node tells.
const loaded = () => Object.keys(cache).some((path) => path.includes('/node_modules/cockatiel/'));

let connections = 0;
subscribe('net.client.socket', () => {
  connections += 1;
});

const base = 'http://127.0.0.1:9';
const app = { apiBase: base, oauthBase: base, loginBase: base, corpId: 'ww1' };
const settings: WeComSettings = {
  app: { ...app, agentId: 1, secret: 'secret' },
  ...{ callback: null, kfId: 'wk1', bot: null, robot: null, cardImage: null },
};
const body = JSON.stringify({ errcode: 0, access_token: 'token', expires_in: 7200, msg_list: [] });
const tools = toolsInMemory({
  request: () => Promise.resolve({ status: 200, headers: {}, body }),
});
const { kf } = weComOf(settings, tools, orders);
const before = loaded();
await kf!.listen(new Host());
await kf!.stop();
process.stdout.write(JSON.stringify({ before, after: loaded(), connections }));
