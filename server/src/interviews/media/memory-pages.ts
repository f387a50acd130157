import type { StreamTargetChunk } from 'mediabunny';
import type { SealedFile } from '../../platform/storage/sealed-file.js';

const pageBytes = 1024 * 1024;

/** Bytes that are written here and there, because a container's head is known last; kept in pages of 1 MiB. */
export class MemoryPages {
  size = 0;
  private readonly pages: Buffer[] = [];

  writable(): WritableStream<StreamTargetChunk> {
    return new WritableStream({ write: ({ data, position }) => this.write(data, position) });
  }

  slice(start: number, end: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = start; at < end; at += pageBytes - (at % pageBytes)) {
      const within = at % pageBytes;
      parts.push(this.page(at).subarray(within, Math.min(pageBytes, within + end - at)));
    }
    return Buffer.concat(parts);
  }

  /** One page, one record. */
  async writeTo(file: SealedFile): Promise<void> {
    for (let at = 0; at < this.size; at += pageBytes) {
      const end = Math.min(this.size, at + pageBytes);
      await file.append(at, this.slice(at, end), end === this.size ? this.size : null);
    }
  }

  private write(data: Uint8Array, position: number): void {
    let done = 0;
    while (done < data.length) {
      const at = position + done;
      const within = at % pageBytes;
      const part = data.subarray(done, done + pageBytes - within);
      this.page(at).set(part, within);
      done += part.length;
    }
    this.size = Math.max(this.size, position + data.length);
  }

  private page(at: number): Buffer {
    const number = Math.floor(at / pageBytes);
    for (let last = this.pages.length; last <= number; last++) {
      this.pages.push(Buffer.alloc(pageBytes));
    }
    return this.pages[number] ?? Buffer.alloc(pageBytes);
  }
}
