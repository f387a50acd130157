import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));

describe('colleagues’ accounts in a chat, by the command line', function () {
  this.timeout(120_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu-chat-link-'));

  function zhiyu(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
    });
  }
  const link = (...pairs: string[]) => zhiyu('chat', 'link', 'wecom', ...pairs);

  before(async () => {
    expect((await zhiyu('demo', 'reset')).code).to.equal(0);
  });
  after(() => {
    rmSync(dataDir, { recursive: true });
  });

  it('are written once, and what waits for them is sent there once', async () => {
    const first = await link('xulan@example.com=XuLan', 'hejing@example.com=HeJing', '--cards');
    expect(first.code, first.err).to.equal(0);
    expect(first.out).to.match(/^xulan@example\.com {2}wecom:XuLan，卡片 cards [1-9]\d*\n/);
    const again = await link('xulan@example.com=XuLan', '--cards');
    expect(again.out).to.equal('xulan@example.com  wecom:XuLan，卡片 cards 0\n');
    const { code, out } = await zhiyu('audit', 'verify');
    expect(code, out).to.equal(0);
  });

  it('belong to one person, and a person has one of them in a chat', async () => {
    const taken = await link('shenlan@example.com=XuLan');
    expect([taken.code, taken.out]).to.deep.equal([1, '']);
    expect(taken.err).to.contain('XuLan 已经是别人的账号');
    const second = await link('xulan@example.com=Other');
    expect(second.code).to.equal(1);
    expect(second.err).to.contain('已经有账号');
  });

  it('are refused for who is not here, and for what is no account', async () => {
    expect((await link('nobody@example.com=nobody')).code).to.equal(1);
    expect((await link('xulan@example.com')).code).to.equal(2);
    expect((await zhiyu('chat', 'link', 'icq', 'xulan@example.com=x')).code).to.equal(2);
  });
});
