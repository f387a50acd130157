import { randomBytes, randomInt } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@zhiyu/contracts/errors';
import { SealedFile, type SealedPlace } from '@zhiyu/server/platform/storage/sealed-file';
import { SealedFiles } from '@zhiyu/server/platform/storage/sealed-files';
import { expect } from 'chai';
import { withFault } from './media-faults.js';

async function failureOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('a sealed file', () => {
  let dir: string;
  let place: SealedPlace;
  const opened: SealedFile[] = [];

  async function opening(): Promise<SealedFile> {
    const file = await SealedFile.open(place);
    opened.push(file);
    return file;
  }

  async function filled(slices: Buffer[]): Promise<SealedFile> {
    const file = await opening();
    for (const slice of slices) {
      await file.append(file.size, slice);
    }
    return file;
  }

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'sealed '));
    place = {
      path: join(dir, 'a', 'one.rec'),
      key: randomBytes(32),
      context: 'company|media|recording|1',
    };
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((file) => file.close()));
    rmSync(dir, { recursive: true });
  });

  it('gives back what was put in, also after it is opened again', async () => {
    const slices = [randomBytes(1000), randomBytes(1), randomBytes(200_000)];
    const file = await filled(slices);
    const whole = Buffer.concat(slices);
    expect(await file.readBytes(0, file.size)).to.deep.equal(whole);
    const again = await opening();
    expect([again.size, again.records]).to.deep.equal([whole.length, 3]);
    expect(await again.readBytes(0, again.size)).to.deep.equal(whole);
  });

  it('shows no plain byte on the disk', async () => {
    await filled([Buffer.alloc(5000, 'zhiyu secret '), Buffer.alloc(5000, 'zhiyu secret ')]);
    const bytes = readFileSync(place.path);
    expect(bytes.includes('zhiyu')).to.equal(false);
    expect(bytes.subarray(36, 5000)).not.to.deep.equal(bytes.subarray(5064 + 36, 5064 + 5000));
  });

  it('reads any range as the plain slices would', async () => {
    const slices = Array.from({ length: 40 }, () => randomBytes(randomInt(1, 3000)));
    const file = await filled(slices);
    const whole = Buffer.concat(slices);
    for (let round = 0; round < 200; round++) {
      const start = randomInt(0, whole.length);
      const end = randomInt(start, whole.length + 1);
      expect(
        (await file.readBytes(start, end)).equals(whole.subarray(start, end)),
        `${start}-${end}`,
      ).to.equal(true);
    }
  });

  it('keeps every acknowledged record when the last write was cut anywhere, and goes on from there', async () => {
    const slices = [randomBytes(500), randomBytes(700)];
    const file = await filled(slices);
    const kept = statSync(place.path).size;
    await file.append(1200, randomBytes(300));
    const all = readFileSync(place.path);
    for (const cut of [kept + 1, kept + 20, kept + 36, kept + 100, all.length - 1]) {
      writeFileSync(place.path, all.subarray(0, cut));
      const again = await opening();
      expect(again.size, `cut at ${cut}`).to.equal(1200);
      const more = randomBytes(900);
      expect(await again.append(1200, more)).to.equal(2100);
      const third = await opening();
      expect(await third.readBytes(0, third.size)).to.deep.equal(Buffer.concat([...slices, more]));
    }
  });

  it('drops a last record that has its length and not its bytes, as after a power cut', async () => {
    const file = await filled([randomBytes(500)]);
    const kept = statSync(place.path).size;
    await file.append(500, randomBytes(5000));
    const size = statSync(place.path).size;
    truncateSync(place.path, size - 3000);
    truncateSync(place.path, size);
    const again = await opening();
    expect(again.size).to.equal(500);
    expect(statSync(place.path).size).to.equal(kept);
  });

  it('refuses a byte changed in the middle, a record taken out, and an end cut off a whole file', async () => {
    const file = await filled([randomBytes(500), randomBytes(500), randomBytes(500)]);
    const bytes = readFileSync(place.path);
    const one = bytes.length / 3;
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(one + 100) ^ 1, one + 100);
    writeFileSync(place.path, changed);
    const other = await opening();
    expect((await failureOf(other.readBytes(0, other.size))).name).to.equal('TamperedError');
    writeFileSync(place.path, Buffer.concat([bytes.subarray(0, one), bytes.subarray(2 * one)]));
    expect((await failureOf(SealedFile.open(place))).name).to.equal('TamperedError');
    writeFileSync(place.path, bytes.subarray(0, 2 * one));
    expect((await failureOf(SealedFile.open({ ...place, atLeast: file.size }))).name).to.equal(
      'TamperedError',
    );
  });

  it('opens nothing with another key or as another file', async () => {
    await filled([randomBytes(500)]);
    for (const wrong of [{ key: randomBytes(32) }, { context: 'company|media|recording|2' }]) {
      const file = await SealedFile.read({ ...place, ...wrong });
      expect(file.size).to.equal(0);
      await file.close();
    }
  });

  it('lets one of two writers win a place and tells the other where the end is', async () => {
    const [a, b] = [await filled([randomBytes(10)]), await opening()];
    const [first, second] = [Buffer.alloc(100, 'a'), Buffer.alloc(100, 'b')];
    const both = await Promise.allSettled([a.append(10, first), b.append(10, second)]);
    const won = both.filter((one) => one.status === 'fulfilled');
    const lost = both.find((one) => one.status === 'rejected');
    expect(won).to.have.length(1);
    expect(lost?.reason).to.be.instanceOf(AppError).with.property('code', 'uploadOffset');
    const third = await opening();
    const stands = await third.readBytes(10, 110);
    expect(stands).to.deep.equal(both[0].status === 'fulfilled' ? first : second);
    expect(third.size).to.equal(110);
  });

  it('keeps what 2 writers alternate, each taking in the other', async () => {
    const [a, b] = [await opening(), await opening()];
    const slices = Array.from({ length: 20 }, () => randomBytes(randomInt(1, 500)));
    let size = 0;
    for (const [at, slice] of slices.entries()) {
      const writer = at % 2 === 0 ? a : b;
      await writer.refresh();
      expect(writer.size).to.equal(size);
      size = await writer.append(size, slice);
    }
    await a.refresh();
    expect(await a.readBytes(0, a.size)).to.deep.equal(Buffer.concat(slices));
  });

  it('goes on behind torn bytes that another process left while it was open', async () => {
    const file = await filled([randomBytes(100)]);
    const record = readFileSync(place.path);
    appendFileSync(place.path, record.subarray(0, 90));
    expect(await file.append(100, Buffer.alloc(300, 'x'))).to.equal(400);
    const again = await opening();
    expect(await again.readBytes(100, 400)).to.deep.equal(Buffer.alloc(300, 'x'));
  });

  it('resolves an append only after fdatasync, and lets waiting appends share one', async () => {
    const file = await opening();
    let syncs = 0;
    const slowly = async (): Promise<void> => {
      const slices = Array.from({ length: 10 }, (_, at) => file.append(at * 10, randomBytes(10)));
      await slices[0];
      expect(syncs).to.be.at.least(1);
      await Promise.all(slices);
    };
    await withFault(
      'datasync',
      (original) =>
        async function () {
          await new Promise((resolve) => setTimeout(resolve, 20));
          await original(this);
          syncs++;
        },
      slowly,
    );
    expect(syncs).to.be.at.most(3);
    expect(file.size).to.equal(100);
  });

  it('takes nothing for kept that failed to sync, and cuts it off', async () => {
    const files = new SealedFiles();
    await files.use(place, (file) => file.append(0, randomBytes(50)));
    const kept = statSync(place.path).size;
    const failed = await withFault(
      'datasync',
      () => () => Promise.reject(new Error('EIO')),
      () => failureOf(files.use(place, (file) => file.append(50, randomBytes(70)))),
    );
    expect(failed.message).to.equal('EIO');
    expect(statSync(place.path).size).to.equal(kept);
    expect(await files.use(place, (file) => file.append(50, randomBytes(30)))).to.equal(80);
    await files.closeAll();
  });

  it('says storageFull on a full disk and leaves nothing half written', async () => {
    const file = await filled([randomBytes(50)]);
    const kept = statSync(place.path).size;
    const failed = await withFault(
      'writev',
      (original) =>
        function (parts: Buffer[]) {
          return original(this, [parts[0]?.subarray(0, 20)]);
        },
      () => failureOf(file.append(50, randomBytes(4000))),
    );
    expect(failed).to.be.instanceOf(AppError).with.property('code', 'storageFull');
    expect(statSync(place.path).size).to.equal(kept);
    expect(await file.append(50, randomBytes(10))).to.equal(60);
  });
});
