// npm run bench: builds the server and the measurements, then runs them.
import { buildTests } from './build.mjs';
import { installPackages } from './install.mjs';
import { exitOf, explainFailure, isStopping, spawnNode, stopOnSignals } from './processes.mjs';

try {
  stopOnSignals();
  await installPackages();
  await buildTests();
  const args = ['--enable-source-maps', 'test/dist/bench/main.js', ...process.argv.slice(2)];
  process.exitCode = await exitOf(spawnNode(args, { stdio: 'inherit' }));
} catch (error) {
  if (!isStopping()) {
    explainFailure(error);
    process.exitCode = 1;
  }
}
