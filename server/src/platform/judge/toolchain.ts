import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { BoxLimits } from '../sandbox/box-command.js';

/** One command inside a box, and what it may use beside what the submission allows. */
export interface Step {
  command: string[];
  environment?: Record<string, string>;
  shown?: Record<string, string>;
  limits: BoxLimits;
}

/** What the submission allows its program. */
export interface Allowed {
  timeMs: number;
  memoryMb: number;
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
  run: (source: string, fileName: string, allowed: Allowed) => Step;
  /** What standard error says when memory was refused to the program. */
  outOfMemory: RegExp;
  /** What standard error says when the source may not even be a program. */
  unreadable?: RegExp;
}

/** Largest output of a program: more is the verdict `output`. */
const outputBytes = 4 * 1024 * 1024;

/** Processor time that every box takes for itself. */
const boxMs = 30;

/** Limits of a run: the program's own time and memory, and what its language takes before it begins. */
export function runLimits(
  { timeMs, memoryMb }: Allowed,
  extra: { startMs: number; memoryMb: number; addressMb: number | null; processes: number },
): BoxLimits {
  const processorMs = timeMs + boxMs + extra.startMs;
  return {
    processorMs,
    wallMs: 2 * processorMs + 1500,
    memoryMb: memoryMb + extra.memoryMb,
    addressMb: extra.addressMb === null ? null : memoryMb + extra.addressMb,
    processes: extra.processes,
    filesMb: 64,
    outputBytes,
  };
}

/** Limits of a compiler: generous, and still an end for sources made to keep it busy. */
export const compileLimits: BoxLimits = {
  processorMs: 15_000,
  wallMs: 20_000,
  memoryMb: 1024,
  addressMb: null,
  processes: 64,
  filesMb: 256,
  outputBytes: 256 * 1024,
};
