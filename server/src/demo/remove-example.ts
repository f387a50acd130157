import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { In } from 'typeorm';
import { Media } from '../interviews/media/media.entity.js';
import { MediaFiles } from '../interviews/media/media-files.js';
import { DataKey } from '../platform/crypto/data-key.entity.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Job } from '../platform/jobs/job.entity.js';
import { Runtime } from '../platform/runtime.js';
import { AuditEntry } from '../privacy/audit.entity.js';
import { Resume, ResumeDraftRow } from '../recruiting/entities/application.entity.js';
import { Company } from '../staff/company.entity.js';

async function removeRecordings(app: INestApplicationContext, companyId: string): Promise<void> {
  const files = app.get(MediaFiles);
  for (const media of await app.get(Database).read(Media).findBy({ companyId })) {
    for (const name of [media.file, files.nameOf(media.id, 'copy')]) {
      await files.open.remove(files.pathOf(name));
    }
  }
}

async function removeResumes(app: INestApplicationContext, companyId: string): Promise<void> {
  const { dataDir } = app.get(Runtime);
  const database = app.get(Database);
  const resumes = await database.read(Resume).findBy({ companyId });
  const drafts = await database.read(ResumeDraftRow).findBy({ companyId });
  const names = [
    ...resumes.filter((row) => row.file !== '').map((row) => row.file),
    ...drafts.map((row) => join('drafts', row.id)),
  ];
  await Promise.all(names.map((name) => rm(join(dataDir, name), { force: true })));
}

/** Every id that a row of the company has: by them its jobs are known, which have no company of their own. */
async function removeRows(tx: Tx, companyId: string): Promise<void> {
  const ids = new Set([companyId]);
  const { manager } = tx;
  for (const { target, columns, name } of manager.dataSource.entityMetadatas) {
    const owned = columns.some((column) => column.propertyName === 'companyId');
    // The lines of the audit log stay: they name nobody, and without them the chain would be broken.
    if (!owned || target === AuditEntry) {
      continue;
    }
    if (columns.some((column) => column.propertyName === 'id' && column.isPrimary)) {
      const query = manager.createQueryBuilder(target, name).select(`${name}.id`, 'id');
      const rows = await query.where(`${name}.companyId = :companyId`, { companyId }).getRawMany();
      rows.forEach((row: { id: string }) => ids.add(row.id));
    }
    await manager.delete(target, { companyId });
  }
  await removeJobs(tx, ids);
  await manager.delete(Company, { id: companyId });
}

async function removeJobs({ manager }: Tx, ids: ReadonlySet<string>): Promise<void> {
  const jobs = await manager.find(Job);
  const ours = jobs.filter(({ payload }) =>
    Object.values(payload).some((value) => typeof value === 'string' && ids.has(value)),
  );
  for (let at = 0; at < ours.length; at += 500) {
    const some = ours.slice(at, at + 500).map((job) => job.id);
    await manager.delete(Job, { id: In(some) });
  }
}

/**
 * Deletes the example company: its files, then its rows and keys in one transaction, so that a second run ends what
 * the first began. Other companies stay as they are.
 * @returns false when there was none
 */
export async function removeExample(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(Database);
  const companies = await database.read(Company).findBy({ example: true });
  for (const { id } of companies) {
    await removeRecordings(app, id);
    await removeResumes(app, id);
    const keys = await database.read(DataKey).findBy({ companyId: id });
    await database.transaction((tx) => removeRows(tx, id));
    keys.forEach((key) => app.get(Vault).forget(key.subjectId));
  }
  return companies.length > 0;
}
