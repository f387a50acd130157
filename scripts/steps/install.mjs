// Installs the packages of package-lock.json, and only when they are not there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, ROOT, runNpm } from './processes.mjs';
import { filesBelow, hashOf, removeStamp, stampIs, writeStamp } from './stamps.mjs';
import { step } from './step.mjs';

const STAMP = 'node_modules/.zhiyu-stamp';

function wanted() {
  const inputs = ['package-lock.json', 'package.json', ...filesBelow('stubs')];
  return `${hashOf(inputs)} ${process.platform}-${process.arch}`;
}

/**
 * True when npm itself already put exactly the lock file's packages into node_modules (a developer's
 * own `npm install`): npm writes its hidden lock file at the very end.
 */
function npmHasInstalledThis() {
  const hidden = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const agrees = ([path, entry]) => {
    const found = there[path];
    return found
      ? found.version === entry.version && existsSync(join(ROOT, path))
      : path === '' || entry.optional === true;
  };
  return Object.entries(lock).every(agrees);
}

async function npmInstall() {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'];
  const env = { ...process.env, NODE_ENV: 'development' };
  try {
    await runNpm(['ci', ...flags], { env });
    return 'npm ci';
  } catch (error) {
    // A lock file made on another platform may lack this one's optional packages: npm ci refuses it.
    const refused = error instanceof CommandFailed && /EUSAGE|in sync/.test(error.output);
    if (!refused) throw error;
    await runNpm(['install', '--no-save', ...flags], { env });
    return 'npm install, 因为 npm ci 不接受这个锁文件 because npm ci refused the lock file';
  }
}

/** Makes node_modules what package-lock.json says. @throws CommandFailed with npm's output */
export async function installPackages(stream) {
  const stamp = wanted();
  if (stampIs(STAMP, stamp)) return;
  if (npmHasInstalledThis()) {
    writeStamp(STAMP, stamp);
    return;
  }
  await step(
    '安装依赖 install packages',
    async () => {
      removeStamp(STAMP);
      const how = await npmInstall();
      writeStamp(STAMP, stamp);
      return how;
    },
    stream,
  );
}
