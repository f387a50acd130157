/** What runs a job's payload; throws to have it repeated. */
export type JobHandler = (payload: object) => Promise<void>;

/** The part that runs jobs: embedded in this process by default, a broker's workers elsewhere. */
export abstract class JobEngine {
  /** Tells what runs which job: once, before the first job. */
  abstract use(handlers: ReadonlyMap<string, JobHandler>): void;
  /** Takes jobs from now on. */
  abstract start(): void;
  /** Takes no new job, waits for those that run, gives their leases back. */
  abstract stop(): Promise<void>;
  /** Runs until nothing is due: for tests and commands. */
  abstract drain(): Promise<void>;
}

/** Throw it where repeating cannot help: the job dies at once with this reason. */
export class HopelessError extends Error {}
