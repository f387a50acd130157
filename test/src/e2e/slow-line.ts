import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Payload of one segment on Ethernet (bytes). */
const SEGMENT = 1460;
/** First retransmission timeout (ms), doubled for each time the same segment is lost again: what Linux has as its least. */
const RETRANSMIT = 200;

export interface Line {
  /** Each way, all connections together. */
  bytesPerSecond: number;
  /** Share of segments that are lost, 0-1; a segment that is sent again is lost as often. */
  loss: number;
  /** A connection is reset after about so many bytes (half to one and a half times). */
  resetsAfter: number;
}

export interface SlowLine {
  base: string;
  /** Segments sent, losses among them, and connections that were reset. */
  counts: { sent: number; lost: number; reset: number };
  /** From now on no connection is reset; slow and lossy it stays. */
  steady(): void;
  close(): Promise<void>;
}

/**
 * A bad line in front of a server. A lost segment shows above TCP as silence until it is sent again, with everything
 * behind it on the same connection waiting; a line that stays bad shows as a reset. Both are made here, segment by
 * segment, both ways. Harder than most true lines: nothing is saved by selective acknowledgements.
 */
export async function slowLine(target: URL, line: Line): Promise<SlowLine> {
  const counts = { sent: 0, lost: 0, reset: 0 };
  const sockets = new Set<Socket>();
  let resets = true;
  const freeAt = { up: 0, down: 0 };
  /** The line is one: who comes later sends later. */
  const turn = async (way: 'up' | 'down', bytes: number): Promise<void> => {
    const now = performance.now();
    counts.sent += 1;
    freeAt[way] = Math.max(freeAt[way], now) + (bytes / line.bytesPerSecond) * 1000;
    await sleep(freeAt[way] - now);
  };
  const sendOne = async (way: 'up' | 'down', bytes: number): Promise<void> => {
    await turn(way, bytes);
    for (let timeout = RETRANSMIT; Math.random() < line.loss; timeout *= 2) {
      counts.lost += 1;
      await sleep(timeout);
      await turn(way, bytes);
    }
  };
  const carry = async (from: Socket, to: Socket, way: 'up' | 'down'): Promise<void> => {
    let left = line.resetsAfter * (0.5 + Math.random());
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length && !to.destroyed; at += SEGMENT) {
        const segment = chunk.subarray(at, at + SEGMENT);
        await sendOne(way, segment.length);
        to.write(segment);
        left -= segment.length;
        if (resets && left < 0 && !from.destroyed) {
          counts.reset += 1;
          from.resetAndDestroy();
          to.resetAndDestroy();
        }
      }
    }
    to.end();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    carry(client, upstream, 'up').catch(() => upstream.destroy());
    carry(upstream, client, 'down').catch(() => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    counts,
    steady: () => {
      resets = false;
    },
    close: () =>
      new Promise((done) => {
        sockets.forEach((socket) => socket.destroy());
        server.close(() => done());
      }),
  };
}
