// The product's command line: makes sure the server is built, then hands everything to it.
// Only what the command prints goes to standard output; our own lines go to standard error.
import { resolve } from 'node:path';
import { buildServer } from './build.mjs';
import { installPackages } from './install.mjs';
import { exitOf, explainFailure, isStopping, ROOT, spawnNode } from './processes.mjs';

async function runCommand() {
  // npm runs scripts in the root folder: a file named by the user is meant from where the user stands.
  const child = spawnNode(
    ['--enable-source-maps', resolve(ROOT, 'server/dist/cli.js'), ...process.argv.slice(2)],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: 'inherit',
      env: { ...process.env, DATA_DIR: resolve(ROOT, process.env.DATA_DIR ?? 'data') },
    },
  );
  // The terminal tells the command as well; it decides how to end, and we end with its code.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await exitOf(child);
}

try {
  await installPackages(process.stderr);
  await buildServer(process.stderr);
  await runCommand();
} catch (error) {
  if (!isStopping()) {
    explainFailure(error);
    process.exitCode = 1;
  }
}
