// A private MariaDB in a temporary folder on a free port of the loopback, for one run of the tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFailed, exitOf, runProgram, spawnProgram, whenStopped } from './processes.mjs';

const START_MS = 30_000;

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function untilItAnswers(run, ended) {
  const deadline = Date.now() + START_MS;
  let gone = false;
  void ended.then(() => (gone = true));
  for (;;) {
    try {
      return await run('SELECT 1');
    } catch (error) {
      if (gone || Date.now() > deadline) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

function serverFlags(folder, port, durable) {
  return [
    '--no-defaults',
    ...asRoot(),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--max-connections=300',
    '--skip-log-bin',
    // Tests prove what is stored, not that the disk keeps it: that is the faults suite.
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
  ];
}

/**
 * Starts the server and makes the empty database `zhiyu_test`.
 * @param within the folder to stand in
 * @param durable a commit is on the disk before it is answered, as in a production server
 * @returns its URL by TCP and by its socket, and `stop()` which ends that very process and removes its folder
 */
export async function startMariadb({ within = tmpdir(), durable = false } = {}) {
  const folder = mkdtempSync(join(within, 'zhiyu-db-'));
  const port = await freePort();
  await runProgram('mariadb-install-db', [
    '--no-defaults',
    ...asRoot(),
    `--datadir=${join(folder, 'data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const child = spawnProgram('mariadbd', serverFlags(folder, port, durable), {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const ended = exitOf(child);
  const stop = async () => {
    forget();
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = whenStopped(stop);
  const client = ['--no-defaults', '-h127.0.0.1', `-P${port}`, '-uroot', '-e'];
  const run = (sql) => runProgram('mariadb', [...client, sql], { what: 'mariadbd' });
  try {
    await untilItAnswers(run, ended);
    await run('CREATE DATABASE zhiyu_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  } catch (error) {
    await stop();
    throw error instanceof CommandFailed ? error : new CommandFailed('mariadbd', 1, String(error));
  }
  const url = `mysql://root@127.0.0.1:${port}/zhiyu_test`;
  // By the socket of this machine a statement costs both sides half of what it costs by TCP.
  const socketUrl = `${url}?socketPath=${encodeURIComponent(join(folder, 's'))}`;
  return { url, socketUrl, stop };
}
