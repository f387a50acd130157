// npm start: install, build what changed, then run the server until it ends.
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { buildScreens, buildServer } from './build.mjs';
import { installPackages } from './install.mjs';
import {
  explainFailure,
  isStopping,
  ROOT,
  serverEnvironment,
  stopOnSignals,
} from './processes.mjs';
import { secondsSoFar } from './step.mjs';

/** How long the server may take to end after the first signal, in milliseconds. */
const GRACE_MS = 10_000;

async function prepare() {
  stopOnSignals();
  console.log('知遇 Zhiyu');
  await installPackages();
  await buildServer();
  await buildScreens();
  console.log(`  准备好了 ready ${secondsSoFar()} s`);
}

/**
 * Runs the server in this terminal. A terminal sends Ctrl-C to the whole group, so it is passed on
 * only when there is none; other signals reach us alone and are always passed on.
 */
function serve() {
  const env = { ...serverEnvironment(), DATA_DIR: resolve(ROOT, process.env.DATA_DIR ?? 'data') };
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', 'server/dist/main.js', ...process.argv.slice(2)],
    { cwd: ROOT, stdio: 'inherit', env },
  );
  const end = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    let told = false;
    process.on(signal, () => {
      if (!told) end(signal);
      told = true;
    });
  }
  child.once('error', (error) => {
    explainFailure(error);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}

try {
  await prepare();
  serve();
} catch (error) {
  if (!isStopping()) {
    explainFailure(error);
    process.exitCode = 1;
  }
}
