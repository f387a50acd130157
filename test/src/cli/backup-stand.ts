import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadSettings } from '@zhiyu/config/settings';
import { AppModule } from '@zhiyu/server/app.module';
import { DemoCompany } from '@zhiyu/server/demo/demo-company';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { MediaService } from '@zhiyu/server/interviews/media/media.service';
import { BackupKey, type Manifest, writeManifest } from '@zhiyu/server/platform/backup/manifest';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { Database } from '@zhiyu/server/platform/database/database';
import { tablesOf } from '@zhiyu/server/platform/database/fill-tables';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { zhiyu } from '../harness/command-line.js';
import type { TestPlace } from '../harness/test-place.js';

type Place = Omit<TestPlace, 'remove'>;

/** An empty folder: a place without a database server. */
export function sqlitePlace(): TestPlace {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu backup '));
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true });
    return Promise.resolve();
  };
  return { dataDir, url: undefined, remove };
}

/** A company with an administrator and nothing else. */
export async function anInstallation(): Promise<TestPlace> {
  const place = sqlitePlace();
  const who = ['--name', '张三', '--email', 'zhang@example.com', '--company', '青云商贸'];
  const { code, err } = await zhiyu(place, 'admin', 'create', ...who);
  if (code !== 0) {
    throw new Error(err);
  }
  return place;
}

/** Opens the product there, does the work and closes it. */
export async function opened<T>(
  { dataDir, url }: Place,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const settings = loadSettings({ DATA_DIR: dataDir, DATABASE_URL: url, LOG_LEVEL: 'silent' });
  const runtime = new Runtime(settings, { runsJobs: false, serves: false, version: '0' });
  runtime.publicUrl = 'http://127.0.0.1:1';
  const app = await NestFactory.createApplicationContext(AppModule.with(runtime), {
    logger: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The example company in this place. */
export function makeExampleIn(place: Place): Promise<void> {
  return opened(place, (app) => new DemoCompany(app).make());
}

/** The hash of each recording as a player hears it, by its id. */
export function recordingsIn(place: Place): Promise<Record<string, string>> {
  return opened(place, async (app) => {
    const all = await app
      .get(Database)
      .read(Media)
      .find({ order: { id: 'ASC' } });
    const heard = all.map(async (media) => [
      media.id,
      createHash('sha256')
        .update(await app.get(MediaService).readAll(media))
        .digest('hex'),
    ]);
    return Object.fromEntries(await Promise.all(heard)) as Record<string, string>;
  });
}

/** What a backup says it holds. */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** Everything that lies in a place: names in the data folder, and tables of a database server. */
export async function whatLiesIn({ dataDir, url }: Place): Promise<string[]> {
  const names = existsSync(dataDir) ? readdirSync(dataDir, { encoding: 'utf8' }) : [];
  if (url === undefined) {
    return names;
  }
  const dataSource = await makeDataSource({ dataDir, url }, []).initialize();
  try {
    return [...names, ...(await tablesOf(dataSource))];
  } finally {
    await dataSource.destroy();
  }
}

/** Puts another manifest in its place, as the product itself would have written it. */
export function signAnew(folder: string, manifest: Manifest, keys: string): Promise<void> {
  const key = BackupKey.in(keys);
  if (!key) {
    throw new Error('no key');
  }
  rmSync(join(folder, 'manifest.json'));
  rmSync(join(folder, 'manifest.hmac'));
  return writeManifest(folder, manifest, key);
}
