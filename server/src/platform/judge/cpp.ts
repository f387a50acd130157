import { existsSync } from 'node:fs';
import { compileLimits, runLimits, type Toolchain } from './toolchain.js';

const compiler = '/usr/bin/g++';

export const cpp: Toolchain = {
  language: 'cpp',
  debian: 'g++',
  present: () => existsSync(compiler),
  fileName: () => 'main.cpp',
  compile: (fileName) => ({
    command: [
      compiler,
      ...['-std=gnu++17', '-O2', '-pipe', '-fno-diagnostics-color', '-fmax-errors=20'],
      ...['-o', '/box/program', fileName],
    ],
    limits: { ...compileLimits, addressMb: { counted: 2048, uncounted: 2048 } },
  }),
  run: (_source, _fileName, allowed) => ({
    command: ['/box/program'],
    limits: {
      ...runLimits(allowed, {
        ...{ startMs: 0, memoryMb: 8, processes: 64 },
        // Every thread reserves a stack of 64 MiB, and what is never touched is not used.
        addressMb: { counted: null, uncounted: 32 },
      }),
      stackMb: 64,
    },
  }),
  outOfMemory: /std::bad_alloc/,
};
