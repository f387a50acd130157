import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppLog } from '../../platform/log/app-log.js';
import type { TaskInput, TaskName, TaskResult } from './tasks.js';
import { ThreadPool } from './thread-pool.js';

/** Reads words for a report, a follow-up question or the facts beside a report, in threads of its own. */
@Injectable()
export class Assessing implements OnModuleDestroy {
  private readonly pool: ThreadPool;

  constructor(log: AppLog) {
    this.pool = new ThreadPool(new URL('./assess.worker.js', import.meta.url), (error, attempt) =>
      log.warn('a thread that reads answers failed', { error, attempt }),
    );
  }

  /** The same result as the task itself gives. @throws where the thread failed twice: the job comes again */
  async run<N extends TaskName>(name: N, input: TaskInput<N>): Promise<TaskResult<N>> {
    return (await this.pool.run({ name, input })) as TaskResult<N>;
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.end();
  }
}
