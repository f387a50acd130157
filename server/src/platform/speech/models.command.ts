import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DownloadError, downloadModelFile } from './model-download.js';
import { type ModelFile, type ModelSet, modelSets } from './model-table.js';

/** What a command writes to, and where the product's data lies. */
export interface ModelsCommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Models go to `<dataDir>/models/<name>` unless --dir says otherwise; ./data when absent. */
  dataDir?: string;
}

/** Arguments that cannot be followed. */
class UsageError extends Error {}

const usage = `用法 Usage:
  zhiyu models list
  zhiyu models fetch sense-voice [--dir DIR] [--base URL] [--sha256 FILE=HEX]... [--sums]

  --dir DIR          放在哪里 where to put the files (DATA_DIR/models/sense-voice)
  --base URL         从哪里下载 folder to download from: a mirror, or your own model
  --sha256 FILE=HEX  自己模型的校验值 expected checksum of your own file; the built-in ones
                     belong to the public release and were not computed by this project
  --sums             校验值取自该地址的 SHA256SUMS take them from SHA256SUMS at --base:
                     proves a whole download, not that the server is honest
断了再运行一次，从断的地方继续。Run it again after a cut: it goes on where it stopped.
退出码 Exit code: 0 done, 1 not fetched, 2 wrong arguments, 3 wrong checksum.
`;

const hex = /^[0-9a-f]{64}$/;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

interface FetchOptions {
  dir: string;
  base: string;
  given: Map<string, string>;
  sums: boolean;
}

/** @throws UsageError */
function readGiven(pairs: string[], set: ModelSet): Map<string, string> {
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const [name = '', sum = ''] = pair.split('=');
    if (!set.files.some((file) => file.name === name) || !hex.test(sum.toLowerCase())) {
      throw new UsageError(`--sha256 ${pair}: FILE=64 hexadecimal digits`);
    }
    given.set(name, sum.toLowerCase());
  }
  return given;
}

function readOptions(args: string[], set: ModelSet, dataDir: string): FetchOptions {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      base: { type: 'string' },
      sha256: { type: 'string', multiple: true },
      sums: { type: 'boolean' },
    },
  });
  const base = (values.base ?? set.base).replace(/\/+$/, '');
  if (!/^https?:\/\//.test(base) || !URL.canParse(base)) {
    throw new UsageError(`--base ${base}: http:// 或 https:// only`);
  }
  const given = readGiven(values.sha256 ?? [], set);
  const dir = resolve(values.dir ?? join(dataDir, 'models', set.name));
  return { dir, base, given, sums: values.sums ?? false };
}

/** The lines of a SHA256SUMS file: checksum, two spaces or a star, name. */
async function readSums(base: string): Promise<Map<string, string>> {
  const response = await fetch(`${base}/SHA256SUMS`, { signal: AbortSignal.timeout(30_000) }).catch(
    () => null,
  );
  if (!response?.ok) {
    throw new DownloadError('address', `${base}/SHA256SUMS: ${response?.status ?? '-'}`);
  }
  const sums = new Map<string, string>();
  for (const line of (await response.text()).split('\n')) {
    const [, sum, name] = /^([0-9a-fA-F]{64}) [ *](?:\.\/)?(\S+)\s*$/.exec(line) ?? [];
    if (sum !== undefined && name !== undefined) {
      sums.set(name, sum.toLowerCase());
    }
  }
  return sums;
}

/** One line for each tenth that is reached. */
function progressLines(name: string, say: (text: string) => void) {
  let told = -1;
  return (have: number, total: number | null) => {
    const tenth = total === null ? Math.floor(have / 25e6) : Math.floor((have / total) * 10);
    if (tenth > told) {
      told = tenth;
      const share = total === null ? '' : ` ${Math.floor((have / total) * 100)} %`;
      say(`  ${name}${share} ${megabytes(have)}\n`);
    }
  };
}

async function fetchFile(
  file: ModelFile,
  options: FetchOptions,
  sums: Map<string, string>,
  io: ModelsCommandIo,
): Promise<void> {
  const other = options.given.get(file.name) ?? sums.get(file.name);
  if (other === undefined && options.sums) {
    throw new UsageError(`SHA256SUMS: ${file.name}?`);
  }
  const done = await downloadModelFile(
    {
      url: `${options.base}/${file.name}`,
      target: join(options.dir, file.name),
      sha256: other ?? file.sha256,
      bytes: other === undefined ? file.bytes : null,
    },
    { progress: progressLines(file.name, io.err) },
  );
  io.err(`✓ ${file.name} ${done === 'kept' ? '已在 already there' : '校验通过 checksum right'}\n`);
}

const advice: Record<DownloadError['kind'], string> = {
  address: '换一个 --base 再试 try another --base',
  network: '网断了，再运行一次接着下 connection lost, run it again to go on',
  checksum: '文件不对，已丢弃 not the right file, thrown away',
  disk: '写不进磁盘 the disk refuses',
};

async function fetchSet(set: ModelSet, args: string[], io: ModelsCommandIo): Promise<void> {
  const options = readOptions(args, set, io.dataDir ?? 'data');
  io.err(`${set.name} ← ${options.base}\n`);
  const sums = options.sums ? await readSums(options.base) : new Map<string, string>();
  for (const file of set.files) {
    await fetchFile(file, options, sums, io);
  }
  io.out(`SPEECH_DRIVER=sherpa\nSPEECH_MODEL_DIR=${options.dir}\n`);
}

function list(io: ModelsCommandIo): void {
  for (const set of modelSets) {
    const dir = resolve(io.dataDir ?? 'data', 'models', set.name);
    const there = set.files.every((file) => existsSync(join(dir, file.name)));
    const size = set.files.reduce((sum, file) => sum + file.bytes, 0);
    io.out(`${set.name}  ${megabytes(size)}  ${there ? dir : '未下载 not fetched'}\n`);
    io.out(`  ${set.about}\n  ${set.base}\n`);
  }
}

function failed(error: unknown, io: ModelsCommandIo): number {
  if (error instanceof DownloadError) {
    io.err(`✗ ${advice[error.kind]} (${error.message})\n`);
    return error.kind === 'checksum' ? 3 : 1;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) {
    io.err(`✗ ${(error as Error).message}\n${usage}`);
    return 2;
  }
  io.err(`✗ ${advice.disk} (${error instanceof Error ? error.message : 'unknown'})\n`);
  return 1;
}

/**
 * `zhiyu models list` and `zhiyu models fetch NAME`: what can be downloaded, and the download.
 * The two settings to add go to `out`; everything else to `err`.
 * @returns exit code: 0 done, 1 not fetched, 2 wrong arguments, 3 wrong checksum
 */
export async function modelsCommand(args: string[], io: ModelsCommandIo): Promise<number> {
  const [verb, name, ...rest] = args;
  if (verb === 'list' && name === undefined) {
    list(io);
    return 0;
  }
  const set = modelSets.find((one) => one.name === name);
  if (verb !== 'fetch' || set === undefined) {
    io.err(usage);
    return 2;
  }
  try {
    await fetchSet(set, rest, io);
    return 0;
  } catch (error) {
    return failed(error, io);
  }
}
