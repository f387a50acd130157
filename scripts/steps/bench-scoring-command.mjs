// npm run bench:scoring: builds the server and the measurements, then prints the table of docs/assessment.md.
// `--data <folder>`: answers that people scored, by default ../shared/data/zh-short-answers; says what is missing.
import { buildTests } from './build.mjs';
import { installPackages } from './install.mjs';
import {
  exitOf,
  explainFailure,
  isStopping,
  serverEnvironment,
  spawnNode,
  stopOnSignals,
} from './processes.mjs';

async function run() {
  await installPackages();
  await buildTests();
  const args = ['--enable-source-maps', 'test/dist/bench/scoring.js', ...process.argv.slice(2)];
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
