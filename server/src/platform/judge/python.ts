import { existsSync } from 'node:fs';
import { compileLimits, runLimits, type Toolchain } from './toolchain.js';

/** Not the `python3` of PATH, which may be a script in somebody's home folder that boxes do not see. */
const program = '/usr/bin/python3';

export const python: Toolchain = {
  language: 'python',
  debian: 'python3',
  present: () => existsSync(program),
  fileName: () => 'main.py',
  check: (fileName) => ({
    command: [program, '-c', `compile(open('/box/${fileName}','rb').read(),'${fileName}','exec')`],
    limits: { ...compileLimits, memoryMb: 256, addressMb: { counted: 512, uncounted: 512 } },
  }),
  run: (_source, fileName, allowed) => ({
    command: [program, '-B', `/box/${fileName}`],
    limits: {
      ...runLimits(allowed, {
        ...{ startMs: 20, memoryMb: 16, processes: 64 },
        // Threads with large stacks for deep recursion reserve far more than they use.
        addressMb: { counted: 1024, uncounted: 64 },
      }),
      stackMb: 16,
    },
  }),
  outOfMemory: /^MemoryError\b/m,
  unreadable: /^(SyntaxError|IndentationError|TabError)\b/m,
};
