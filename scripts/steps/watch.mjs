// npm run dev: compilers and server in watch mode, each line marked with where it comes from.
import { buildServer, SERVER_PROJECTS } from './build.mjs';
import { installPackages } from './install.mjs';
import {
  exitOf,
  explainFailure,
  isStopping,
  serverEnvironment,
  spawnNode,
  stopOnSignals,
} from './processes.mjs';

/** Runs one watcher and marks its lines; resolves with its name when it ends. */
async function watch(name, args, options = {}) {
  const child = spawnNode(args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
        console.log(`[${name}] ${line}`);
      }
    });
  }
  const code = await exitOf(child);
  return `${name} ended with ${code}`;
}

try {
  stopOnSignals();
  await installPackages();
  await buildServer().catch(explainFailure);
  const tsc = ['node_modules/typescript/lib/tsc.js', '-b', '--watch', '--preserveWatchOutput'];
  const taro = ['../node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--watch'];
  const server = ['--enable-source-maps', '--watch', 'server/dist/main.js'];
  const ended = await Promise.race([
    watch('types', [...tsc, ...SERVER_PROJECTS]),
    watch('screens', taro, { cwd: new URL('../../miniapp', import.meta.url) }),
    watch('server', [...server, ...process.argv.slice(2)], { env: serverEnvironment() }),
  ]);
  if (!isStopping()) console.error(ended);
  process.kill(process.pid, 'SIGTERM');
} catch (error) {
  explainFailure(error);
  process.exitCode = 1;
}
