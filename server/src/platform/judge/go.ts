import { existsSync, readdirSync } from 'node:fs';
import { compileLimits, runLimits, type Step, type Toolchain } from './toolchain.js';

/** Where distributions and the makers of Go put it. */
const homes = ['/usr/lib/go', '/usr/local/go'];

function home(): string | undefined {
  return homes.find((each) => existsSync(`${each}/bin/go`));
}

/** Debian keeps Go's sources apart from its programs. */
function shown(): Record<string, string> {
  const shared = readdirSync('/usr/share')
    .filter((name) => /^go(-[\d.]+)?$/.test(name))
    .map((name) => `/usr/share/${name}`);
  return Object.fromEntries(
    [...shared, ...homes.slice(1).filter((each) => existsSync(each))].map((each) => [each, each]),
  );
}

function compile(fileName: string): Step {
  const root = home() ?? '';
  return {
    command: [
      `${root}/bin/go`,
      'build',
      '-buildmode=exe',
      '-o',
      '/box/program',
      `/box/${fileName}`,
    ],
    environment: {
      ...{ GOCACHE: '/tmp/cache', GOPATH: '/tmp/go', GO111MODULE: 'off', GOPROXY: 'off' },
      ...{ CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOTELEMETRY: 'off', GOMAXPROCS: '2' },
    },
    shown: shown(),
    limits: { ...compileLimits, processes: 256 },
  };
}

export const go: Toolchain = {
  language: 'go',
  debian: 'golang-go',
  present: () => home() !== undefined,
  fileName: () => 'main.go',
  compile,
  run: (_source, _fileName, allowed) => ({
    command: ['/box/program'],
    environment: { GOMEMLIMIT: `${allowed.memoryMb}MiB`, GOMAXPROCS: '2', GOTRACEBACK: 'single' },
    limits: runLimits(allowed, {
      ...{ startMs: 5, memoryMb: 16, processes: 64 },
      addressMb: { counted: 1024, uncounted: 1024 },
    }),
  }),
  outOfMemory: /out of memory|cannot allocate memory/,
};
