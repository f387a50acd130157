import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { EntityManager } from 'typeorm';
import type { SealedPlace } from '../../platform/storage/sealed-file.js';
import { SealedFiles } from '../../platform/storage/sealed-files.js';
import type { SubjectVault } from '../../platform/crypto/sealed.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Runtime } from '../../platform/runtime.js';
import type { Media } from './media.entity.js';

/** Where the recordings lie and under which keys. */
@Injectable()
export class MediaFiles implements OnModuleDestroy {
  readonly open = new SealedFiles();
  private readonly root: string;
  /** Derived once; they go where their vault goes. */
  private readonly keys = new WeakMap<SubjectVault, Map<string, Buffer>>();

  constructor(
    runtime: Runtime,
    private readonly vault: Vault,
  ) {
    this.root = join(runtime.dataDir, 'recordings');
  }

  async onModuleDestroy(): Promise<void> {
    await this.open.closeAll();
  }

  /** A relative path; spread over folders by the random end of the id. */
  nameOf(mediaId: string, kind: 'rec' | 'copy'): string {
    return join(mediaId.slice(-2), `${mediaId}.${kind}`);
  }

  pathOf(name: string): string {
    return join(this.root, name);
  }

  /**
   * The slices as they came. Inside a transaction give its manager.
   * @throws AppError notFound when the person was erased.
   */
  async original(media: Media, manager?: EntityManager): Promise<SealedPlace> {
    const place = await this.place(media, media.file, manager);
    return media.state === 'open' ? place : { ...place, atLeast: media.bytes };
  }

  /** Nobody can open what this person recorded any more. */
  async erased(media: Media): Promise<boolean> {
    return (await this.vault.of(media.personId)).erased;
  }

  /** The seekable copy in this file. */
  async copy(media: Media, name: string): Promise<SealedPlace> {
    return this.place(media, name);
  }

  private async place(media: Media, name: string, manager?: EntityManager): Promise<SealedPlace> {
    const path = this.pathOf(name);
    const vault = await this.vault.of(media.personId, manager);
    if (vault.erased) {
      await this.open.drop(path);
      throw new AppError('notFound');
    }
    const kind = name === media.file ? 'recording' : 'copy';
    return {
      path,
      key: this.keyOf(vault, media.id),
      context: `${media.companyId}|media|${kind}|${media.id}`,
    };
  }

  private keyOf(vault: SubjectVault, mediaId: string): Buffer {
    const known = this.keys.get(vault) ?? new Map<string, Buffer>();
    this.keys.set(vault, known);
    const key = known.get(mediaId) ?? vault.keyFor(`media:${mediaId}`);
    known.set(mediaId, key);
    return key;
  }
}
