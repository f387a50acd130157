import { parseArgs } from 'node:util';
import { startMailEmulator } from './emulator.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const { base, smtpPort, stop } = await startMailEmulator(Number(values.port));
process.stdout.write(`${JSON.stringify({ base, smtpPort })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
