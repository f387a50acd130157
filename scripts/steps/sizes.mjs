// How large a built app is. What a candidate fetches first is measured in a browser: test/src/e2e/slow-line.spec.ts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './processes.mjs';

/** A mini-program's main package, by the rules of WeChat and DingTalk, in bytes. */
const MINI_AT_MOST = 2 * 1024 * 1024;

const inKb = (bytes) => `${Math.round(bytes / 1000)} kB`;

/** Files of a built app; not those that the build compressed beforehand. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => !/\.(gz|br)$/.test(path) && statSync(path).isFile());
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/**
 * The size of a target in words: scripts and styles of h5, everything of a mini-program.
 * @throws Error when a mini-program is too large to be uploaded
 */
export function sizeOf(target) {
  const files = filesOf(join(ROOT, 'miniapp/dist', target));
  const own = target === 'h5' ? files.filter((path) => /\.(js|css|html)$/.test(path)) : files;
  const shown = own.filter((path) => !path.includes('/static/'));
  const bytes = sum(shown.map((path) => statSync(path).size));
  if (target !== 'h5' && bytes > MINI_AT_MOST) {
    throw new Error(`${target}: ${inKb(bytes)}, more than a main package may have`);
  }
  const packed = sum(shown.map((path) => gzipSync(readFileSync(path)).length));
  return `${inKb(bytes)}, gzip ${inKb(packed)}`;
}
