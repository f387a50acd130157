// npm run bench: builds the server and the measurements, then runs them, with a MariaDB of its own where one
// is installed. `--quick`: shorter rounds; `--only <part of a name>`: some; `--profile <folder>`: CPU profiles.
import { buildTests } from './build.mjs';
import { hasTools } from './debian.mjs';
import { installPackages } from './install.mjs';
import { startMariadb } from './mariadb.mjs';
import {
  exitOf,
  explainFailure,
  isStopping,
  serverEnvironment,
  spawnNode,
  stopOnSignals,
} from './processes.mjs';

/** The durable answer is what is measured: the server syncs its log at every commit, as SQLite does here. */
const database = () => (hasTools('mariadb') ? startMariadb({ durable: true }) : null);

async function run() {
  await installPackages();
  await buildTests();
  const mariadb = await database();
  const own = mariadb === null ? [] : ['--mariadb', mariadb.socketUrl];
  const args = [
    '--enable-source-maps',
    'test/dist/bench/main.js',
    ...own,
    ...process.argv.slice(2),
  ];
  try {
    return await exitOf(spawnNode(args, { stdio: 'inherit', env: serverEnvironment() }));
  } finally {
    await mariadb?.stop();
  }
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
