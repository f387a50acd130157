import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@zhiyu/config/settings';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { MediaFiles } from '@zhiyu/server/interviews/media/media-files';
import { MediaAccess, mountMedia } from '@zhiyu/server/interviews/media/media.playback';
import { MediaService } from '@zhiyu/server/interviews/media/media.service';
import { mountUploads, UploadAccess } from '@zhiyu/server/interviews/media/media.uploads';
import { SealJob } from '@zhiyu/server/interviews/media/seal.job';
import { DataKey } from '@zhiyu/server/platform/crypto/data-key.entity';
import { Keyring } from '@zhiyu/server/platform/crypto/keyring';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { watchTransactions } from '@zhiyu/server/platform/database/sqlite-serial';
import { Database } from '@zhiyu/server/platform/database/database';
import { EventCounter, EventRow } from '@zhiyu/server/platform/events/event.entity';
import { EventLog } from '@zhiyu/server/platform/events/event-log';
import { Subscribers } from '@zhiyu/server/platform/events/subscribers';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { JobQueue } from '@zhiyu/server/platform/jobs/job-queue';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { SystemClock } from '@zhiyu/server/platform/time/clock';
import { newId } from '@zhiyu/server/platform/time/ids';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

/** A person is who the header says. */
function personOf(request: FastifyRequest): string {
  return String(request.headers['x-person']);
}

/** Recordings with everything real but the sign-in: files, keys, database, HTTP on a port. */
export class MediaStand {
  readonly dir = mkdtempSync(join(tmpdir(), 'zhiyu media '));
  readonly personId = newId(Date.now());
  readonly companyId = newId(Date.now());
  base = '';
  app: FastifyInstance;
  database: Database;
  vault: Vault;
  files: MediaFiles;
  media: MediaService;
  sealJob: SealJob;

  static async make(settings: Record<string, string> = {}): Promise<MediaStand> {
    const stand = new MediaStand();
    await stand.start(settings);
    return stand;
  }

  async start(settings: Record<string, string>): Promise<void> {
    const all = loadSettings({ DATA_DIR: this.dir, LOG_LEVEL: 'silent', ...settings });
    const runtime = new Runtime(all, { runsJobs: false, serves: true, version: 'test' });
    const entities = [Media, DataKey, Job, EventCounter, EventRow];
    watchTransactions();
    const dataSource = makeDataSource({ dataDir: this.dir, file: ':memory:' }, entities);
    await dataSource.initialize();
    await dataSource.synchronize();
    const queue = new JobQueue();
    const log = new AppLog(runtime);
    this.database = new Database(
      dataSource,
      new EventLog(new Subscribers()),
      queue,
      new SystemClock(),
    );
    this.vault = new Vault(new Keyring(runtime), dataSource);
    this.files = new MediaFiles(runtime, this.vault);
    this.media = new MediaService(this.database, this.files);
    this.sealJob = new SealJob(this.database, this.files, runtime, log);
    await this.database.transaction((tx) => this.vault.create(tx, this.companyId, this.personId));
    const { media } = this;
    const mine = (request: FastifyRequest, found: Media | null): Media | null =>
      found?.personId === personOf(request) ? found : null;
    class Access extends UploadAccess {
      override async check(request: FastifyRequest, id: string): Promise<Media | null> {
        return mine(request, await media.findForUpload(id));
      }
    }
    class Play extends MediaAccess {
      override async check(request: FastifyRequest, id: string): Promise<Media | null> {
        return mine(request, await media.find(id));
      }
    }
    this.app = Fastify();
    mountUploads(this.app, {
      access: new Access(),
      media,
      log,
      maxBytes: all.media.MEDIA_MAX_MB * 1024 * 1024,
    });
    mountMedia(this.app, { access: new Play(), media, log });
    this.base = await this.app.listen({ port: 0, host: '127.0.0.1' });
  }

  async newMedia(mimeType = 'video/webm;codecs=vp8,opus'): Promise<Media> {
    const attemptId = newId(Date.now());
    const { personId, companyId } = this;
    return this.database.transaction((tx) =>
      this.media.open(tx, { companyId, personId, attemptId, track: 'video', mimeType }),
    );
  }

  /** A recording that is complete. */
  async recorded(bytes: Buffer, mimeType?: string): Promise<Media> {
    const media = await this.newMedia(mimeType);
    const lease = await this.media.lease(media);
    for (let at = 0; at < bytes.length; at += 50_000) {
      await lease.file.append(at, bytes.subarray(at, at + 50_000));
    }
    await lease.release();
    return this.database.transaction((tx) => this.media.complete(tx, media.id));
  }

  /** One request of a tus client. */
  async tus(
    media: Media,
    method: string,
    more: { headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<Response> {
    const headers = { 'tus-resumable': '1.0.0', 'x-person': this.personId, ...more.headers };
    const body = more.body ? { body: new Uint8Array(more.body) } : {};
    return fetch(this.base + this.media.uploadUrl(media), { method, headers, ...body });
  }

  async patch(
    media: Media,
    offset: number,
    body: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const own = {
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    };
    return this.tus(media, 'PATCH', { body, headers: { ...own, ...headers } });
  }

  async play(media: Media, range?: string): Promise<Response> {
    const headers = { 'x-person': this.personId, ...(range === undefined ? {} : { range }) };
    return fetch(this.base + this.media.playUrl(media), { headers });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.files.onModuleDestroy();
    await this.database.dataSource.destroy();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
