import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Apply } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../platform/crypto/keyring.js';
import { openBytes, type Place, sealBytes } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Runtime } from '../platform/runtime.js';
import { newId } from '../platform/time/ids.js';
import { Resume, ResumeDraftRow } from './entities/application.entity.js';

const draftLifeMs = 3_600_000;
const filePurpose = 'resume';

export interface ResumeFile {
  fileName: string;
  bytes: Buffer;
  parsed: ParsedResume;
}

export interface StoredResume {
  id: string;
  fileName: string;
  parsed: ParsedResume;
  corrected: Record<string, string>;
  hasFile: boolean;
}

interface Kept {
  companyId: string;
  personId: string;
  /** Null: the candidate had no file and typed. */
  file: ResumeFile | null;
  parsed: ParsedResume;
  corrected: Partial<Pick<Apply, 'name' | 'phone' | 'email' | 'education' | 'work'>>;
}

const at = (row: string, column: string): Place => ({ table: 'resume', column, row });

async function writeFileSafely(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Originals of résumés and what was read from them, sealed with the person's key; drafts with the installation's. */
@Injectable()
export class ResumeStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly keyring: Keyring,
    private readonly runtime: Runtime,
  ) {}

  /** Keeps a file for an hour until the candidate sends it. */
  async draft(companyId: string, file: ResumeFile): Promise<string> {
    return this.database.transaction(async (tx) => {
      const id = newId(tx.now);
      const facts = JSON.stringify({ fileName: file.fileName, parsed: file.parsed });
      const sealed = this.keyring.seal(`draft|${id}`, facts);
      await writeFileSafely(
        this.draftPath(id),
        sealBytes(this.keyring.keyFor('draft'), id, file.bytes),
      );
      await tx.manager.insert(ResumeDraftRow, {
        id,
        companyId,
        sealed,
        expiresAt: tx.now + draftLifeMs,
      });
      tx.enqueue('draft.clean', { draftId: id }, { runAt: tx.now + draftLifeMs });
      return id;
    });
  }

  /** The draft's file; gone or another company's: notFound. */
  async takeDraft(tx: Tx, companyId: string, id: string): Promise<ResumeFile> {
    const row = await tx.manager.findOneBy(ResumeDraftRow, { id, companyId });
    if (!row || row.expiresAt < tx.now) {
      throw new AppError('notFound');
    }
    const facts = JSON.parse(this.keyring.open(`draft|${id}`, row.sealed)) as Omit<
      ResumeFile,
      'bytes'
    >;
    const bytes = openBytes(this.keyring.keyFor('draft'), id, await readFile(this.draftPath(id)));
    return { ...facts, bytes };
  }

  async dropDraft(id: string): Promise<void> {
    await this.database.read(ResumeDraftRow).delete({ id });
    await rm(this.draftPath(id), { force: true });
  }

  async keep(tx: Tx, input: Kept): Promise<string> {
    const { companyId, personId, file } = input;
    const id = newId(tx.now);
    const vault = await this.vault.of(personId, tx.manager);
    const name = file ? join('resumes', id.slice(-2), id) : '';
    if (file) {
      await writeFileSafely(
        join(this.runtime.dataDir, name),
        sealBytes(vault.keyFor(filePurpose), id, file.bytes),
      );
    }
    await tx.manager.insert(Resume, {
      id,
      companyId,
      personId,
      fileName: vault.seal(at(id, 'fileName'), file?.fileName ?? ''),
      format: input.parsed.format,
      file: name,
      bytes: file?.bytes.length ?? 0,
      parsed: vault.seal(at(id, 'parsed'), JSON.stringify(input.parsed)),
      corrected: vault.seal(at(id, 'corrected'), JSON.stringify(input.corrected)),
      createdAt: tx.now,
    });
    return id;
  }

  /** What was read; null when there is none or the person was erased. */
  async read(
    resumeId: string | null,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<StoredResume | null> {
    const row = resumeId ? await manager.findOneBy(Resume, { id: resumeId }) : null;
    const vault = row ? await this.vault.of(row.personId, manager) : null;
    if (!row || !vault || vault.erased) {
      return null;
    }
    return {
      id: row.id,
      fileName: vault.open(at(row.id, 'fileName'), row.fileName) ?? '',
      parsed: JSON.parse(vault.open(at(row.id, 'parsed'), row.parsed) ?? '{}') as ParsedResume,
      corrected: JSON.parse(vault.open(at(row.id, 'corrected'), row.corrected) ?? '{}') as Record<
        string,
        string
      >,
      hasFile: row.file !== '',
    };
  }

  /** The original as it came. @throws notFound when there is no file. */
  async original(
    row: Resume,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<{ fileName: string; bytes: Buffer }> {
    const vault = await this.vault.of(row.personId, manager);
    if (row.file === '' || vault.erased) {
      throw new AppError('notFound');
    }
    const sealed = await readFile(join(this.runtime.dataDir, row.file));
    const fileName = vault.open(at(row.id, 'fileName'), row.fileName) ?? 'resume';
    return { fileName, bytes: openBytes(vault.keyFor(filePurpose), row.id, sealed) };
  }

  /** The originals of an erased person leave the disk; what was read of them is noise without the key. */
  async forget(personId: string): Promise<void> {
    const rows = await this.database.read(Resume).findBy({ personId });
    for (const { id, file } of rows.filter((row) => row.file !== '')) {
      await rm(join(this.runtime.dataDir, file), { force: true });
      await this.database.transaction((tx) =>
        tx.manager.update(Resume, { id }, { file: '', bytes: 0 }),
      );
    }
  }

  /** One résumé, its file first: repeated after a crash it ends what was begun. */
  async drop(id: string): Promise<void> {
    const row = await this.database.read(Resume).findOneBy({ id });
    if (row && row.file !== '') {
      await rm(join(this.runtime.dataDir, row.file), { force: true });
    }
    await this.database.transaction((tx) => tx.manager.delete(Resume, { id }));
  }

  private draftPath(id: string): string {
    return join(this.runtime.dataDir, 'drafts', id);
  }
}
