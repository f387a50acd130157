import type { JudgeLimits, ProgramLanguage } from '@zhiyu/contracts/judge';
import type { BoxLimits } from '../sandbox/box-command.js';

/** One command inside a box, and what it may use beside what the submission allows. */
export interface Step {
  command: string[];
  environment?: Record<string, string>;
  shown?: Record<string, string>;
  limits: BoxLimits;
}

/** How one language is compiled and run. Paths are those inside the box. */
export interface Toolchain {
  language: ProgramLanguage;
  /** Debian package that brings what is missing. */
  debian: string;
  /** Whether everything is on this machine. */
  present: () => boolean;
  /** Name of the source's file in /box. */
  fileName: (source: string) => string;
  /** Files that stand beside the source, by name. */
  beside?: Readonly<Record<string, string>>;
  /** Makes the program; absent: nothing is made. */
  compile?: (fileName: string) => Step;
  /** Only reads the source: asked when a run ended with what may be a syntax error. */
  check?: (fileName: string) => Step;
  run: (source: string, fileName: string, allowed: JudgeLimits) => Step;
  /** What standard error says when memory was refused to the program. */
  outOfMemory: RegExp;
  /** What standard error says when the source may not even be a program. */
  unreadable?: RegExp;
}

/** Largest output of a program, unless more is expected of it: beyond is the verdict `output`. */
const outputBytes = 4 * 1024 * 1024;
const outputSpareBytes = 1024 * 1024;

/** How much a program may write of which this is expected. */
export function outputLimit(expected: string | undefined): number {
  return Math.max(outputBytes, Buffer.byteLength(expected ?? '') + outputSpareBytes);
}

/** Processor time that every box takes for itself. */
const boxMs = 30;

/** What a language takes beside what its program is allowed. */
interface Extra {
  startMs: number;
  memoryMb: number;
  /** Address space beyond `memoryMb`, where a control group counts the memory in use and where none does. */
  addressMb: BoxLimits['addressMb'];
  processes: number;
}

/** Limits of a run: the program's own time and memory, and what its language takes before it begins. */
export function runLimits({ timeMs, memoryMb }: JudgeLimits, extra: Extra): BoxLimits {
  const beside = (address: number | null) => (address === null ? null : memoryMb + address);
  const processorMs = timeMs + boxMs + extra.startMs;
  return {
    processorMs,
    wallMs: 2 * processorMs + 1500,
    memoryMb: memoryMb + extra.memoryMb,
    addressMb: {
      counted: beside(extra.addressMb.counted),
      uncounted: beside(extra.addressMb.uncounted),
    },
    processes: extra.processes,
    filesMb: 64,
    outputBytes,
  };
}

/** For languages that reserve more than they use. */
export const anyAddress: BoxLimits['addressMb'] = { counted: null, uncounted: null };

/** Limits of a compiler: generous, and still an end for sources made to keep it busy. */
export const compileLimits: BoxLimits = {
  processorMs: 15_000,
  wallMs: 20_000,
  memoryMb: 1024,
  addressMb: anyAddress,
  processes: 64,
  filesMb: 256,
  outputBytes: 256 * 1024,
};
