import { Injectable } from '@nestjs/common';
import type {
  ChatName,
  DepartmentStepKind,
  DirectoryResult,
  PersonStepKind,
} from '@zhiyu/contracts/directory';
import { departmentSteps, personSteps } from '@zhiyu/contracts/directory';
import type { Locale } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { Database } from '../../platform/database/database.js';
import { Setting } from '../../platform/database/setting.entity.js';
import { KeptValues } from '../../platform/kept-values/kept-values.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { AuditLog } from '../../privacy/audit.service.js';
import { Workplace } from '../../workplace/workplace.js';
import type { Company } from '../company.entity.js';
import { chatCompany } from './chat-company.js';
import { chatLabel } from './chat-labels.js';
import { DirectoryApply } from './directory-apply.js';
import { DirectoryRows } from './directory-rows.js';
import { type DirectoryPlan, Planning, type There } from './directory.plan.js';

/** A sync that died holds its place no longer than this. */
export const longestSeconds = 900;
const shownSteps = 200;
/** By itself nobody closes so many accounts that are more than half: rather the app's rights were narrowed. */
const suspicious = 5;

const settingName = (chat: ChatName) => `directory.${chat}`;

/** Held by the one run of a chat that goes on. */
export const directoryPlace = (chat: ChatName) => `directory:${chat}`;

/** How many of all people are brought up to date. */
export type Tell = (done: number, total: number) => Promise<void>;
const silent: Tell = () => Promise.resolve();

/** One run. */
interface Run {
  company: Company;
  chat: ChatName;
  dryRun: boolean;
  /** Of the audit log. */
  actor: string;
  /** Null for the nightly run. */
  staffId: string | null;
  locale: Locale;
}

/** Departments and people as the chat has them. */
@Injectable()
export class DirectorySync {
  constructor(
    private readonly workplace: Workplace,
    private readonly rows: DirectoryRows,
    private readonly changes: DirectoryApply,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /** Goes on with what an administrator began; a chat that nobody ever synchronised is left alone. */
  async nightly(chat: ChatName): Promise<void> {
    const company = await chatCompany(this.database.dataSource.manager);
    const name = settingName(chat);
    const begun =
      company && (await this.database.read(Setting).existsBy({ companyId: company.id, name }));
    if (company && begun) {
      const by = { actor: 'system:directory', staffId: null, locale: 'zh' as const };
      await this.alone(chat, () => this.run({ company, chat, dryRun: false, ...by }));
    }
  }

  /** @throws chatSilent when the chat gives no answer, directoryEmpty when it has nobody */
  async run(run: Run, tell: Tell = silent): Promise<DirectoryResult> {
    const there = await this.read(run);
    const plan = await this.plan(run, there);
    return run.dryRun
      ? resultOf(run, plan)
      : this.carryOut(run, plan, { members: there.members.length, tell });
  }

  /** @throws requestInProgress while another run goes on */
  private async alone(chat: ChatName, work: () => Promise<unknown>): Promise<void> {
    const place = directoryPlace(chat);
    if (!(await this.kept.claim(place, '1', longestSeconds))) {
      throw new AppError('requestInProgress');
    }
    try {
      await work();
    } finally {
      await this.kept.delete(place);
    }
  }

  private async carryOut(
    run: Run,
    plan: DirectoryPlan,
    { members, tell }: { members: number; tell: Tell },
  ): Promise<DirectoryResult> {
    const { company, chat, staffId } = run;
    const result = resultOf(run, plan);
    const { closed } = result.people;
    const tooMany = closed >= suspicious && closed > members;
    if (staffId === null && tooMany) {
      this.log.warn('a directory lost most of its people: nothing was changed', { chat, closed });
      await this.writeDown(run, result, false);
      return result;
    }
    await this.changes.apply({ company, chat, tell }, plan);
    await this.database.transaction(async (tx) => {
      const value = { at: tx.now };
      const row = { companyId: company.id, name: settingName(chat), value };
      await tx.manager.save(Setting, { ...row, changedBy: staffId, changedAt: tx.now });
    });
    await this.writeDown(run, result, true);
    return result;
  }

  private async plan({ company, chat }: Run, there: There): Promise<DirectoryPlan> {
    const here = await this.rows.here(company.id, chat, there.members);
    return new Planning(there, here, () => newId(this.clock.now())).plan();
  }

  /** One after the other: a chat may read its departments once for both. */
  private async read({ chat, locale }: Run): Promise<There> {
    const { directory } = this.workplace.chat(chat);
    const named = { chat: chatLabel(chat, locale) };
    const there = await readAll(directory).catch((error: unknown) => {
      this.log.warn('a chat’s directory could not be read', { chat, error });
      throw error instanceof AppError ? error : new AppError('chatSilent', named);
    });
    if (!there.members.some((member) => member.active)) {
      throw new AppError('directoryEmpty', named);
    }
    return there;
  }

  private async writeDown(run: Run, result: DirectoryResult, allowed: boolean): Promise<void> {
    const { added, linked, changed, closed, reopened } = result.people;
    const ground = `+${added} =${linked} ~${changed} -${closed} ^${reopened}`;
    const { company, chat, actor } = run;
    const line = { companyId: company.id, actor, verb: 'directory.sync', object: chat };
    await this.audit.record({ ...line, ground, allowed });
  }
}

async function readAll(directory: {
  departments: () => Promise<There['departments']>;
  members: () => Promise<There['members']>;
}): Promise<There> {
  const departments = await directory.departments();
  return { departments, members: await directory.members() };
}

function countOf<K extends string>(kinds: readonly K[], steps: { kind: K }[]): Record<K, number> {
  const counts = kinds.map((kind) => [kind, steps.filter((step) => step.kind === kind).length]);
  return Object.fromEntries(counts) as Record<K, number>;
}

function resultOf({ chat, dryRun }: Run, plan: DirectoryPlan): DirectoryResult {
  const { departments, people, same } = plan;
  const named = [
    ...departments.map(({ kind, name }) => ({ of: 'department' as const, kind, name })),
    ...people.map(({ kind, name }) => ({ of: 'person' as const, kind, name })),
  ];
  return {
    ...{ chat, dryRun, same },
    departments: countOf<DepartmentStepKind>(departmentSteps, departments),
    people: countOf<PersonStepKind>(personSteps, people),
    steps: named.slice(0, shownSteps),
  };
}
