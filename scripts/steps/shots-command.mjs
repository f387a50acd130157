// npm run shots: starts the example company and takes every page's picture at 1440x900 and 390x844 into
// docs/workspace, for docs/workspace.md. `--only <part of a name>`: some; `--to <folder>`: elsewhere.
import { join } from 'node:path';
import { buildScreens, buildTests } from './build.mjs';
import { installTools } from './debian.mjs';
import { installPackages } from './install.mjs';
import {
  exitOf,
  explainFailure,
  isStopping,
  ROOT,
  serverEnvironment,
  spawnNode,
  stopOnSignals,
} from './processes.mjs';

async function run() {
  await installPackages();
  await installTools(['e2e']);
  await buildTests();
  await buildScreens();
  const to = join(ROOT, 'docs/workspace');
  const args = ['test/dist/shots/main.js', '--to', to, ...process.argv.slice(2)];
  return exitOf(spawnNode(args, { stdio: 'inherit', env: serverEnvironment() }));
}

try {
  stopOnSignals();
  process.exitCode = await run();
} catch (error) {
  if (!isStopping()) {
    explainFailure(error);
    process.exitCode = 1;
  }
}
