import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import {
  getQuickJS,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten';
import type { ScriptEnd, ScriptOrder } from './script-judge.js';
import { moduleSource, surroundings } from './script-surroundings.js';

const order = workerData as ScriptOrder;
/** How deep calls may go; the thread's own stack must hold it. */
const stackBytes = 512 * 1024;

/** How often the processor time is asked for, once the time on the clock is over. */
const askMs = 5;

/** Milliseconds that this thread has had a processor; time on the clock where the system does not tell. */
function processorMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** What the script did with the outside, and why it was cut off. */
class Outside {
  readonly written: Record<1 | 2, string[]> = { 1: [], 2: [] };
  private bytes = 0;
  cutOff: 'time' | 'output' | 'exit' | null = null;
  exitCode = 0;
  private readonly began = processorMs();
  private askAt = performance.now() + order.timeMs;

  get usedMs(): number {
    return processorMs() - this.began;
  }

  write(where: 1 | 2, text: string): void {
    if (this.cutOff !== null) {
      return;
    }
    this.bytes += text.length;
    if (this.bytes > order.outputLength) {
      this.cutOff ??= 'output';
      return;
    }
    this.written[where].push(text);
  }

  /** Asked again and again while the script runs; an answer of true ends it beyond any catch. */
  interrupts(): boolean {
    if (this.cutOff === null && performance.now() > this.askAt) {
      this.askAt = performance.now() + askMs;
      this.cutOff = this.usedMs > order.timeMs ? 'time' : null;
    }
    return this.cutOff !== null;
  }
}

interface Fault {
  name?: unknown;
  message?: unknown;
  stack?: unknown;
}

class Script {
  private fault: Fault | null = null;
  private unreadable = false;

  constructor(
    private readonly runtime: QuickJSRuntime,
    private readonly context: QuickJSContext,
    private readonly outside: Outside,
  ) {}

  run(): void {
    const { context } = this;
    this.give('__input', context.newString(order.stdin));
    this.give(
      '__write',
      context.newFunction('write', (where, text) => {
        this.outside.write(context.getNumber(where) === 2 ? 2 : 1, context.getString(text));
      }),
    );
    this.give(
      '__exit',
      context.newFunction('exit', (code) => {
        this.outside.exitCode = context.getNumber(code);
        this.outside.cutOff ??= 'exit';
        // Leaves at once; who catches it is interrupted.
        throw new Error('exit');
      }),
    );
    const turn = context.unwrapResult(context.evalCode(surroundings, 'surroundings.js'));
    const value = this.evaluate();
    if (value && this.jobs()) {
      this.untilNothingIsLeft(turn);
      this.refused(value);
    }
    value?.dispose();
    turn.dispose();
  }

  end(): ScriptEnd {
    const { written, cutOff, exitCode } = this.outside;
    const words = this.fault && wordsOf(this.fault);
    return {
      verdict: cutOff === 'exit' ? endOfExit(exitCode) : (cutOff ?? this.endOfFault()),
      unreadable: this.unreadable,
      stdout: written[1].join(''),
      stderr: written[2].join('') + (cutOff === null && words !== null ? `${words}\n` : ''),
      timeMs: Math.round(this.outside.usedMs),
      memoryKb: this.memoryKb(),
    };
  }

  private endOfFault(): 'memory' | 'runtime' | null {
    if (!this.fault) {
      return null;
    }
    return this.fault.message === 'out of memory' ? 'memory' : 'runtime';
  }

  private give(name: string, value: QuickJSHandle): void {
    this.context.setProp(this.context.global, name, value);
    value.dispose();
  }

  /** @returns what the script evaluates to; null when it ended with a fault */
  private evaluate(): QuickJSHandle | null {
    const { context } = this;
    const type = order.isModule ? 'module' : 'global';
    const read = context.evalCode(order.source, 'main.js', { type, compileOnly: true });
    if (read.error) {
      this.unreadable = true;
      this.failed(read.error);
      return null;
    }
    read.value.dispose();
    const result = context.evalCode(order.source, 'main.js', { type });
    if (result.error) {
      this.failed(result.error);
      return null;
    }
    return result.value;
  }

  /** A module, or the `main()` that a script ends with, may be a promise that was refused in the end. */
  private refused(value: QuickJSHandle): void {
    const state = this.context.getPromiseState(value);
    if (state.type === 'rejected') {
      this.failed(state.error);
    }
  }

  private jobs(): boolean {
    const ran = this.runtime.executePendingJobs();
    if (ran.error) {
      return this.failed(ran.error);
    }
    ran.dispose();
    return true;
  }

  private untilNothingIsLeft(turn: QuickJSHandle): void {
    const { context } = this;
    for (let goesOn = true; goesOn;) {
      const result = context.callFunction(turn, context.undefined);
      if (result.error) {
        this.failed(result.error);
        return;
      }
      goesOn = context.dump(result.value) === true;
      result.value.dispose();
      if (!this.jobs() || this.outside.interrupts()) {
        return;
      }
    }
  }

  private failed(error: QuickJSHandle): false {
    // To tell that memory was used up takes memory.
    this.runtime.setMemoryLimit(-1);
    const fault: unknown = this.context.dump(error);
    this.fault = typeof fault === 'object' && fault !== null ? fault : { message: fault };
    error.dispose();
    return false;
  }

  private memoryKb(): number {
    const handle = this.runtime.computeMemoryUsage();
    const usage = this.context.dump(handle) as { memory_used_size?: number };
    handle.dispose();
    return Math.round((usage.memory_used_size ?? 0) / 1024);
  }
}

function endOfExit(code: number): 'runtime' | null {
  return code === 0 ? null : 'runtime';
}

function wordsOf({ name, message, stack }: Fault): string {
  const head = [name, message].filter((part) => typeof part === 'string').join(': ');
  return [head, typeof stack === 'string' ? stack.trimEnd() : ''].filter(Boolean).join('\n');
}

async function work(): Promise<ScriptEnd> {
  const quickjs = await getQuickJS();
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(order.memoryMb * 1024 * 1024);
  runtime.setMaxStackSize(stackBytes);
  runtime.setModuleLoader((name) => moduleSource(name));
  const outside = new Outside();
  runtime.setInterruptHandler(() => outside.interrupts());
  const script = new Script(runtime, runtime.newContext(), outside);
  script.run();
  return script.end();
}

parentPort?.postMessage(await work());
