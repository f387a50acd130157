import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import { FeishuChannel } from '@zhiyu/bots/feishu/feishu.channel';
import type { FeishuSettings } from '@zhiyu/bots/feishu/feishu.api';
import { expect } from 'chai';
import { aCard, aMessage, toolsInMemory } from '../channel-stand.js';

const main = fileURLToPath(new URL('../../emulators/feishu/main.js', import.meta.url));

describe('the emulator of Feishu as a process', () => {
  let child: ChildProcess;
  let settings: FeishuSettings & { address: string };

  before(async () => {
    child = spawn(process.execPath, [main, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(
      createInterface({ input: child.stdout ?? process.stdin }),
      'line',
    )) as [string];
    settings = JSON.parse(line) as typeof settings;
  });
  after(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });

  async function control(name: string, body: object): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json' };
    const call = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${settings.address}/_control/${name}`, call)).json()) as Record<
      string,
      unknown
    >;
  }

  it('says where it is and what the product needs; its page shows the chats and their buttons', async () => {
    const card = aCard({ buttons: [{ action: 'hold', label: '待定', style: 'plain' }] });
    await new FeishuChannel(settings, toolsInMemory(axiosHttp())).send(
      aMessage('ou_shenlan', { card }),
    );
    const page = await (await fetch(settings.address)).text();
    expect(page)
      .to.include('沈岚')
      .and.to.include('陈雨桐，门店店长')
      .and.to.include('<button>待定');
    expect((await control('state', {})).messages).to.have.length(1);
  });

  it('shows the person a fault when nobody answers a press', async () => {
    const { messages } = (await control('state', {})) as { messages: { id: string }[] };
    await control('callback', { url: 'http://127.0.0.1:1/' });
    const press = { messageId: messages[0]?.id, as: 'ou_shenlan', label: '待定' };
    const { toast } = await control('press', press);
    expect(toast).to.include({ type: 'error', user: 'ou_shenlan' });
  });
});
