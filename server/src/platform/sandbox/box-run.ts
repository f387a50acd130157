import { type ChildProcess, type IOType, spawn, type StdioOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { boxCommand, type BoxMachine, type BoxOrder } from './box-command.js';
import type { RunGroup, Usage } from './cgroups.js';
import { treeUsage } from './process-tree.js';

/** Why the box was ended before the program did. */
export type Stopped = 'processor' | 'wall' | 'memory' | 'output';

export interface BoxResult {
  /** 128 + signal when a signal ended it; null when the box was stopped. */
  exitCode: number | null;
  stopped: Stopped | null;
  /** Of the whole tree; 0 where the machine does not tell or it was over too soon. */
  processorMs: number;
  wallMs: number;
  memoryKb: number;
  stdout: Buffer;
  stderr: Buffer;
}

/** The box itself could not be made: nothing is known of the program. */
export class BoxBroken extends Error {}

/** How often limits are looked at, and what a signal's exit code looks like. */
const lookMs = 20;
const exitOfSignal = { xcpu: 128 + 24 };
const statusBytes = 64 * 1024;

export interface BoxTools {
  machine: BoxMachine;
  /** Descriptor of the seccomp filter, at its beginning. */
  filter: number;
  /** Descriptor of a file that holds the standard input, at its beginning. */
  input: number;
  /** Null where none can be made: /proc is looked at instead. */
  group: RunGroup | null;
  /** Descriptors that the box would inherit, and the open /dev/null it gets in their place. */
  inherited: readonly number[];
  nothing: number;
}

/**
 * The input, pipes for the two outputs and the status, the filter, and nothing of what we inherited. Node's
 * pipes are sockets, which cannot be opened again by name: many programs read `/dev/stdin`.
 */
function descriptors({ input, filter, inherited, nothing }: BoxTools): StdioOptions {
  const stdio: (IOType | number)[] = [input, 'pipe', 'pipe', filter, 'pipe'];
  for (let each = stdio.length; each <= Math.max(0, ...inherited); each++) {
    stdio.push(inherited.includes(each) ? nothing : 'ignore');
  }
  return stdio;
}

/** Collects one stream up to a limit, and says once when it is passed. */
function collect(stream: Readable, limit: number, full: () => void): () => Buffer {
  const parts: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (part: Buffer) => {
    if (bytes < limit) {
      parts.push(part.subarray(0, limit - bytes));
    }
    bytes += part.length;
    if (bytes > limit) {
      full();
    }
  });
  return () => Buffer.concat(parts);
}

/** One program in one box, from its start until nothing of it is left. */
export class BoxRun {
  private readonly child: ChildProcess;
  private readonly began = performance.now();
  private readonly status: () => Buffer;
  private readonly outputs: [() => Buffer, () => Buffer];
  private readonly peak: Usage = { processorMs: 0, memoryKb: 0 };
  private stopped: Stopped | null = null;

  constructor(
    private readonly order: BoxOrder,
    private readonly tools: BoxTools,
  ) {
    const [program, ...args] = boxCommand(order, tools.machine, tools.group?.doors ?? []);
    this.child = spawn(program, args, {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      cwd: '/',
      stdio: descriptors(tools),
    });
    const [, output, errors, , status] = this.child.stdio as [
      null,
      Readable,
      Readable,
      null,
      Readable,
    ];
    const full = (): void => {
      this.stop('output');
    };
    this.outputs = [
      collect(output, order.limits.outputBytes, full),
      collect(errors, order.limits.outputBytes, full),
    ];
    this.status = collect(status, statusBytes, () => undefined);
  }

  /** @throws BoxBroken */
  async finish(): Promise<BoxResult> {
    const look = setInterval(() => {
      this.look();
    }, lookMs);
    const late = setTimeout(() => {
      this.stop('wall');
    }, this.order.limits.wallMs);
    try {
      await new Promise<void>((resolve, reject) => {
        this.child.on('error', reject);
        this.child.on('close', () => {
          resolve();
        });
      });
    } finally {
      clearInterval(look);
      clearTimeout(late);
    }
    return this.result();
  }

  private stop(reason: Stopped): void {
    if (this.stopped === null) {
      this.stopped = reason;
      // The box's first process dies with bubblewrap, and everything in its namespace with that.
      this.child.kill('SIGKILL');
    }
  }

  private measure(): void {
    const { group } = this.tools;
    const inside = group ? undefined : this.statusOf('child-pid');
    const now = group?.usage() ?? (inside === undefined ? undefined : treeUsage(inside));
    if (now) {
      this.peak.processorMs = Math.max(this.peak.processorMs, now.processorMs);
      this.peak.memoryKb = Math.max(this.peak.memoryKb, now.memoryKb);
    }
  }

  private look(): void {
    this.measure();
    const { processorMs, memoryMb } = this.order.limits;
    if (this.peak.processorMs > processorMs) {
      this.stop('processor');
    } else if (this.tools.group === null && this.peak.memoryKb > memoryMb * 1024) {
      this.stop('memory');
    }
  }

  private statusOf(name: 'child-pid' | 'exit-code'): number | undefined {
    const found = new RegExp(`"${name}": (\\d+)`).exec(this.status().toString());
    return found ? Number(found[1]) : undefined;
  }

  private result(): BoxResult {
    const wallMs = performance.now() - this.began;
    const [stdout, stderr] = this.outputs.map((read) => read()) as [Buffer, Buffer];
    if (this.tools.group) {
      this.measure();
    }
    const exitCode = this.statusOf('exit-code') ?? null;
    if (this.tools.group?.ranOutOfMemory()) {
      this.stopped = 'memory';
    } else if (this.stopped === null && this.isOverTime(exitCode)) {
      this.stopped = 'processor';
    }
    if (exitCode === null && this.stopped === null) {
      throw new BoxBroken(stderr.toString().slice(0, 500));
    }
    return { exitCode, stopped: this.stopped, ...this.peak, wallMs, stdout, stderr };
  }

  private isOverTime(exitCode: number | null): boolean {
    return exitCode === exitOfSignal.xcpu || this.peak.processorMs > this.order.limits.processorMs;
  }
}
