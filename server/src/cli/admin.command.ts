import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Runtime } from '../platform/runtime.js';
import { Company } from '../staff/company.entity.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffService } from '../staff/staff.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

const linkLifeMs = 7 * 86_400_000;

interface Wanted {
  name: string;
  email: string;
  company: string | undefined;
  url: string | undefined;
}

async function answered(io: CommandIo, given: string | undefined, what: string): Promise<string> {
  const answer = given ?? (io.ask ? await io.ask(`${what}: `) : '');
  if (answer.trim() === '') {
    throw new UsageError(`缺少 missing: ${what}`);
  }
  return answer.trim();
}

/** The real company that is meant; undefined when there is none yet. The example company has its own people. */
async function companyFor(
  app: INestApplicationContext,
  name: string | undefined,
): Promise<Company | undefined> {
  const all = await app.get(Database).read(Company).findBy({ example: false });
  if (name !== undefined) {
    return all.find((one) => one.name === name);
  }
  if (all.length > 1) {
    const names = all.map((one) => one.name).join('、');
    throw new CommandError(`有几家公司，请加 --company 指定：${names}  say which by --company`);
  }
  return all[0];
}

async function create(app: INestApplicationContext, wanted: Wanted, io: CommandIo) {
  const known = await companyFor(app, wanted.company);
  const name = known?.name ?? (await answered(io, wanted.company, '公司名称 company'));
  const staff = app.get(StaffService);
  const signIn = app.get(SignIn);
  const token = await app.get(Database).transaction(async (tx) => {
    const companyId = known?.id ?? (await staff.createCompany(tx, { name, example: false }));
    if (await tx.manager.existsBy(StaffUser, { loginToken: signIn.loginToken(wanted.email) })) {
      throw new CommandError(`这个邮箱已经有人用 this address is taken: ${wanted.email}`);
    }
    const user = await staff.add(tx, {
      companyId,
      name: wanted.name,
      email: wanted.email,
      roles: ['admin'],
      departmentId: null,
      example: false,
    });
    return signIn.makeLink(tx, user, 'invite', linkLifeMs);
  });
  const url = (wanted.url ?? app.get(Runtime).publicUrl).replace(/\/+$/, '');
  io.err(`${name} · ${wanted.name}，链接 7 天内可用一次 the link works once, for 7 days\n`);
  io.out(`${url}/#/pages/link/index?t=${token}\n`);
}

/** `zhiyu admin create`: the way in for the first administrator, and back in for a locked-out company. */
export async function adminCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      company: { type: 'string' },
      url: { type: 'string' },
    },
  });
  if (positionals.join(' ') !== 'create') {
    throw new UsageError('admin create');
  }
  const name = await answered(io, values.name, '姓名 --name');
  const email = await answered(io, values.email, '邮箱 --email');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new UsageError(`不是邮箱地址 not a mail address: ${email}`);
  }
  const { company, url } = values;
  await withApp((app) => create(app, { name, email, company, url }, io));
  return 0;
}
