import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keyIn } from '../crypto/keyring.js';
import { BackupRefused } from './refused.js';

/** Names in a backup; `files/` holds what the manifest's list says, `tables/` a file for each table. */
export const parts = {
  manifest: 'manifest.json',
  mac: 'manifest.hmac',
  list: 'files.ndjson.gz',
  files: 'files',
  tables: 'tables',
} as const;

/** Folder of the key-encryption key, in a data folder and, if it was asked for, among a backup's files. */
export const keysFolder = 'keys';
const purpose = 'backup';

const name = z.string().regex(/^\w{1,64}$/);
const hashed = {
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};
const lines = { ...hashed, rows: z.number().int().nonnegative() };

const manifestSchema = z.strictObject({
  format: z.literal('zhiyu-backup/1'),
  /** Version of the product that made it. */
  product: z.string().max(40),
  /** When the snapshot of the database was taken, ms since 1970. */
  madeAt: z.number().int(),
  database: z.enum(['sqlite', 'mariadb']),
  /** The version of the tables. */
  migrations: z.array(name),
  /** Tells the key-encryption key that opens what is sealed, and nothing about it. */
  keyCheck: z.string().regex(/^[0-9a-f]{32}$/),
  withKeys: z.boolean(),
  /** A line of JSON for each row, its values in the order of the columns. */
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1), ...lines })),
  /** The packed list of files, one a line with its hash. */
  files: z.strictObject(lines),
});

export type Manifest = z.infer<typeof manifestSchema>;

const safeName = /^[\w-][\w.-]*$/;

/** A line of the list of files; a path never leaves the folder it is put into. */
export const keptFileSchema = z.strictObject({
  path: z
    .string()
    .max(300)
    .refine((path) => path.split('/').every((part) => safeName.test(part))),
  ...hashed,
});

/** What a key-encryption key shows of itself in a backup, and what it signs with. */
export class BackupKey {
  private constructor(private readonly key: Buffer) {}

  /** @returns null where no key lies in this folder */
  static in(folder: string): BackupKey | null {
    const key = keyIn(folder, purpose);
    return key && new BackupKey(key);
  }

  get check(): string {
    return this.mac('check').slice(0, 32);
  }

  /** HMAC-SHA256 in hex. */
  mac(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('hex');
  }
}

export async function writeManifest(
  folder: string,
  manifest: Manifest,
  key: BackupKey,
): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const options = { flag: 'wx', mode: 0o600, flush: true };
  await writeFile(join(folder, parts.mac), `${key.mac(text)}\n`, options);
  await writeFile(join(folder, parts.manifest), text, options);
}

async function textOf(folder: string, part: string): Promise<string> {
  try {
    return await readFile(join(folder, part), 'utf8');
  } catch {
    throw new BackupRefused(
      `${folder} 不是备份，或者没有做完 is no backup, or one that was not finished: ${part}`,
    );
  }
}

export function changed(what: string): BackupRefused {
  return new BackupRefused(
    `备份和它的清单对不上，没有恢复 the backup is not as it was made, nothing was restored: ${what}`,
  );
}

function parsed(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw changed(parts.manifest);
  }
  const result = manifestSchema.safeParse(json);
  if (!result.success) {
    throw changed(parts.manifest);
  }
  return result.data;
}

function isSigned(text: string, mac: string, key: BackupKey): boolean {
  const [made, found] = [Buffer.from(key.mac(text)), Buffer.from(mac.trim())];
  return made.length === found.length && timingSafeEqual(made, found);
}

/** @throws BackupRefused what is sealed in this backup opens with another key */
export function requireKey({ keyCheck }: Manifest, key: BackupKey): void {
  if (keyCheck !== key.check) {
    throw new BackupRefused(
      '密钥不是这份备份的密钥，没有恢复 this is not the key of this backup, nothing was restored',
    );
  }
}

/**
 * The manifest of a backup whose key this is.
 * @throws BackupRefused it is no backup, belongs to another key, or a byte of the manifest was changed
 */
export async function readManifest(folder: string, key: BackupKey): Promise<Manifest> {
  const text = await textOf(folder, parts.manifest);
  const mac = await textOf(folder, parts.mac);
  const manifest = parsed(text);
  requireKey(manifest, key);
  if (!isSigned(text, mac, key)) {
    throw changed(parts.manifest);
  }
  return manifest;
}
