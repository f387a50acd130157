import { modelsCommand } from '@zhiyu/server/platform/speech/models.command';
import { downloadModelFile } from '@zhiyu/server/platform/speech/model-download';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const model = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251));
const tokens = Buffer.from('<unk> 0\n你 1\n好 2\n');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A server of two files that knows Range, and cuts the first connection to the model when told. */
class ModelServer {
  ranges: string[] = [];
  cutAfter: number | null = null;
  knowsRange = true;
  sums = `${sha256(model)}  model.int8.onnx\n${sha256(tokens)} *tokens.txt\n`;
  private readonly server: Server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').pop() ?? '';
    const whole = this.fileOf(name);
    if (whole === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { range = '' } = request.headers;
    this.ranges.push(range);
    const asked = Number(/bytes=(\d+)-/.exec(range)?.[1]);
    const from = this.knowsRange && asked > 0 ? asked : 0;
    response.setHeader('content-length', whole.length - from);
    response.setHeader('content-range', `bytes ${from}-${whole.length - 1}/${whole.length}`);
    response.writeHead(from > 0 ? 206 : 200);
    this.send(response, whole.subarray(from), name === 'model.int8.onnx');
  });

  private fileOf(name: string): Buffer | undefined {
    const files = { 'model.int8.onnx': model, 'tokens.txt': tokens, SHA256SUMS: this.sums };
    const found = Object.entries(files).find(([file]) => file === name)?.[1];
    return found === undefined ? undefined : Buffer.from(found);
  }

  private send(response: ServerResponse, bytes: Buffer, mayCut: boolean): void {
    if (this.cutAfter === null || !mayCut) {
      response.end(bytes);
      return;
    }
    const part = bytes.subarray(0, this.cutAfter);
    this.cutAfter = null;
    response.write(part, () => setTimeout(() => response.destroy(), 30));
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => {
      this.server.listen(0, '127.0.0.1', done);
    });
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/models`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

describe('zhiyu models', () => {
  let folder = '';
  let server = new ModelServer();
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };

  const fetching = (...more: string[]) =>
    modelsCommand(['fetch', 'sense-voice', '--dir', folder, '--base', server.base, ...more], io);
  const read = (name: string) => readFileSync(join(folder, name));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiyu-fetch-'));
    server = new ModelServer();
    await server.start();
    out = '';
    err = '';
  });
  afterEach(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  it('fetches all files and prints the settings that use them', async () => {
    expect(await fetching('--sums'), err).to.equal(0);
    expect(read('model.int8.onnx').equals(model)).to.be.true;
    expect(read('tokens.txt').equals(tokens)).to.be.true;
    expect(out).to.equal(`SPEECH_DRIVER=sherpa\nSPEECH_MODEL_DIR=${folder}\n`);
    expect(err).to.contain('100 %');
  });

  it('keeps a file that is there and right', async () => {
    await fetching('--sums');
    server.ranges = [];
    expect(await fetching('--sums')).to.equal(0);
    expect(server.ranges, 'only SHA256SUMS').to.have.lengthOf(1);
  });

  it('goes on where a cut connection stopped', async () => {
    server.cutAfter = 90_000;
    expect(await fetching('--sums'), err).to.equal(0);
    expect(read('model.int8.onnx').equals(model)).to.be.true;
    expect(server.ranges).to.include('bytes=90000-');
  });

  it('goes on from the part of an earlier run, and starts anew where the server cannot', async () => {
    writeFileSync(join(folder, 'model.int8.onnx.part'), model.subarray(0, 1000));
    expect(await fetching('--sums')).to.equal(0);
    expect(server.ranges).to.include('bytes=1000-');
    rmSync(join(folder, 'model.int8.onnx'));
    writeFileSync(join(folder, 'model.int8.onnx.part'), model.subarray(0, 1000));
    server.knowsRange = false;
    expect(await fetching('--sums')).to.equal(0);
    expect(read('model.int8.onnx').equals(model)).to.be.true;
  });

  it('throws away the part of another file and fetches the right one', async () => {
    writeFileSync(join(folder, 'model.int8.onnx.part'), Buffer.alloc(5000, 1));
    expect(await fetching('--sums')).to.equal(0);
    expect(read('model.int8.onnx').equals(model)).to.be.true;
  });

  it('keeps the part when the connection is lost for good', async () => {
    server.cutAfter = 50_000;
    const target = join(folder, 'model.int8.onnx');
    const file = { url: `${server.base}/model.int8.onnx`, target, sha256: '', bytes: null };
    const error = await downloadModelFile(file, {
      progress: () => undefined,
      tries: 1,
      pause: 1,
    }).then(
      () => null,
      (failure: unknown) => failure,
    );
    expect(error).to.include({ kind: 'network' });
    expect(read('model.int8.onnx.part')).to.have.lengthOf(50_000);
    expect(existsSync(target)).to.be.false;
  });

  it('refuses a wrong checksum and leaves nothing behind', async () => {
    const wrong = `--sha256=model.int8.onnx=${'0'.repeat(64)}`;
    expect(await fetching('--sums', wrong)).to.equal(3);
    expect(existsSync(join(folder, 'model.int8.onnx'))).to.be.false;
    expect(existsSync(join(folder, 'model.int8.onnx.part'))).to.be.false;
    expect(out).to.equal('');
  });

  it('refuses files that are not the public release unless told their checksums', async () => {
    expect(await fetching()).to.equal(3);
    const own = [
      `--sha256=model.int8.onnx=${sha256(model)}`,
      `--sha256=tokens.txt=${sha256(tokens)}`,
    ];
    expect(await fetching(...own), err).to.equal(0);
  });

  it('says when the address has no such file', async () => {
    const elsewhere = ['fetch', 'sense-voice', '--dir', folder, '--base', `${server.base}/x`];
    server.stop();
    expect(await modelsCommand([...elsewhere, '--sums'], io)).to.equal(1);
  });

  it('explains itself on wrong arguments with exit code 2', async () => {
    for (const args of [
      [],
      ['fetch'],
      ['fetch', 'other'],
      ['fetch', 'sense-voice', '--nonsense'],
      ['fetch', 'sense-voice', '--base', 'file:///etc'],
      ['fetch', 'sense-voice', '--sha256', 'model.int8.onnx=12'],
    ]) {
      err = '';
      expect(await modelsCommand(args, io), args.join(' ')).to.equal(2);
      expect(err).to.contain('zhiyu models fetch');
    }
  });

  it('lists what can be fetched', async () => {
    expect(await modelsCommand(['list'], { ...io, dataDir: folder })).to.equal(0);
    expect(out).to.contain('sense-voice').and.contain('not fetched');
  });
});
