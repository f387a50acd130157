import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

export interface Answer {
  status: number;
  body: Buffer;
}

/** A request as bytes: made once, sent often. */
export function requestBytes(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Uint8Array = new Uint8Array(),
): Buffer {
  const lines = Object.entries({ Host: '127.0.0.1', ...headers, 'Content-Length': body.length });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n`), body]);
}

/**
 * One kept-alive connection, one request at a time, read by hand: a full HTTP client costs as much as a
 * bare server, and would then be what is measured.
 */
export class Wire {
  private pieces: Buffer[] = [];
  private had = 0;
  private needed = 0;
  private done: ((answer: Answer) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (piece) => this.take(piece));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('the server closed the connection')));
  }

  static async open(port: number): Promise<Wire> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Wire(socket);
  }

  send(bytes: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.done = resolve;
      this.failed = reject;
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private take(piece: Buffer): void {
    this.pieces.push(piece);
    this.had += piece.length;
    if (this.needed === 0) {
      this.readHead();
    }
    if (this.needed > 0 && this.had >= this.needed) {
      this.finish();
    }
  }

  private readHead(): void {
    const all = this.pieces.length === 1 && this.pieces[0] ? this.pieces[0] : this.joined();
    const end = all.indexOf(headEnd);
    if (end < 0) {
      return;
    }
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined && !head.startsWith('HTTP/1.1 204')) {
      this.failed?.(new Error(`an answer without a length: ${head}`));
      return;
    }
    this.needed = end + headEnd.length + Number(length ?? 0);
  }

  private joined(): Buffer {
    const all = Buffer.concat(this.pieces);
    this.pieces = [all];
    return all;
  }

  private finish(): void {
    const all = this.joined();
    const status = Number(all.toString('latin1', 9, 12));
    const body = all.subarray(all.indexOf(headEnd) + headEnd.length, this.needed);
    this.pieces = [];
    this.had = 0;
    this.needed = 0;
    this.done?.({ status, body });
  }
}
