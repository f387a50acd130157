// The programs and fonts that tests use beside Node, and how Debian calls them.
import { existsSync } from 'node:fs';
import { runProgram } from './processes.mjs';
import { step } from './step.mjs';

const onPath = (name) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin'].some((folder) =>
    existsSync(`${folder}/${name}`),
  );

const program = (name) => () => onPath(name);
const file = (path) => () => existsSync(path);

/** Debian package -> how to see that it is there. */
const PRESENT = {
  bubblewrap: program('bwrap'),
  chromium: program('chromium'),
  'default-jdk-headless': program('javac'),
  'espeak-ng': program('espeak-ng'),
  ffmpeg: program('ffmpeg'),
  'fonts-noto-cjk': file('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'fonts-wqy-microhei': file('/usr/share/fonts/truetype/wqy/wqy-microhei.ttc'),
  'g++': program('g++'),
  'golang-go': program('go'),
  'mariadb-server': program('mariadbd'),
  python3: file('/usr/bin/python3'),
  strace: program('strace'),
};

/** The sandbox of coding questions and what its programs are written in. */
const JUDGE = ['bubblewrap', 'default-jdk-headless', 'g++', 'golang-go', 'python3'];

/** What each suite needs; `mariadb` is a database, not a suite. */
const NEEDS = {
  unit: [...JUDGE, 'espeak-ng', 'ffmpeg', 'fonts-wqy-microhei', 'strace'],
  mini: ['ffmpeg'],
  // A program of the browser tests is in Python.
  e2e: [
    ...['bubblewrap', 'python3', 'chromium', 'espeak-ng', 'ffmpeg'],
    ...['fonts-noto-cjk', 'fonts-wqy-microhei'],
  ],
  faults: ['strace'],
  mariadb: ['mariadb-server'],
};

/** Whether everything that a suite needs is here; nothing is installed. */
export function hasTools(suite) {
  return NEEDS[suite].every((name) => PRESENT[name]());
}

/** Something is missing that only the user can install. */
export class ToolsMissing extends Error {}

const APT = ['-o', 'DPkg::Lock::Timeout=400', '-q'];

async function aptInstall(missing) {
  // RUNLEVEL=1 keeps a freshly installed database server from starting as a service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await runProgram('apt-get', [...APT, 'update'], { env });
  const install = [...APT, 'install', '-y', '--no-install-recommends', ...missing];
  await runProgram('apt-get', install, { env });
  return missing.join(' ');
}

/**
 * Installs what the given suites need and the machine lacks.
 * @throws ToolsMissing with one sentence when we are not root or this is not Debian
 */
export async function installTools(suites) {
  const needed = [...new Set(suites.flatMap((suite) => NEEDS[suite]))];
  const missing = needed.filter((name) => !PRESENT[name]());
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new ToolsMissing(
      `测试还需要 The tests also need: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  }
  await step('安装工具 install tools', () => aptInstall(missing));
}
