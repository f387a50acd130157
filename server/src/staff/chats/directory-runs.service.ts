import { Injectable } from '@nestjs/common';
import type {
  AskDirectoryRun,
  ChatName,
  DirectoryRun,
  LastDirectoryRun,
  SyncDirectory,
} from '@zhiyu/contracts/directory';
import type { Locale } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { errorText } from '../../platform/http/error-text.js';
import { KeptValues } from '../../platform/kept-values/kept-values.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { Workplace } from '../../workplace/workplace.js';
import type { Company } from '../company.entity.js';
import { chatCompany } from './chat-company.js';
import { directoryPlace, DirectorySync, longestSeconds } from './directory-sync.service.js';

const keptSeconds = 86_400;
const keyOf = (companyId: string, chat: ChatName) => `directory.run:${companyId}:${chat}`;

/** Runs that an administrator begins: in the background, one at a time for each chat, with their progress kept. */
@Injectable()
export class DirectoryRuns {
  constructor(
    private readonly workplace: Workplace,
    private readonly sync: DirectorySync,
    private readonly database: Database,
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /**
   * @throws engineMissing without this chat, notFound for a company that it does not belong to, requestInProgress
   * while another run goes on
   */
  async begin(actor: StaffActor, { chat, dryRun }: SyncDirectory): Promise<DirectoryRun> {
    this.workplace.chat(chat);
    const company = await chatCompany(this.database.dataSource.manager);
    if (company?.id !== actor.companyId) {
      throw new AppError('notFound');
    }
    const id = newId(this.clock.now());
    if (!(await this.kept.claim(directoryPlace(chat), id, longestSeconds))) {
      throw new AppError('requestInProgress');
    }
    const begun = { id, chat, dryRun, state: 'reading' as const, done: 0, total: 0 };
    const run: DirectoryRun = { ...begun, result: null, problem: '' };
    await this.keep(company, run);
    const { id: staffId, locale } = actor;
    await this.database.transaction((tx) => {
      const order = { runId: id, chat, dryRun, staffId, locale };
      tx.enqueue('directory.run', order, { key: `directory.run:${id}` });
      return Promise.resolve();
    });
    return run;
  }

  async last({ companyId }: StaffActor, { chat }: AskDirectoryRun): Promise<LastDirectoryRun> {
    const kept = await this.kept.get(keyOf(companyId, chat));
    return { run: kept === null ? null : (JSON.parse(kept) as DirectoryRun) };
  }

  /** Whatever comes of it stands in the run; begun again after the process died, it finds what is left to do. */
  async goOn(order: JobMap['directory.run']): Promise<void> {
    const { runId: id, chat, dryRun, staffId, locale } = order;
    const company = await chatCompany(this.database.dataSource.manager);
    const begun: DirectoryRun = {
      ...{ id, chat, dryRun, state: 'reading', done: 0, total: 0, result: null, problem: '' },
    };
    if (!company) {
      return;
    }
    try {
      const by = { actor: `staff:${staffId}`, staffId, locale };
      const tell = (done: number, total: number) =>
        this.keep(company, { ...begun, state: 'changing', done, total });
      const result = await this.sync.run({ company, chat, dryRun, ...by }, tell);
      await this.keep(company, { ...begun, state: 'done', result });
    } catch (error) {
      await this.keep(company, { ...begun, state: 'failed', problem: this.wordsOf(error, locale) });
    } finally {
      await this.kept.delete(directoryPlace(chat));
    }
  }

  private wordsOf(error: unknown, locale: Locale): string {
    if (error instanceof AppError) {
      return errorText(error.code, locale, error.details);
    }
    this.log.error('a directory could not be applied', { error });
    return errorText('internal', locale);
  }

  private async keep({ id }: Company, run: DirectoryRun): Promise<void> {
    await this.kept.set(keyOf(id, run.chat), JSON.stringify(run), keptSeconds);
  }
}
