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

/** What the script did with the outside, and why it was cut off. */
class Outside {
  readonly written: Record<1 | 2, string[]> = { 1: [], 2: [] };
  private bytes = 0;
  cutOff: 'time' | 'output' | 'exit' | null = null;
  exitCode = 0;
  private readonly deadline = performance.now() + order.timeMs;

  write(where: 1 | 2, text: string): void {
    this.bytes += text.length;
    if (this.bytes > order.outputLength) {
      this.cutOff ??= 'output';
      return;
    }
    this.written[where].push(text);
  }

  /** Asked again and again while the script runs; an answer of true ends it beyond any catch. */
  interrupts(): boolean {
    if (this.cutOff === null && performance.now() > this.deadline) {
      this.cutOff = 'time';
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
      }),
    );
    const turn = context.unwrapResult(context.evalCode(surroundings, 'surroundings.js'));
    if (this.evaluate()) {
      this.untilNothingIsLeft(turn);
    }
    turn.dispose();
  }

  end(timeMs: number): ScriptEnd {
    const { written, cutOff, exitCode } = this.outside;
    const words = this.fault && wordsOf(this.fault);
    return {
      verdict: cutOff === 'exit' ? endOfExit(exitCode) : (cutOff ?? this.endOfFault()),
      unreadable: this.unreadable,
      stdout: written[1].join(''),
      stderr: written[2].join('') + (cutOff === null && words !== null ? `${words}\n` : ''),
      timeMs,
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

  /** @returns whether the script ended without a fault */
  private evaluate(): boolean {
    const { context } = this;
    const type = order.isModule ? 'module' : 'global';
    const read = context.evalCode(order.source, 'main.js', { type, compileOnly: true });
    if (read.error) {
      this.unreadable = true;
      return this.failed(read.error);
    }
    read.value.dispose();
    const result = context.evalCode(order.source, 'main.js', { type });
    if (result.error) {
      return this.failed(result.error);
    }
    const value = result.value;
    const done = this.jobs() && this.settled(value);
    value.dispose();
    return done;
  }

  /** A module's evaluation, or what a script evaluates to, may be a promise that was refused. */
  private settled(value: QuickJSHandle): boolean {
    if (!order.isModule) {
      return true;
    }
    const state = this.context.getPromiseState(value);
    return state.type === 'rejected' ? this.failed(state.error) : true;
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
  const began = performance.now();
  const script = new Script(runtime, runtime.newContext(), outside);
  script.run();
  return script.end(Math.round(performance.now() - began));
}

parentPort?.postMessage(await work());
