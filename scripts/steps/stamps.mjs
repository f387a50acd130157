// What was built from what: a stamp holds the hash of the inputs and of what the build left behind.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './processes.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.swc', '.cache', 'data']);

/** Files below a folder of the clone, sorted, as paths from the root with '/'; [] when it is absent. */
export function filesBelow(folder) {
  const entries = existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { withFileTypes: true })
    : [];
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return NOT_SOURCES.has(entry.name) ? [] : filesBelow(path);
    })
    .sort();
}

/** SHA-256 over names and contents of files (paths from the root); an absent file counts as absent. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(ROOT, file);
    hash.update(file).update('\0');
    if (existsSync(path)) hash.update(readFileSync(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** True when the stamp holds exactly this text. */
export function stampIs(stamp, text) {
  const path = join(ROOT, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

/** Written after success only, so that a step broken off in the middle is done again. */
export function writeStamp(stamp, text) {
  const path = join(ROOT, stamp);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function removeStamp(stamp) {
  rmSync(join(ROOT, stamp), { force: true });
}
