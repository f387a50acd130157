import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealedFile } from '@zhiyu/server/platform/storage/sealed-file';
import { expect } from 'chai';
import { needs } from '../harness/machine.js';
import { sliceOf } from './media-victim.js';

const victim = join(import.meta.dirname, 'media-victim.js');

interface End {
  acknowledged: number;
  signal: NodeJS.Signals | null;
}

/** Runs the writer with a fault at the system calls that put slices on the disk. */
function run(fault: string, path: string, key: Buffer): End {
  const trace = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${fault.split(':')[0] ?? ''}`,
    '-e',
    `inject=${fault}`,
  ];
  const args = [...trace, process.execPath, victim, path, key.toString('hex')];
  // strace counts per thread: with one thread for files the count is the process's.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  const { stdout, signal } = spawnSync('strace', args, { env, encoding: 'utf8' });
  return {
    acknowledged: stdout.trim() === '' ? 0 : Number(stdout.trim().split('\n').at(-1)),
    signal,
  };
}

describe('a process killed while it stores slices', () => {
  let dir: string;
  before(() => (dir = mkdtempSync(join(tmpdir(), 'killed '))));
  before(() => needs('strace'));
  after(() => rmSync(dir, { recursive: true }));

  async function holds(path: string, key: Buffer, acknowledged: number): Promise<void> {
    const file = await SealedFile.open({ path, key, context: 'victim' });
    expect(file.records).to.be.at.least(acknowledged);
    const slices = Array.from({ length: file.records }, (_, n) => sliceOf(n));
    expect((await file.readBytes(0, file.size)).equals(Buffer.concat(slices))).to.equal(true);
    await file.close();
  }

  it('loses nothing that was acknowledged, at any fdatasync or write, and goes on where it was', async () => {
    const key = randomBytes(32);
    const path = join(dir, 'a', 'one.rec');
    let last = 0;
    for (const fault of ['fdatasync', 'pwritev,writev', 'fdatasync', 'fsync,fdatasync']) {
      for (const when of [2, 3, 5]) {
        const { acknowledged, signal } = run(`${fault}:signal=KILL:when=${when}`, path, key);
        expect(signal, `${fault} ${when}`).to.equal('SIGKILL');
        last = Math.max(last, acknowledged);
        await holds(path, key, last);
      }
    }
    expect(last).to.be.greaterThan(5);
  }).timeout(60_000);

  it('acknowledges nothing while the disk is full or broken, and keeps what was there', async () => {
    const key = randomBytes(32);
    const path = join(dir, 'b', 'two.rec');
    const first = run('fdatasync:error=EIO:when=5+', path, key);
    expect(first.acknowledged).to.be.within(1, 4);
    await holds(path, key, first.acknowledged);
    const second = run('writev:error=ENOSPC:when=1+', path, key);
    expect(second.acknowledged).to.equal(0);
    await holds(path, key, first.acknowledged);
  }).timeout(60_000);
});
