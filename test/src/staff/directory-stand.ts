import type { DirectoryResult, PersonStepKind, SyncDirectory } from '@zhiyu/contracts/directory';
import { routes } from '@zhiyu/contracts/routes';
import type { Staff } from '@zhiyu/contracts/staff';
import { DirectoryJob } from '@zhiyu/server/staff/chats/directory.job';
import type { EmulatedUser } from '../emulators/feishu/tenant.js';
import { anotherSession } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';
import { type ChatStand, startChatStand } from './chat-stand.js';

/** What a sync did with nobody. */
export const nothing = { added: 0, linked: 0, changed: 0, closed: 0, reopened: 0, kept: 0 };

/** A company with Feishu, as its administrator sees it. */
export class DirectoryStand {
  private constructor(readonly chat: ChatStand) {}

  static async start(): Promise<DirectoryStand> {
    return new DirectoryStand(await startChatStand());
  }

  get app() {
    return this.chat.app;
  }

  get tenant() {
    return this.chat.feishu.platform.tenant;
  }

  /** The administrator in a browser of his own. */
  admin(): Promise<TestSession> {
    return anotherSession(this.app, this.chat.admin);
  }

  /** @throws Error with what the administrator reads when it failed */
  async sync(dryRun = false): Promise<DirectoryResult> {
    return syncedBy(this.app, { chat: 'feishu', dryRun }, await this.admin());
  }

  nightly(): Promise<void> {
    return this.app.get(DirectoryJob).run();
  }

  async staff(): Promise<Staff[]> {
    return (await this.app.api(routes.listStaff, {}, await this.admin())).staff;
  }

  async named(name: string): Promise<Staff> {
    return (await this.staff()).find((one) => one.name === name)!;
  }

  async departments() {
    return (await this.app.api(routes.departments, {}, await this.admin())).departments;
  }

  /** Somebody in the emulated company: to be changed there. */
  user(openId: string): EmulatedUser {
    return this.tenant.users.find((one) => one.openId === openId)!;
  }

  /** Every call of the directory fails for a while. */
  silence(): void {
    const answer = { status: 500, body: { code: 1, msg: 'down' } };
    for (let times = 0; times < 5; times++) {
      this.chat.feishu.platform.faults.push({ path: '/open-apis/contact', answer });
    }
  }
}

/** Begins a run, lets it happen, and reads what it did. @throws Error with its problem when it failed */
export async function syncedBy(
  app: TestApp,
  input: SyncDirectory,
  session: TestSession,
): Promise<DirectoryResult> {
  const begun = await app.api(routes.syncDirectory, input, session);
  await app.drainJobs();
  const { run } = await app.api(routes.directoryRun, { chat: input.chat }, session);
  if (run?.id !== begun.id || run.result === null) {
    throw new Error(run?.problem ?? 'no run');
  }
  return run.result;
}

/** The people of a result with whom this was done. */
export function stepsOf(result: DirectoryResult, kind: PersonStepKind): string[] {
  const steps = result.steps.filter((step) => step.of === 'person' && step.kind === kind);
  return steps.map((step) => step.name).sort();
}
