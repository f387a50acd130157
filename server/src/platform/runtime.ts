import type { Settings } from '@zhiyu/config/settings';

/** What this process is and where it stands: made once in main.ts, the command line or a test. */
export class Runtime {
  constructor(
    readonly settings: Settings,
    readonly options: { runsJobs: boolean; serves: boolean; version: string },
  ) {
    this.publicUrl = settings.web.PUBLIC_URL ?? '';
  }

  /** Where people reach the server; without PUBLIC_URL known once it listens. */
  publicUrl: string;

  get runsJobs(): boolean {
    return this.options.runsJobs;
  }

  get dataDir(): string {
    return this.settings.data.DATA_DIR;
  }
}
