import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));

interface Ended {
  code: number;
  out: string;
  err: string;
}

describe('the command line', function () {
  this.timeout(120_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu-cli-'));

  function zhiyu(...args: string[]): Promise<Ended> {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
    });
  }

  after(() => {
    rmSync(dataDir, { recursive: true });
  });

  it('an unknown command ends with 2 and the list of commands, and prints no result', async () => {
    const { code, out, err } = await zhiyu('nothing');
    expect(code).to.equal(2);
    expect(out).to.equal('');
    expect(err).to.contain('zhiyu resume parse FILE').and.contain('zhiyu admin create');
  });

  it('help ends with 0', async () => {
    const { code, out } = await zhiyu('--help');
    expect(code).to.equal(0);
    expect(out).to.contain('zhiyu content export');
  });

  it('reads a résumé as JSON without opening a database', async () => {
    const file = join(dataDir, 'resume.txt');
    writeFileSync(
      file,
      '陈雨桐\n13900000001\n\n教育背景\n2016.09 - 2019.06  杭州学院  会计  大专\n',
    );
    const { code, out } = await zhiyu('resume', 'parse', file);
    expect(code).to.equal(0);
    const parsed = JSON.parse(out) as { name: { value: string } };
    expect(parsed.name.value).to.equal('陈雨桐');
    expect(() => readFileSync(join(dataDir, 'zhiyu.sqlite'))).to.throw();
  });

  it('a file that is refused ends with 1 and one sentence', async () => {
    const file = join(dataDir, 'lie.pdf');
    writeFileSync(file, 'no PDF at all');
    const { code, out, err } = await zhiyu('resume', 'parse', file);
    expect(code).to.equal(1);
    expect(out).to.equal('');
    expect(err.trim().split('\n')).to.have.length(1);
  });

  it('makes an administrator with a company, then positions that come back unchanged', async () => {
    const who = ['--name', '张三', '--email', 'zhang@example.com'];
    const without = await zhiyu('admin', 'create', ...who);
    expect(without.code, 'no company named').to.equal(2);
    const made = await zhiyu('admin', 'create', ...who, '--company', '青云商贸');
    expect(made.code).to.equal(0);
    expect(made.out).to.match(/^http:\/\/127\.0\.0\.1:\d+\/#\/pages\/link\/index\?t=[\w-]{43}\n$/);
    expect((await zhiyu('admin', 'create', ...who)).code, 'the same address').to.equal(1);

    const seed = fileURLToPath(
      new URL('../../../config/content/positions/sales.yaml', import.meta.url),
    );
    expect((await zhiyu('content', 'import', seed)).out).to.contain('new draft');
    const folder = join(dataDir, 'positions');
    const exported = await zhiyu('content', 'export', '--dir', folder);
    const file = join(folder, 'sales.yaml');
    expect(exported.out).to.equal(`${file}\n`);
    expect((await zhiyu('content', 'import', file)).out).to.contain('unchanged, v1');
    writeFileSync(file, readFileSync(file, 'utf8').replace('企业客户部', '大客户部'));
    expect((await zhiyu('content', 'import', file)).out).to.contain('v2');
  });
});
