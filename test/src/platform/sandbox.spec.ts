import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Submission } from '@zhiyu/contracts/judge';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { expect } from 'chai';
import * as hostile from './hostile-programs.js';

const limits = { timeMs: 400, memoryMb: 64 };
const secret = 'zhiyu-secret-of-the-server';
const project = resolve(import.meta.dirname, '../../..');

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

/** Processes that are children of ours and run bubblewrap. */
function boxedProcesses(): string[] {
  const path = `/proc/self/task/${process.pid}/children`;
  const children = existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean) : [];
  return children.filter((pid) => {
    const command = `/proc/${pid}/cmdline`;
    return existsSync(command) && readFileSync(command, 'utf8').includes('--unshare-user');
  });
}

/** Where this process may have made control groups: each mount, and its own folder in it. */
function groupFolders(): string[] {
  const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [, controller = '', path = ''] = line.split(':');
    const mount = join('/sys/fs/cgroup', controller);
    return [mount, join(mount, path)];
  });
}

/** Control groups, folders and processes of boxes that are over. */
function strays(): string[] {
  const leftInGroups = groupFolders()
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.startsWith(`zhiyu-${process.pid}-`));
  const own = `zhiyu-boxes-${process.pid}-`;
  const leftInFolders = [...new Set(['/tmp', tmpdir()])]
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .filter((path) => path.includes(own))
    .flatMap((path) => readdirSync(path).filter((name) => name !== 'filter'))
    .filter((name) => !standing.has(name));
  return [...leftInGroups, ...leftInFolders, ...boxedProcesses()];
}

const standing = new Set<string>();

describe('a hostile program', function () {
  this.timeout(60_000);
  const sandbox = new Sandbox('bwrap');
  const judge = new Judge(sandbox);
  let tcp: Server;

  before(async () => {
    process.env.ZHIYU_TEST_SECRET = secret;
    tcp = await listening(createServer());
    expect(judge.available().engine).to.equal('bubblewrap');
    const home = readdirSync('/tmp').find((name) => name.startsWith(`zhiyu-boxes-${process.pid}-`));
    for (const name of home === undefined ? [] : readdirSync(join('/tmp', home))) {
      standing.add(name);
    }
  });

  after(() => {
    delete process.env.ZHIYU_TEST_SECRET;
    tcp.close();
    judge.onModuleDestroy();
    const left = readdirSync('/tmp').filter((each) =>
      each.startsWith(`zhiyu-boxes-${process.pid}-`),
    );
    expect(left).to.deep.equal([]);
  });

  afterEach('leaves nothing behind', () => {
    expect(strays()).to.deep.equal([]);
  });

  async function run(submission: Pick<Submission, 'language' | 'source'>) {
    const result = await judge.judge({ ...submission, limits, tests: [{ stdin: '' }] });
    return { ...result, said: result.tests[0]?.stdout ?? '', stderr: result.tests[0]?.stderr };
  }

  async function isHeld(source: string, language: Submission['language'] = 'python') {
    const { said, stderr, compile } = await run({ language, source });
    expect(said, stderr ?? compile).to.match(/^held/m);
    expect(said).not.to.contain('escaped');
  }

  const places = [
    ...['/etc/shadow', '/etc/passwd', '/etc/hostname', '/root', '/home', '/var', '/opt', '/sys'],
    ...['/usr/src', '/usr/local', '/run', '/tmp/.X11-unix', project, join(project, 'package.json')],
  ];
  for (const attack of hostile.readsFiles(places)) {
    it(`in ${attack.language} finds no file of the machine`, async () => {
      expect(places.filter((place) => existsSync(place)).length).to.be.greaterThan(6);
      await isHeld(attack.source, attack.language);
    });
  }

  // The numbers of the attack are those of x86_64; `judge-rules.spec` reads the filter of the other.
  if (process.arch === 'x64') {
    it('makes no forbidden system call', async () => {
      await isHeld(hostile.systemCalls);
    });
  }

  it('reaches no socket', async () => {
    const address = tcp.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await isHeld(hostile.sockets(port, '/run/dbus/system_bus_socket'));
  });

  it('sees and touches no process but its own', async () => {
    await isHeld(hostile.processes);
  });

  it('writes nowhere but to /tmp, and there only so much', async () => {
    await isHeld(hostile.writes);
  });

  it('finds nothing of the server’s environment and no open file of it', async () => {
    const { said, verdict } = await run({ language: 'python', source: hostile.environment });
    expect(verdict).to.equal('accepted');
    expect(said).to.contain('PATH=').and.not.contain(secret).and.not.contain(project);
    const files = [...said.matchAll(/^file (\S+)/gm)].map(([, place]) => place ?? '');
    // Its own input is a file without a name; what is left of the name opens nothing.
    const input = files.filter((place) => /\/input-[^/]+\/stdin$/.test(place));
    expect(input).to.have.length(1);
    expect(existsSync(input[0] ?? '')).to.be.false;
    const strange = files.filter(
      (place) => !/^(pipe|socket|\/dev\/null|\/proc\/)/.test(place) && !input.includes(place),
    );
    expect(strange).to.deep.equal([]);
  });

  for (const [language, source] of Object.entries(hostile.forkBombs)) {
    it(`that multiplies in ${language} is stopped with all its children`, async () => {
      const began = Date.now();
      const { verdict } = await run({ language: language as Submission['language'], source });
      expect(verdict).to.be.oneOf(['time', 'memory', 'runtime']);
      expect(Date.now() - began).to.be.lessThan(20_000);
    });
  }

  it('that leaves a process behind is over when it is over', async () => {
    const began = Date.now();
    const { verdict, said } = await run({ language: 'python', source: hostile.daemon });
    expect([verdict, said]).to.deep.equal(['accepted', 'done\n']);
    expect(Date.now() - began).to.be.lessThan(10_000);
  });

  it('that takes 4 GiB at once, used or not, is told so', async () => {
    for (const source of ['x = b"a" * (4 << 30)', 'x = bytearray(4 << 30)']) {
      expect((await run({ language: 'python', source })).verdict).to.equal('memory');
    }
  });

  it('that writes after closing its output, or closes its input, harms only itself', async () => {
    const source = 'import os, sys\nprint("a", flush=True)\nos.close(1)\nos.close(0)\nprint("b")';
    const { said } = await run({ language: 'python', source });
    expect(said).to.equal('a\n');
    const large = 'x'.repeat(900_000);
    const tests = [{ stdin: large, stdout: 'fine' }];
    const closes = 'import os\nos.close(0)\nprint("fine")';
    const result = await judge.judge({ language: 'python', source: closes, limits, tests });
    expect(result.verdict).to.equal('accepted');
  });

  it('cannot pass as accepted by the code of a signal, and imitates no error of the box', async () => {
    const source = 'import os, sys\nprint("bwrap: x", file=sys.stderr)\nos._exit(1)';
    expect((await run({ language: 'python', source })).verdict).to.equal('runtime');
    const killed = 'import os\nos.kill(os.getpid(), 9)';
    expect((await run({ language: 'python', source: killed })).verdict).to.equal('runtime');
  });

  for (const { what, language, source, says } of hostile.compilerAttacks) {
    it(`whose source ${what} (${language}) does not compile`, async () => {
      const { verdict, compile } = await run({ language, source });
      expect(verdict).to.equal('compile');
      expect(compile)
        .to.match(says)
        .and.not.match(/root:.*:0:/);
    });
  }

  it('of a server that was killed has its folder swept by the next', () => {
    const [own = ''] = readdirSync('/tmp').filter((each) =>
      each.startsWith(`zhiyu-boxes-${process.pid}-`),
    );
    const dead = join('/tmp', own.replace(String(process.pid), '4194305'));
    mkdirSync(dead);
    const next = new Sandbox('bwrap');
    next.works();
    next.close();
    expect(existsSync(dead)).to.equal(false);
  });

  it('keeps nobody out: short ones are judged while a long one runs', async () => {
    const loop = 'while True: pass';
    const tests = Array.from({ length: 5 }, () => ({ stdin: '' }));
    const long = judge.judge({ language: 'python', source: loop, limits, tests });
    const order: string[] = [];
    const noted = (name: string) => () => order.push(name);
    const short = ['1', '2', '3'].map((text) =>
      run({ language: 'python', source: `print(${text})` }).then(noted('short')),
    );
    await Promise.all([long.then(noted('long')), ...short]);
    expect(order).to.deep.equal(['short', 'short', 'short', 'long']);
  });
});
