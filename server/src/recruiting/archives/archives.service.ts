import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { UploadResult } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';
import type { OpenArchive, ResumeArchive, TakeFromArchive } from '@zhiyu/contracts/resume-archive';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { openBytes, sealBytes } from '../../platform/crypto/sealed.js';
import { Database } from '../../platform/database/database.js';
import { unpackEntry } from '../../platform/reading/zip-entry.js';
import { Runtime } from '../../platform/runtime.js';
import { newId } from '../../platform/time/ids.js';
import { requireOn } from '../../staff/access.js';
import { Position } from '../entities/position.entity.js';
import { HandedIn } from '../handed-in.service.js';
import { maxFileBytes } from '../resume/limits.js';
import { listArchive, nameOf } from './archive-files.js';

const lifeMs = 3_600_000;

/**
 * Résumés in a ZIP archive (R2): looked at first, then taken file by file, so that each has its own result. The archive
 * is kept for an hour under the installation's key, bound to who sent it and for which position; no name in it ever
 * becomes a path.
 */
@Injectable()
export class ResumeArchives {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly runtime: Runtime,
    private readonly handedIn: HandedIn,
  ) {}

  /** @throws what `listArchive` throws, fileTooLarge */
  async open(actor: StaffActor, { id }: OpenArchive, bytes: Buffer): Promise<ResumeArchive> {
    await this.mayAdd(actor, id);
    if (bytes.length > maxFileBytes) {
      throw new AppError('fileTooLarge', { megabytes: maxFileBytes / 1024 / 1024 });
    }
    const { files, leftOut } = listArchive(bytes);
    const archiveId = await this.keep(actor, id, bytes);
    return { archiveId, files, leftOut };
  }

  /** One file of it as if it had been handed in alone. @throws notFound after the hour, what a résumé throws */
  async take(actor: StaffActor, input: TakeFromArchive): Promise<UploadResult> {
    await this.mayAdd(actor, input.id);
    const bytes = await this.kept(actor, input);
    const { entries, files } = listArchive(bytes);
    const file = files.find(({ index }) => index === input.index);
    const entry = entries[input.index];
    if (!file || !entry || file.fault !== null) {
      throw new AppError('notFound');
    }
    const resume = await unpackEntry(bytes, entry);
    const { id, batch } = input;
    return this.handedIn.upload(actor, { id, name: nameOf(entry.name), batch }, resume);
  }

  private async mayAdd(actor: StaffActor, id: string): Promise<void> {
    const position = await this.database.read(Position).findOneBy({ id });
    requireOn(actor, 'application.add', position);
  }

  /** First who takes it away again, then the archive: one that nobody takes away is never kept. */
  private async keep(actor: StaffActor, id: string, bytes: Buffer): Promise<string> {
    const archiveId = await this.database.transaction((tx) => {
      const draftId = newId(tx.now);
      tx.enqueue('draft.clean', { draftId }, { runAt: tx.now + lifeMs });
      return Promise.resolve(draftId);
    });
    const place = placeOf(actor, { id, archiveId });
    const sealed = sealBytes(this.keyring.keyFor('draft'), place, bytes);
    await mkdir(dirname(this.path(archiveId)), { recursive: true });
    await writeFile(this.path(archiveId), sealed, { mode: 0o600 });
    return archiveId;
  }

  private async kept(actor: StaffActor, input: Omit<TakeFromArchive, 'index'>): Promise<Buffer> {
    try {
      const sealed = await readFile(this.path(input.archiveId));
      return openBytes(this.keyring.keyFor('draft'), placeOf(actor, input), sealed);
    } catch {
      // Gone after its hour, or somebody else's: neither is told apart.
      throw new AppError('notFound');
    }
  }

  private path(archiveId: string): string {
    return join(this.runtime.dataDir, 'drafts', archiveId);
  }
}

/** Bound into the ciphertext: nobody else opens it, and for no other position. */
function placeOf(actor: StaffActor, { id, archiveId }: { id: string; archiveId: string }): string {
  return ['archive', actor.companyId, actor.id, id, archiveId].join('|');
}
