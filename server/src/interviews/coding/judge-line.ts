import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import type { Judgement, Submission } from '@zhiyu/contracts/judge';
import { Judge } from '../../platform/judge/judge.js';

/**
 * Programs in their order. The judge gives each test a processor of its own; a few programs a processor are let in, so
 * that a short run is not kept out by a long one, and the rest are told how many are before them.
 */
@Injectable()
export class JudgeLine {
  private readonly atOnce = 2 * availableParallelism();
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly judge: Judge) {}

  get length(): number {
    return this.waiting.length;
  }

  /** True when a program that comes now has to wait. */
  get busy(): boolean {
    return this.running >= this.atOnce;
  }

  /** @param begun called when its turn comes */
  async run(submission: Submission, begun?: () => void): Promise<Judgement> {
    if (this.busy) {
      await new Promise<void>((go) => this.waiting.push(go));
    } else {
      this.running += 1;
    }
    try {
      begun?.();
      return await this.judge.judge(submission);
    } finally {
      this.next();
    }
  }

  /** Its place goes on to the next one. */
  private next(): void {
    const go = this.waiting.shift();
    if (go) {
      go();
    } else {
      this.running -= 1;
    }
  }
}
