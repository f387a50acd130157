import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { formatPosition, parsePosition } from '@zhiyu/config/content';
import type { PositionContent } from '@zhiyu/contracts/position';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Positions } from '../recruiting/positions.service.js';
import type { Company } from '../staff/company.entity.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffService } from '../staff/staff.service.js';
import { chooseCompany } from './companies.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

const nobody = '还没有公司，先运行 zhiyu admin create  no company yet: zhiyu admin create';

async function required(app: INestApplicationContext, name: string | undefined): Promise<Company> {
  const company = await chooseCompany(app, name);
  if (!company) {
    throw new CommandError(nobody);
  }
  return company;
}

async function exportAll(
  app: INestApplicationContext,
  company: Company,
  dir: string,
): Promise<string[]> {
  const rows = await app
    .get(Database)
    .read(Position)
    .find({ where: { companyId: company.id }, order: { createdAt: 'ASC' } });
  await mkdir(dir, { recursive: true });
  const used = new Map<string, number>();
  const files: string[] = [];
  for (const row of rows) {
    const { content } = await app.get(Positions).version(row.versionId);
    const count = (used.get(row.code) ?? 0) + 1;
    used.set(row.code, count);
    const file = join(dir, count === 1 ? `${row.code}.yaml` : `${row.code}.${count}.yaml`);
    await writeFile(file, formatPosition(content));
    files.push(file);
  }
  return files;
}

/** An import is done in the name of an administrator: its version says so. */
async function administrator(app: INestApplicationContext, company: Company): Promise<StaffActor> {
  const { manager } = app.get(Database).dataSource;
  const [first] = await app.get(StaffService).withRole(manager, company.id, 'admin');
  const actor = first ? await app.get(SignIn).actorOf(first.id, '') : null;
  if (!actor) {
    throw new CommandError(nobody);
  }
  return actor;
}

/** Two contents are the same when they are written the same. */
function same(one: PositionContent, other: PositionContent): boolean {
  const written = (content: PositionContent) =>
    formatPosition(parsePosition(formatPosition(content), ''));
  return written(one) === written(other);
}

async function importOne(
  app: INestApplicationContext,
  actor: StaffActor,
  content: PositionContent,
): Promise<string> {
  const positions = app.get(Positions);
  const where = { companyId: actor.companyId, code: content.code };
  const [row, second] = await app.get(Database).read(Position).findBy(where);
  if (second) {
    throw new CommandError(`两个岗位都叫 two positions have the code ${content.code}`);
  }
  if (!row) {
    const { companyId, id: createdBy } = actor;
    const open = { departmentId: null, ownerId: null, headcount: 1 };
    const made = { companyId, content, createdBy, ...open, state: 'draft' as const };
    await app.get(Database).transaction((tx) => positions.add(tx, { ...made, example: false }));
    return '新岗位（草稿） new draft';
  }
  const current = await positions.version(row.versionId);
  if (same(current.content, content)) {
    return `没有变化 unchanged, v${row.version}`;
  }
  const change = { id: row.id, baseVersion: row.version, content, note: 'content import' };
  const { version } = await positions.save(actor, change);
  return `新版本 new version, v${version}`;
}

async function importAll(
  app: INestApplicationContext,
  company: Company,
  contents: PositionContent[],
): Promise<string[]> {
  const actor = await administrator(app, company);
  const lines: string[] = [];
  for (const content of contents) {
    lines.push(`${content.code}  ${await importOne(app, actor, content)}`);
  }
  return lines;
}

/** `zhiyu content export|import`: positions of the database as YAML files, and files as new versions. */
export async function contentCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { dir: { type: 'string' }, company: { type: 'string' } },
  });
  const [verb, ...files] = positionals;
  if (!(verb === 'export' && files.length === 0) && !(verb === 'import' && files.length > 0)) {
    throw new UsageError('content export | import FILE…');
  }
  // Read before the database is opened: a file at fault changes nothing.
  const contents: PositionContent[] = [];
  for (const file of files) {
    contents.push(parsePosition(await readFile(file, 'utf8'), file));
  }
  const lines = await withApp(async (app) => {
    const company = await required(app, values.company);
    return verb === 'export'
      ? exportAll(app, company, values.dir ?? 'positions')
      : importAll(app, company, contents);
  });
  io.out(lines.map((line) => `${line}\n`).join(''));
  return 0;
}
