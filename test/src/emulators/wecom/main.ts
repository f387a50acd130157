import { Emulator } from './server.js';

const at = process.argv.indexOf('--port');
const port = at < 0 ? 0 : Number(process.argv[at + 1]);
const emulator = new Emulator();
const base = await emulator.start(port);
const { corpId, app, kfId, bot, robotKey } = emulator.world;
const ws = base.replace('http', 'ws');

process.stdout.write(`${JSON.stringify({ base, ws, corpId, app, kfId, bot, robotKey })}\n`);
const end = () => process.exit(0);
process.on('SIGTERM', end).on('SIGINT', end);
process.on('SIGUSR2', () => emulator.comeAndGo());
if (process.argv.includes('--attached')) {
  // A test that dies takes its emulator with it.
  process.stdin.on('end', end).resume();
}
