import { parseArgs } from 'node:util';
import { settingsFor, startFeishu } from './emulator.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    /** Where presses and events go, e.g. http://127.0.0.1:3000/api/callbacks/feishu. */
    callback: { type: 'string', default: '' },
  },
});

const emulator = await startFeishu(Number(values.port));
emulator.callbacks.url = values.callback;
process.stdout.write(
  `${JSON.stringify({ address: emulator.address, ...settingsFor(emulator.address) })}\n`,
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void emulator.stop());
}
