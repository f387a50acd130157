import { createServer, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes of one packet. */
const packetBytes = 1460;
/** What a lost packet costs: it is sent again after a round trip, and after a timeout when that is lost as well (ms). */
const roundTripMs = 80;
const timeoutMs = 300;

export interface Line {
  bytesPerSecond: number;
  /** Share of packets that are lost, 0-1. */
  loss: number;
  /** A connection breaks off after about so many bytes. */
  breaksAfter: number;
}

export interface SlowLine {
  base: string;
  /** Packets that went through, that were lost on the way, and connections that broke off. */
  counts: { packets: number; lost: number; broken: number };
  close(): Promise<void>;
}

/**
 * A bad line in front of a server. Below TCP a lost packet is sent again, so what a browser notices of it is waiting and
 * connections that break: that is what this makes, packet by packet, both ways, all connections sharing one line. It
 * does not reorder, and it does not model how TCP slows down by itself.
 */
export async function slowLine(target: URL, line: Line): Promise<SlowLine> {
  const counts = { packets: 0, lost: 0, broken: 0 };
  const sockets = new Set<Socket>();
  const free = { up: 0, down: 0 };
  /** One packet's turn on the line. */
  const turn = async (way: 'up' | 'down', bytes: number): Promise<void> => {
    const now = performance.now();
    free[way] = Math.max(free[way], now) + (bytes / line.bytesPerSecond) * 1000;
    await sleep(free[way] - now);
  };
  const carry = async (from: Socket, to: Socket, way: 'up' | 'down'): Promise<void> => {
    let left = line.breaksAfter * (0.5 + Math.random());
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += packetBytes) {
        const packet = chunk.subarray(at, at + packetBytes);
        await turn(way, packet.length);
        counts.packets += 1;
        if (Math.random() < line.loss) {
          counts.lost += 1;
          await sleep(roundTripMs + (Math.random() < line.loss ? timeoutMs : 0));
        }
        left -= packet.length;
        if (left < 0) {
          counts.broken += 1;
          from.destroy();
          to.destroy();
          return;
        }
        to.write(packet);
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
    close: () =>
      new Promise((done) => {
        sockets.forEach((socket) => socket.destroy());
        server.close(() => done());
      }),
  };
}
