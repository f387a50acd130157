import { parseArgs } from 'node:util';
import { startDingTalkEmulator } from './emulator.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const { base, stop, comeAndGo } = await startDingTalkEmulator(Number(values.port));
process.stdout.write(`${JSON.stringify({ address: base })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
process.on('SIGUSR2', comeAndGo);
