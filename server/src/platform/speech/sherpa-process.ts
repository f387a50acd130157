import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { SpeechWindow } from './speech-windows.js';
import { SpeechFailure } from './speech.js';

/** One answer to recognise: samples at 16 kHz, and the windows to take one after another. */
export interface SherpaJob {
  samples: Float32Array;
  windows: SpeechWindow[];
}

export interface SherpaModel {
  model: string;
  tokens: string;
  language: 'zh' | 'en' | 'ja';
  threads: number;
}

/** The model cannot be loaded; trying again changes nothing. The message is the library's last line. */
export class ModelRefused extends Error {}

/** Loading 240 MB from a slow disk, milliseconds. */
const loadLimit = 120_000;

const program = fileURLToPath(new URL('./sherpa.child.js', import.meta.url));

/** A running process with one loaded model. One job at a time: the caller waits for the answer. */
export class SherpaProcess {
  private complaint = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly language: string,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => {
      this.complaint = `${this.complaint}${chunk.toString()}`.slice(-2000);
    });
    if (child.stderr instanceof Socket) {
      child.stderr.unref();
    }
    child.on('error', () => undefined);
  }

  /** @throws ModelRefused */
  static async start(model: SherpaModel): Promise<SherpaProcess> {
    const child = fork(program, [model.model, model.tokens, model.language, `${model.threads}`], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const process = new SherpaProcess(child, model.language);
    try {
      await process.answer(loadLimit);
    } catch {
      throw new ModelRefused(process.lastComplaint());
    }
    return process;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.child.connected;
  }

  /**
   * What the model says of each window, unchecked.
   * @param limit milliseconds after which the process is ended
   * @throws SpeechFailure when it ends, or is ended, before it has answered
   */
  async recognise(job: SherpaJob, limit: number): Promise<unknown> {
    const answer = this.answer(limit);
    this.child.send(job, (error) => {
      if (error) {
        this.child.kill('SIGKILL');
      }
    });
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    const ended = new Promise<void>((done) => {
      this.child.once('exit', () => done());
    });
    this.child.ref();
    this.child.kill('SIGKILL');
    await ended;
  }

  /** The next message. While nobody waits, the process does not keep the server from ending. */
  private answer(limit: number): Promise<unknown> {
    const { child } = this;
    child.ref();
    child.channel?.ref();
    return new Promise((done, fail) => {
      const finish = () => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('close', onClose);
        child.unref();
        child.channel?.unref();
      };
      const onMessage = (message: unknown) => {
        finish();
        done(message);
      };
      const onClose = () => {
        finish();
        fail(new SpeechFailure(`the speech process ended: ${this.lastComplaint()}`));
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), limit);
      child.on('message', onMessage);
      child.on('close', onClose);
    });
  }

  private lastComplaint(): string {
    const lines = this.complaint.split('\n').filter((line) => line.trim() !== '');
    const told = lines.findLast((line) => /error|exist|config/i.test(line)) ?? lines.at(-1);
    return told?.trim().slice(0, 300) ?? 'no reason given';
  }
}
