import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { programOf } from './java-program.js';
import { anyAddress, compileLimits, runLimits, type Step, type Toolchain } from './toolchain.js';

/** The folder of the JDK that `javac` of the system belongs to; undefined without one. */
function home(): string | undefined {
  if (!existsSync('/usr/bin/javac')) {
    return undefined;
  }
  const root = dirname(dirname(realpathSync('/usr/bin/javac')));
  return root.startsWith('/usr/lib/') ? root : undefined;
}

/** Debian keeps Java's settings in /etc. */
function shown(): Record<string, string> {
  const places = readdirSync('/etc')
    .filter((name) => /^java(-[\w.-]+)?$/.test(name))
    .map((name) => `/etc/${name}`);
  return Object.fromEntries(places.map((place) => [place, place]));
}

/** One thread that collects garbage and the quick compiler: a JVM that starts in a tenth of a second. */
const lean = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Xshare:auto'];

function compile(fileName: string): Step {
  return {
    command: [
      `${home() ?? ''}/bin/javac`,
      ...[...lean, '-Xmx512m'].map((flag) => `-J${flag}`),
      ...['-encoding', 'UTF-8', '-proc:none', '-nowarn', '-Xmaxerrs', '20', '-d', '/box/classes'],
      `/box/${fileName}`,
    ],
    shown: shown(),
    limits: { ...compileLimits, processes: 128 },
  };
}

export const java: Toolchain = {
  language: 'java',
  debian: 'default-jdk-headless',
  present: () => home() !== undefined,
  fileName: (source) => `${programOf(source).file}.java`,
  compile,
  run: (source, _fileName, allowed) => ({
    command: [
      `${home() ?? ''}/bin/java`,
      ...lean,
      ...[`-Xmx${allowed.memoryMb}m`, '-Xss16m', '-XX:ErrorFile=/dev/null'],
      ...['-Dfile.encoding=UTF-8', '-Dstdout.encoding=UTF-8', '-cp', '/box/classes'],
      programOf(source).main,
    ],
    shown: shown(),
    limits: runLimits(allowed, {
      ...{ startMs: 300, memoryMb: 128, processes: 128 },
      addressMb: anyAddress,
    }),
  }),
  outOfMemory: /java\.lang\.OutOfMemoryError|insufficient memory for the Java Runtime/,
};
