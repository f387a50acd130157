import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFamily, fontFile } from '../../platform/drawing/fonts.js';

const machine = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
await initWasm(await readFile(machine));
const fontBuffers = await Promise.all([readFile(fontFile('Regular')), readFile(fontFile('Bold'))]);
const drawn = new Resvg(String(workerData), {
  font: { fontBuffers, defaultFontFamily: fontFamily },
});
parentPort?.postMessage(drawn.render().asPng());
