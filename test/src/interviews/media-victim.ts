import { SealedFile } from '@zhiyu/server/platform/storage/sealed-file';

/** Slice number `n` of the recording that the killed process writes. */
export function sliceOf(n: number): Buffer {
  return Buffer.alloc(1000 + n * 37, `slice ${n} `);
}

/** Appends slices until it is killed and says each that was acknowledged: what it says must never be lost. */
async function write(path: string, key: string): Promise<void> {
  const file = await SealedFile.open({ path, key: Buffer.from(key, 'hex'), context: 'victim' });
  for (let n = file.records; n < 30; n++) {
    await file.append(file.size, sliceOf(n));
    process.stdout.write(`${n + 1}\n`);
  }
  await file.close();
}

const [path, key] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && path !== undefined && key !== undefined) {
  await write(path, key);
}
