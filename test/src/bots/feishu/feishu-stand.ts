import { axiosHttp } from '@zhiyu/bots/axios-http';
import type { ChannelEvent, ChannelHost, ChannelPress, PressAnswer } from '@zhiyu/bots/channel';
import { FeishuApi } from '@zhiyu/bots/feishu/feishu.api';
import { FeishuChannel } from '@zhiyu/bots/feishu/feishu.channel';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FeishuEmulator, settingsFor, startFeishu } from '../../emulators/feishu/emulator.js';
import { aCard, type StandTools, toolsInMemory } from '../channel-stand.js';

/** What a press turns the card into. */
export function decided(): PressAnswer {
  const card = aCard({
    ...{ version: 4, state: 'done', buttons: [], footnote: '' },
    blocks: [{ type: 'record', glyph: 'pass', title: '沈岚选了通过', detail: '10:30' }],
  });
  return {
    effective: true,
    message: '已通过',
    card,
    link: `https://hr.example.com/#/x?card=${card.id}`,
  };
}

export interface FeishuStand {
  emulator: FeishuEmulator;
  tools: StandTools;
  api: FeishuApi;
  channel: FeishuChannel;
  presses: ChannelPress[];
  events: ChannelEvent[];
  /** What the server behind the channel does; replaced by a test. */
  host: ChannelHost;
  stop: () => Promise<void>;
}

/** The channel against the emulator, and a server that hands it its callbacks as the product does. */
export async function startStand(): Promise<FeishuStand> {
  const emulator = await startFeishu();
  const tools = toolsInMemory(axiosHttp(3_000));
  const settings = settingsFor(emulator.address);
  const api = new FeishuApi(settings, tools);
  const channel = new FeishuChannel(settings, tools, api);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const body = Buffer.concat(chunks).toString('utf8');
      channel.callback({ method: request.method ?? '', query: {}, headers, body }).then(
        (answer) => response.writeHead(answer.status, answer.headers).end(answer.body),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  emulator.callbacks.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  emulator.callbacks.retryDelays = [5, 5, 5, 5];
  const stand: FeishuStand = {
    ...{ emulator, tools, api, channel, presses: [], events: [] },
    host: {
      press: (press) => {
        stand.presses.push(press);
        return Promise.resolve(decided());
      },
      event: (event) => Promise.resolve(void stand.events.push(event)),
    },
    stop: async () => {
      await channel.stop();
      server.close();
      server.closeAllConnections();
      await emulator.stop();
    },
  };
  await channel.listen({
    press: (press) => stand.host.press(press),
    event: (event) => stand.host.event(event),
  });
  return stand;
}
