import { crc32 } from 'node:zlib';
import { AppError } from '@zhiyu/contracts/errors';
import { zipDirectory } from '@zhiyu/server/platform/reading/zip-directory';
import { unpackEntry } from '@zhiyu/server/platform/reading/zip-entry';
import { leavesFolder } from '@zhiyu/server/platform/reading/zip-names';
import { expect } from 'chai';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { type Entry, zipOf } from '../factories/zip.js';

const limits = { entries: 50, totalBytes: 8_000_000, ratio: 100, ratioFromBytes: 500_000 };
const text = Buffer.from('姓名：陈一\n');
const entriesOf = (bytes: Buffer) => zipDirectory(bytes, limits);
const namesOf = (...names: (string | Buffer)[]) =>
  entriesOf(zipOf(names.map((name) => ({ name, data: text })))).map(({ name }) => name);

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

const unpacked = (entry: Entry) => {
  const bytes = zipOf([entry]);
  const [first] = entriesOf(bytes);
  return first ? unpackEntry(bytes, first) : Promise.reject(new Error('no entry'));
};

/** 陈一.txt as a Windows in Chinese writes it. */
const gbk = Buffer.concat([Buffer.from('b3c2d2bb', 'hex'), Buffer.from('.txt')]);

describe('ZIP archives', () => {
  it('reads what a program packed, whatever it packed', async () => {
    const file = fc.uint8Array({ maxLength: 4000 });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
        const named = Object.fromEntries(files.map((one, n) => [`${n}/陈${n}.txt`, one]));
        const bytes = Buffer.from(zipSync(named));
        const entries = entriesOf(bytes);
        expect(entries.map(({ name }) => name)).to.deep.equal(Object.keys(named));
        const read = await Promise.all(entries.map((entry) => unpackEntry(bytes, entry)));
        expect(read.map((one) => [...one])).to.deep.equal(files.map((one) => [...one]));
      }),
      { numRuns: 40 },
    );
  });

  it('shows names as their maker saw them: GBK, UTF-8 with and without its flag, apart, backwards', () => {
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + 10, 2);
    field.writeUInt8(1, 4);
    field.writeUInt32LE(crc32(gbk), 5);
    const extra = Buffer.concat([field, Buffer.from('程一.txt')]);
    expect(namesOf(gbk, '李二.txt', Buffer.from('王三.txt'))).to.deep.equal([
      '陈一.txt',
      '李二.txt',
      '王三.txt',
    ]);
    const [told] = entriesOf(zipOf([{ name: gbk, data: text, extra }]));
    expect(told?.name).to.equal('程一.txt');
    expect(namesOf('e\u0301.txt', '简历\\赵四.txt', '\u202egpj.txt')).to.deep.equal([
      '\u00e9.txt',
      '简历/赵四.txt',
      'gpj.txt',
    ]);
  });

  it('knows names that lead out of the archive, and links', () => {
    const out = ['../a.txt', 'a/../../b.txt', '/etc/passwd', 'C:/a.txt', '..\\..\\a.txt'];
    expect(namesOf(...out).map(leavesFolder)).to.deep.equal(out.map(() => true));
    expect(namesOf('a/b.txt', 'a..b.txt', '...txt').some(leavesFolder)).to.equal(false);
    const [link] = entriesOf(zipOf([{ name: 'a.txt', data: text, mode: 0o120777 }]));
    expect(link?.link).to.equal(true);
  });

  it('unpacks no further than an entry says it is long, and nothing that its checksum denies', async () => {
    const long = Buffer.alloc(3_000_000, 'a');
    expect(await codeOf(() => unpacked({ name: 'a', data: long, says: 10 }))).to.equal(
      'fileBroken',
    );
    expect(await codeOf(() => unpacked({ name: 'a', data: text, says: 900 }))).to.equal(
      'fileBroken',
    );
    expect(await codeOf(() => unpacked({ name: 'a', data: text, crc: 1 }))).to.equal('fileBroken');
    expect(await codeOf(() => unpacked({ name: 'a', data: text, method: 12 }))).to.equal(
      'fileBroken',
    );
    expect(await codeOf(() => unpacked({ name: 'a', data: text, encrypted: true }))).to.equal(
      'fileEncrypted',
    );
    expect((await unpacked({ name: 'a', data: text, stored: true })).equals(text)).to.equal(true);
  });

  it('refuses bombs before anything is unpacked: swollen, too much in all, too many, shared bytes', async () => {
    const swollen = [{ name: 'a', data: Buffer.alloc(1_000_000) }];
    const noise = Buffer.from(Array.from({ length: 90_000 }, (_, n) => (n * 7919) % 251));
    const much = Array.from({ length: 49 }, (_, n) => ({
      name: `${n}`,
      data: noise,
      says: 400_000,
    }));
    const many = Array.from({ length: 51 }, (_, n) => ({ name: `${n}`, data: text }));
    const shared = [
      { name: 'a', data: noise },
      { name: 'b', data: noise, sharedWith: 0 },
    ];
    for (const entries of [swollen, much, many, shared]) {
      expect(await codeOf(() => entriesOf(zipOf(entries)))).to.equal('fileBomb');
    }
  });

  it('is not misled by an end within a comment, and says broken of every torn archive', async () => {
    const inner = zipOf([{ name: 'other.txt', data: text }]);
    const bytes = zipOf([{ name: 'a.txt', data: text }], '说明');
    expect(entriesOf(bytes).map(({ name }) => name)).to.deep.equal(['a.txt']);
    const around = zipOf([{ name: 'inner', data: inner, stored: true }]);
    expect(entriesOf(around).map(({ name }) => name)).to.deep.equal(['inner']);
    for (let length = 0; length < bytes.length; length += 7) {
      expect(await codeOf(() => entriesOf(bytes.subarray(0, length)))).to.equal('fileBroken');
    }
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, x) => {
          const hurt = Buffer.from(bytes);
          hurt.writeUInt8(hurt.readUInt8(at) ^ x, at);
          const code = await codeOf(async () => {
            for (const entry of entriesOf(hurt)) await unpackEntry(hurt, entry);
          });
          expect(['read', 'fileBroken', 'fileBomb', 'fileEncrypted']).to.include(code);
        },
      ),
      { numRuns: 300 },
    );
  });
});
