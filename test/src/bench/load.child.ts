import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './child.js';
import { type Answer, requestBytes, Wire } from './wire.js';

export interface Target {
  port: number;
  path: string;
  headers: Record<string, string>;
}

export interface Measured {
  /** Answers in the measured time. */
  count: number;
  perSecond: number;
  /** Milliseconds of every answer, in no order. */
  latencies: number[];
}

/** A request at a moment from the start, ms. */
export interface Timed {
  at: number;
  port: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface TimedAnswer {
  status: number;
  /** From the moment it was due to its whole answer: waiting for a turn counts. */
  ms: number;
  body: string;
}

function wantStatus(given: Answer, ...wanted: number[]): void {
  if (!wanted.includes(given.status)) {
    throw new Error(`answered ${given.status}: ${given.body.toString().slice(0, 300)}`);
  }
}

/** Each of `connections` asks again as soon as it is answered, for `ms`. */
async function closed(input: {
  target: Target;
  connections: number;
  ms: number;
}): Promise<Measured> {
  const { target, connections, ms } = input;
  const bytes = requestBytes('GET', target.path, target.headers);
  const wires = await Promise.all(
    Array.from({ length: connections }, () => Wire.open(target.port)),
  );
  const latencies: number[] = [];
  const start = performance.now();
  const loop = async (wire: Wire): Promise<void> => {
    for (let at = start; at < start + ms;) {
      wantStatus(await wire.send(bytes), 200);
      const now = performance.now();
      latencies.push(now - at);
      at = now;
    }
  };
  await Promise.all(wires.map(loop));
  const seconds = (performance.now() - start) / 1000;
  wires.forEach((wire) => wire.close());
  return { count: latencies.length, perSecond: latencies.length / seconds, latencies };
}

/** Asks these addresses one after another, in turn, `count` times in all. */
async function inTurn(input: {
  port: number;
  headers: Record<string, string>;
  paths: string[];
  count: number;
}): Promise<Measured> {
  const wire = await Wire.open(input.port);
  const requests = input.paths.map((path) => requestBytes('GET', path, input.headers));
  const latencies: number[] = [];
  const start = performance.now();
  for (let i = 0; i < input.count; i++) {
    const from = performance.now();
    const request = requests[i % requests.length];
    wantStatus(await wire.send(request ?? Buffer.alloc(0)), 200);
    latencies.push(performance.now() - from);
  }
  const seconds = (performance.now() - start) / 1000;
  wire.close();
  return { count: input.count, perSecond: input.count / seconds, latencies };
}

/** One GET, for its body. */
async function get(target: Target): Promise<unknown> {
  const wire = await Wire.open(target.port);
  const given = await wire.send(requestBytes('GET', target.path, target.headers));
  wire.close();
  wantStatus(given, 200);
  return JSON.parse(given.body.toString()) as unknown;
}

/** Sends each request when it is due, whether or not those before it are answered. */
async function open(input: { requests: Timed[]; wires: number }): Promise<TimedAnswer[]> {
  const idle = new Map<number, Wire[]>();
  for (const port of new Set(input.requests.map((request) => request.port))) {
    const wires = Array.from({ length: input.wires }, () => Wire.open(port));
    idle.set(port, await Promise.all(wires));
  }
  const start = performance.now();
  const one = async (request: Timed): Promise<TimedAnswer> => {
    const { method, path, headers, body } = request;
    const bytes = requestBytes(method, path, headers, Buffer.from(body));
    await sleep(Math.max(0, start + request.at - performance.now()));
    const free = idle.get(request.port);
    const wire = free?.pop() ?? (await Wire.open(request.port));
    const given = await wire.send(bytes);
    free?.push(wire);
    const ms = performance.now() - start - request.at;
    return { status: given.status, ms, body: given.body.toString() };
  };
  const answers = await Promise.all(input.requests.map(one));
  for (const wire of [...idle.values()].flat()) {
    wire.close();
  }
  return answers;
}

/** Fills every upload with `slices` slices of `bytes` by tus PATCH, all uploads at once. */
async function upload(input: {
  uploads: Target[];
  slices: number;
  bytes: number;
}): Promise<Measured> {
  const body = randomBytes(input.bytes);
  const latencies: number[] = [];
  const wires = await Promise.all(input.uploads.map(({ port }) => Wire.open(port)));
  const start = performance.now();
  const fill = async ({ path, headers }: Target, wire: Wire | undefined): Promise<void> => {
    for (let slice = 0; slice < input.slices; slice++) {
      const all = {
        ...headers,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(slice * input.bytes),
        'Content-Type': 'application/offset+octet-stream',
      };
      const bytes = requestBytes('PATCH', path, all, body);
      const from = performance.now();
      wantStatus((await wire?.send(bytes)) ?? { status: 0, body }, 204);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(input.uploads.map((target, i) => fill(target, wires[i])));
  const seconds = (performance.now() - start) / 1000;
  wires.forEach((wire) => wire.close());
  return { count: latencies.length, perSecond: latencies.length / seconds, latencies };
}

/**
 * Every upload gets a slice each `everyMs` for `rounds` times, like so many recorders that began at different moments.
 * A slice counts from the moment it was due, so waiting behind the one before counts too.
 */
async function pacedUpload(input: {
  uploads: Target[];
  rounds: number;
  everyMs: number;
  bytes: number;
}): Promise<Measured> {
  const { uploads, rounds, everyMs } = input;
  const body = randomBytes(input.bytes);
  const latencies: number[] = [];
  const wires = await Promise.all(uploads.map(({ port }) => Wire.open(port)));
  const start = performance.now();
  const record = async ({ path, headers }: Target, at: number): Promise<void> => {
    const first = start + (at / uploads.length) * everyMs;
    for (let round = 0; round < rounds; round++) {
      const due = first + round * everyMs;
      await sleep(Math.max(0, due - performance.now()));
      const all = {
        ...headers,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(round * input.bytes),
        'Content-Type': 'application/offset+octet-stream',
      };
      const bytes = requestBytes('PATCH', path, all, body);
      wantStatus((await wires[at]?.send(bytes)) ?? { status: 0, body }, 204);
      latencies.push(performance.now() - due);
    }
  };
  await Promise.all(uploads.map(record));
  const seconds = (performance.now() - start) / 1000;
  wires.forEach((wire) => wire.close());
  return { count: latencies.length, perSecond: latencies.length / seconds, latencies };
}

const commands = { closed, inTurn, get, open, upload, pacedUpload };
export type LoadCommands = typeof commands;

answer(commands);
